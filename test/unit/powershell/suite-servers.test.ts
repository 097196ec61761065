import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUT_AT, content, validator } from '../../powershell/file-server';
import {
  farHost,
  proxyPassword,
  proxyUser,
  type Servers,
  startServers,
} from '../../powershell/servers';
import { makeSelfSigned } from '../../support/self-signed';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());

async function ask(path: string, options: RequestOptions = {}) {
  const asked = request({
    host: '127.0.0.1',
    port: servers.https,
    path,
    rejectUnauthorized: false,
    agent: false,
    ...options,
  });
  asked.end();
  const [response] = await once(asked, 'response');
  const parts: Buffer[] = [];
  let isWhole = true;
  try {
    for await (const part of response) parts.push(Buffer.from(part));
  } catch {
    isWhole = false;
  }
  return { response, body: Buffer.concat(parts), isWhole };
}

/** Asks a proxy for a way to the far host. */
async function tunnel(port: number, credentials?: string) {
  const given = Buffer.from(credentials ?? '', 'latin1').toString('base64');
  const asked = plainRequest({
    host: '127.0.0.1',
    port,
    method: 'CONNECT',
    path: `${farHost}:443`,
    headers: credentials === undefined ? {} : { 'Proxy-Authorization': `Basic ${given}` },
  });
  asked.end();
  const [response, socket]: [import('node:http').IncomingMessage, Socket] = await new Promise(
    (done) => asked.on('connect', (...met) => done([met[0], met[1]])),
  );
  return { response, socket };
}

describe('the self-signed certificate', () => {
  const { key, cert } = makeSelfSigned(['localhost', farHost]);
  const certificate = new X509Certificate(cert);

  test('is signed by its own key and good today for its hosts', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=localhost');
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.checkHost(farHost)).toBe(farHost);
    expect(certificate.checkHost('other.contoso.test')).toBeUndefined();
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
    expect(key).toContain('PRIVATE KEY');
  });

  test('is another one each time', () => {
    const other = new X509Certificate(makeSelfSigned(['localhost']).cert);
    expect(other.serialNumber).not.toBe(certificate.serialNumber);
  });
});

describe('the file server', () => {
  test('is trusted by nobody', async () => {
    await expect(ask('/file', { rejectUnauthorized: true })).rejects.toThrow(/self-signed/);
  });

  test('gives the whole file, or the rest of the same', async () => {
    const whole = await ask('/file');
    expect(whole.response.statusCode).toBe(200);
    expect(whole.body.equals(content)).toBe(true);
    const rest = await ask('/file', { headers: { Range: 'bytes=5-', 'If-Range': validator } });
    expect(rest.response.statusCode).toBe(206);
    expect(rest.response.headers['content-range']).toBe('bytes 5-299999/300000');
    expect(rest.body.equals(content.subarray(5))).toBe(true);
  });

  test('gives the whole of another file', async () => {
    const { response } = await ask('/file', { headers: { Range: 'bytes=5-', 'If-Range': '"x"' } });
    expect(response.statusCode).toBe(200);
  });

  test.each([
    ['/redirect', 302],
    ['/redirect-to-plain', 301],
    ['/other-range', 206],
    ['/nothing', 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await ask(path)).response.statusCode).toBe(status);
  });

  test('cuts the connection on the way', async () => {
    const { body, isWhole } = await ask('/cut');
    expect(isWhole).toBe(false);
    expect(body.length).toBeLessThanOrEqual(CUT_AT);
  });
});

describe('the proxies', () => {
  test('that is open leads to the https server and notes what was asked', async () => {
    const { response, socket } = await tunnel(servers.openProxy);
    expect(response.statusCode).toBe(200);
    expect(servers.tunnels()).toEqual([`${farHost}:443`]);
    const { body } = await ask('/file', { socket, servername: farHost } as RequestOptions);
    expect(body.equals(content)).toBe(true);
  });

  test('that wants a user says by which schemes', async () => {
    const { response } = await tunnel(servers.windowsProxy);
    expect(response.statusCode).toBe(407);
    expect(response.headers['proxy-authenticate']).toMatch(/Negotiate, NTLM, Basic realm=/);
    expect(servers.tunnels()).toEqual([]);
  });

  test('that wants a user takes the very password only', async () => {
    const known = await tunnel(servers.basicProxy, `${proxyUser}:${proxyPassword}`);
    known.socket.destroy();
    const other = await tunnel(servers.basicProxy, `${proxyUser}:${proxyPassword.trim()} `);
    expect(known.response.statusCode).toBe(200);
    expect(other.response.statusCode).toBe(407);
  });
});
