import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import { makeSelfSigned } from '../support/self-signed';
import { answerRequest } from './file-server';

/** The name by which the https server is asked for through a proxy; no computer has it. */
export const farHost = 'download.contoso.test';
export const proxyUser = 'CONTOSO\\svc-asr';
/** Signs that a shell, a format text or JSON could take for something else. */
export const proxyPassword = 'Pr4x\'y"$(1)`;&|<>%\\{0} x';

export interface Servers {
  /** https on this computer, by a certificate that nobody trusts. */
  https: number;
  /** A proxy for everybody. */
  openProxy: number;
  /** A proxy that wants a user by Basic. */
  basicProxy: number;
  /** A proxy that wants a Windows user, or one by Basic. */
  windowsProxy: number;
  /** A port where nobody listens. */
  closed: number;
  /** What was asked of the proxies since the last call, each as `host:port`. */
  tunnels(): string[];
  stop(): Promise<void>;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function isKnown(header: string | undefined): boolean {
  const given = Buffer.from(header?.replace(/^Basic /, '') ?? '', 'base64').toString('latin1');
  return digest(given) === digest(`${proxyUser}:${proxyPassword}`);
}

interface ProxyRules {
  schemes: readonly string[];
  asked: string[];
  target: number;
  sockets: Set<Socket>;
}

function createProxy({ schemes, asked, target, sockets }: ProxyRules): Server {
  const server = createPlainServer((_request, response) => response.writeHead(400).end());
  server.on('connect', (request, client: Socket) => {
    client.on('error', () => client.destroy());
    if (schemes.length > 0 && !isKnown(request.headers['proxy-authorization'])) {
      const offers = schemes.map((scheme) => `Proxy-Authenticate: ${scheme}`);
      const lines = ['HTTP/1.1 407 Proxy Authentication Required', ...offers];
      client.write([...lines, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
      client.end();
      return;
    }
    asked.push(request.url ?? '');
    const far = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.pipe(client).pipe(far);
    });
    sockets.add(far);
    far.on('error', () => client.destroy());
    far.on('close', () => sockets.delete(far));
  });
  return server;
}

/** Starts all of them on 127.0.0.1, on ports that were free. */
export async function startServers(): Promise<Servers> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const tls = createTlsServer(makeSelfSigned(['localhost', farHost]), answerRequest);
  const target = await listen(tls);
  const proxy = (...schemes: string[]) => createProxy({ schemes, asked, target, sockets });
  const basic = 'Basic realm="practice"';
  const proxies = [proxy(), proxy(basic), proxy('Negotiate', 'NTLM', basic)];
  const all = [tls, ...proxies];
  for (const server of all) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }
  const [openProxy = 0, basicProxy = 0, windowsProxy = 0] = await Promise.all(proxies.map(listen));
  const spare = createPlainServer();
  const closed = await listen(spare);
  spare.close();
  return {
    https: target,
    openProxy,
    basicProxy,
    windowsProxy,
    closed,
    tunnels: () => asked.splice(0),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(all.map((server) => new Promise((done) => server.close(done))));
    },
  };
}
