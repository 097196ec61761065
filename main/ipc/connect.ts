import { ipcMain, type WebContents } from 'electron';
import {
  EVENTS,
  type EventName,
  IPC_PREFIX,
  REQUESTS,
  type RequestName,
} from '../../contract/channels';
import { type EventPayload, eventSchemas } from '../../contract/ipc';
import type { Handlers, Services } from '../services';
import { answerer } from './answer';
import type { TrustedWindow } from './sender';

/** Opens every request to the trusted window, and to nobody else; a request waits for `handlers`. */
export function connectRequests(
  handlers: Promise<Handlers<RequestName>>,
  trusted: () => TrustedWindow | null,
): void {
  for (const name of REQUESTS) connectOne(name, handlers, trusted);
}

function connectOne<N extends RequestName>(
  name: N,
  handlers: Promise<Handlers<RequestName>>,
  trusted: () => TrustedWindow | null,
): void {
  const handler: Handlers<N>[N] = async (input) => (await handlers)[name](input);
  ipcMain.handle(`${IPC_PREFIX}${name}`, answerer(name, handler, trusted));
}

const payloads: { [N in EventName]: { parse(value: unknown): EventPayload<N> } } = eventSchemas;

/** Sends every event of the services to the window while there is one. */
export function forwardEvents(
  services: Pick<Services, 'on'>,
  contents: () => Pick<WebContents, 'send' | 'isDestroyed'> | null,
): void {
  for (const name of EVENTS) {
    services.on(name, (payload) => {
      const target = contents();
      if (!target || target.isDestroyed()) return;
      target.send(`${IPC_PREFIX}${name}`, payloads[name].parse(payload));
    });
  }
}
