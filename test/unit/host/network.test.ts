import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { certificateNames } from '../../../main/host/certificate-chain';
import { createNetwork } from '../../../main/host/network';
import { makeSelfSigned } from '../../support/self-signed';

const network = createNetwork();

/** A port of this computer where each connection is given to `serve`; closed with the test. */
async function serverPort(serve: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return place.port;
}

/** Answers the first bytes of each connection. */
const answering = (answer: string | Uint8Array) =>
  serverPort((socket) => socket.once('data', () => socket.end(answer)));

const closedPort = 1;

test('a port that takes connections is open, whatever is spoken there', async () => {
  const port = await serverPort(() => undefined);
  expect(await network.probeTcp('127.0.0.1', port, 10)).toEqual({ kind: 'open' });
});

test('a port nobody listens on refuses, over TLS and without', async () => {
  for (const probe of [network.probeTcp, network.probeHttps]) {
    expect(await probe('127.0.0.1', closedPort, 10)).toEqual({
      kind: 'refused',
      message: `connect ECONNREFUSED 127.0.0.1:${closedPort}`,
    });
  }
});

test('a server that never speaks is given up after the seconds asked for', async () => {
  const port = await serverPort(() => undefined);
  expect(await network.probeHttps('127.0.0.1', port, 0.1)).toEqual({
    kind: 'timedOut',
    message: 'no answer within 0.1 s',
  });
});

test.each([
  ['plain text', 'HTTP/1.1 400 Bad Request\r\n\r\n', /does not speak TLS$/],
  // An alert of TLS 1.0: fatal, protocol_version.
  ['an alert about the version', Buffer.from('15030100020246', 'hex'), /another version of TLS/],
  // A ServerHello of TLS 1.0.
  [
    'an older version',
    Buffer.from(`160301002a020000260301${'00'.repeat(32)}00002f00`, 'hex'),
    /another version of TLS/,
  ],
  ['an alert about itself', Buffer.from('15030300020250', 'hex'), /^no TLS 1\.2 .*ERR_SSL_/],
  ['nothing', '', /^no TLS 1\.2 came about: ./],
])('a server that answers with %s is told apart', async (_answer, bytes, words) => {
  const probe = await network.probeHttps('127.0.0.1', await answering(bytes), 10);
  expect(probe).toEqual({ kind: 'failed', message: expect.stringMatching(words) });
});

test.each([
  ['', []],
  ['DNS:cs01.contoso.test, IP Address:10.20.30.40', ['cs01.contoso.test', '10.20.30.40']],
  ['IP Address:FE80:0:0:0:0:0:0:1, DNS:cs01', ['FE80:0:0:0:0:0:0:1', 'cs01']],
  ['email:a@contoso.test, URI:https://contoso.test/', []],
  // Node quotes what could pass for another name.
  ['URI:"http://a/, DNS:contoso.test", DNS:b', ['b']],
])('the names in "%s" are %j', (list, names) => {
  expect(certificateNames(list)).toEqual(names);
});

test('a certificate of nobody, for names only, is read like any other', async () => {
  const server = createTlsServer(makeSelfSigned(['cs.contoso.com'], null), (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  expect(await network.probeHttps('127.0.0.1', place.port, 10)).toMatchObject({
    kind: 'answered',
    status: 400,
    certificates: [{ subject: '', issuer: '', names: ['cs.contoso.com'] }],
  });
});
