import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { makeSelfSigned } from '../support/self-signed';

const HOST = '127.0.0.1';

export interface OwnServer {
  port: number;
  /** What came in, a line each, as the server itself saw it. */
  seen: readonly string[];
  /** How many connections came, whatever was said in them. */
  came(): number;
  stop(): Promise<void>;
}

async function start(server: Server, seen: readonly string[]): Promise<OwnServer> {
  const sockets = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    seen,
    came: () => count,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const firstLine = (data: Buffer) => data.toString('latin1').split('\r\n')[0] ?? '';

/** What the certificate itself says, read out of its bytes and not by a library. */
export interface SentByUs {
  /** SHA-1, lower-case hex. */
  thumbprint: string;
  validUntil: string;
}

/** Source: RFC 5280, 4.1.2.5: the two moments are UTCTime of 13 signs before 2050. */
function readOwn(certificate: string): SentByUs {
  const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const moments = [...der.toString('latin1').matchAll(/(?<!\d)(\d{12})Z/g)];
  const pairs = (moments[1]?.[1] ?? '').match(/../g)?.map(Number) ?? [];
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = pairs;
  return {
    thumbprint: createHash('sha1').update(der).digest('hex'),
    validUntil: new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second)).toISOString(),
  };
}

/** A TLS server of our own on loopback that answers every request as the data port does, with 400. */
export async function startTlsServer(): Promise<OwnServer & { sent: SentByUs }> {
  const { key, cert } = makeSelfSigned(['psm-acceptance']);
  const seen: string[] = [];
  const server = createTlsServer({ key, cert }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      seen.push(`${socket.getProtocol()} ${firstLine(data)}`);
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  server.on('tlsClientError', () => seen.push('handshake broken off'));
  return { ...(await start(server, seen)), sent: readOwn(cert) };
}

/** A proxy of our own on loopback that lets nobody through without a sign-in. */
export function startProxy(): Promise<OwnServer> {
  const seen: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('data', (data) => {
      seen.push(firstLine(data));
      const lines = [
        'HTTP/1.1 407 Proxy Authentication Required',
        'Proxy-Authenticate: Basic realm="acceptance"',
        'Content-Length: 0',
        'Connection: close',
      ];
      socket.end(`${lines.join('\r\n')}\r\n\r\n`);
    });
  });
  return start(server, seen);
}

/** A port of loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = await start(createTcpServer(), []);
  await server.stop();
  return server.port;
}
