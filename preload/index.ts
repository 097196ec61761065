import { contextBridge, ipcRenderer } from 'electron';
import { EVENTS, IPC_PREFIX, REQUESTS } from '../contract/channels';

const requests: ReadonlySet<string> = new Set(REQUESTS);
const events: ReadonlySet<string> = new Set(EVENTS);

/** All that a window gets of the program: named requests, named events, nothing else. */
const door = {
  request(name: string, input: unknown): Promise<unknown> {
    if (!requests.has(name)) return Promise.reject(new Error('Unknown request.'));
    return ipcRenderer.invoke(`${IPC_PREFIX}${name}`, input);
  },
  /** Returns the call that ends the subscription. The listener gets the payload alone. */
  on(name: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(name)) throw new Error('Unknown event.');
    const channel = `${IPC_PREFIX}${name}`;
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.removeListener(channel, forward);
    };
  },
};

export type Door = typeof door;

contextBridge.exposeInMainWorld('psm', door);
