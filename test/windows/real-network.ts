import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { bedFile } from './bed';
import { preparedPart } from './prepared';

const schema = z.object({
  address: z.string(),
  ports: z.object({
    dataPort: z.number(),
    expired: z.number(),
    wrongName: z.number(),
    oldTls: z.number(),
    closes: z.number(),
    plainText: z.number(),
    hangsUp: z.number(),
    filtered: z.number(),
    closed: z.number(),
  }),
  proxies: z.object({
    tinyproxyOpen: z.number(),
    tinyproxyGuarded: z.number(),
    squidOpen: z.number(),
    squidGuarded: z.number(),
  }),
  known: z.object({ user: z.string(), password: z.string() }),
  thumbprints: z.record(z.string(), z.string()),
});

/** The servers and proxies that were started outside Wine. */
export const realNetwork = () => preparedPart(bedFile, 'network', schema);

export type User = { user: string; password: string } | null;

export interface Connected {
  status: number;
  reason: string;
  /** What it says in Proxy-Authenticate; empty when it says nothing there. */
  offer: string;
  /** The way to the target, when there is one now. */
  socket: Socket;
}

async function ask(proxy: number, target: number, user: User): Promise<Connected> {
  const { address } = realNetwork();
  const socket = connect(proxy, address);
  const lines = [`CONNECT ${address}:${target} HTTP/1.1`, `Host: ${address}:${target}`];
  if (user) {
    const proof = Buffer.from(`${user.user}:${user.password}`).toString('base64');
    lines.push(`Proxy-Authorization: Basic ${proof}`);
  }
  socket.write(`${[...lines, '', ''].join('\r\n')}`);
  let head = '';
  while (!head.includes('\r\n\r\n')) head += String((await once(socket, 'data'))[0]);
  const [, status, reason = ''] = /^HTTP\/1\.[01] (\d{3}) ?(.*)\r\n/.exec(head) ?? [];
  const [, offer = ''] = /^Proxy-Authenticate: *(.*)\r$/im.exec(head) ?? [];
  return { status: Number(status), reason, offer, socket };
}

/** Asks a proxy for a way to one of our ports as .NET does: the user is told to who asks for one. */
export async function throughProxy(proxy: number, target: number, user: User): Promise<Connected> {
  const first = await ask(proxy, target, null);
  if (first.status !== 407 || !user) return first;
  first.socket.destroy();
  return ask(proxy, target, user);
}
