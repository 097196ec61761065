import type { EventName } from '../../contract/channels';
import type { EventPayload } from '../../contract/ipc';

type Listener<N extends EventName> = (payload: EventPayload<N>) => void;

/** Tells listeners what happened; the same for a window and for a command line. */
export class Events {
  readonly #listeners: { [N in EventName]: Set<Listener<N>> } = {
    'operation.changed': new Set(),
    'operation.lines': new Set(),
    'server.changed': new Set(),
  };

  on<N extends EventName>(name: N, listener: Listener<N>): () => void {
    this.#listeners[name].add(listener);
    return () => this.#listeners[name].delete(listener);
  }

  emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const listener of this.#listeners[name]) listener(payload);
  }
}
