import { expect, test } from 'vitest';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, runScript } from './helper';
import {
  byProxy,
  contentOf,
  isWhole,
  knownUser,
  offered,
  part,
  runWebScript,
  sizeOf,
  wholeFile,
} from './web-scripts';

const small = { version: '9.55.6765.1', sizeMb: 0.1 };
const withFile = (more: object = {}) => ({
  downloads: [{ address: offered, file: small, speedMbPerSecond: 0.02, ...more }],
});

test('a link is followed by hand to the file, which comes whole and is signed', async () => {
  const server = await practiceServer();
  const link = { ...wholeFile, address: 'https://aka.ms/unifiedinstaller_weu' };
  const first = await runWebScript(server, 'download-file', link);
  expect(first.answer?.value).toEqual({ outcome: 'redirect', location: offered });
  expect(await server.files.stat(part)).toBeNull();

  const content = await contentOf(server);
  const { answer, progress } = await runWebScript(server, 'download-file', wholeFile);
  expect(answer?.value).toEqual({
    outcome: 'done',
    status: 200,
    bytes: content.length,
    total: content.length,
    validator: '"9.55.6765.1"',
    restarted: false,
  });
  expect(await isWhole(server, content)).toBe(true);
  expect(content.length).toBeGreaterThan(4 * 1024 * 1024);
  expect(progress[0]).toEqual({
    kind: 'progress',
    bytes: 0,
    total: content.length,
    validator: '"9.55.6765.1"',
  });
  expect(progress.at(-1)?.bytes).toBe(content.length);
  expect(await runScript(server, 'verify-signature', { path: part })).toMatchObject({
    value: { status: 'Valid', productVersion: '9.55.6765.1' },
  });
});

test('a download takes its simulated time', async () => {
  const server = await practiceServer(withFile({ speedMbPerSecond: 0.01 }));
  const before = server.clock.now().getTime();
  const { progress } = await runWebScript(server, 'download-file', wholeFile);
  expect(server.clock.now().getTime() - before).toBeGreaterThanOrEqual(10_000);
  expect(progress.length).toBeGreaterThanOrEqual(10);
});

test('what is there already is kept and the rest is added', async () => {
  const server = await practiceServer(withFile());
  const content = await contentOf(server);
  await server.files.write(part, content.subarray(0, 40_000));
  const rest = { ...wholeFile, offset: '40000', validator: '"9.55.6765.1"' };
  const { answer, progress } = await runWebScript(server, 'download-file', rest);
  expect(answer?.value).toMatchObject({ outcome: 'done', status: 206, restarted: false });
  expect(progress[0]?.bytes).toBe(40_000);
  expect(await isWhole(server, content)).toBe(true);
});

test('more bytes than were counted are cut off before the rest is added', async () => {
  const server = await practiceServer(withFile());
  const content = await contentOf(server);
  await server.files.write(part, Buffer.concat([content.subarray(0, 500), Buffer.alloc(99)]));
  const rest = { ...wholeFile, offset: '500', validator: '"9.55.6765.1"' };
  await runWebScript(server, 'download-file', rest);
  expect(await isWhole(server, content)).toBe(true);
});

test.each([
  ['a file that has changed since', '40000', '"9.54"'],
  ['a file without a validator', '40000', ''],
  ['a beginning that is gone', '40001', '"9.55.6765.1"'],
])('%s is fetched anew', async (_case, offset, validator) => {
  const server = await practiceServer(withFile());
  const content = await contentOf(server);
  await server.files.write(part, Buffer.alloc(40_000, 'x'));
  const rest = { ...wholeFile, offset, validator };
  const { answer } = await runWebScript(server, 'download-file', rest);
  expect(answer?.value).toMatchObject({ outcome: 'done', status: 200, restarted: true });
  expect(await isWhole(server, content)).toBe(true);
});

test('a rest that the file does not have is refused with 416', async () => {
  const server = await practiceServer(withFile());
  const content = await contentOf(server);
  await server.files.write(part, content);
  const rest = { ...wholeFile, offset: String(content.length), validator: '"9.55.6765.1"' };
  const { answer } = await runWebScript(server, 'download-file', rest);
  expect(answer?.value).toMatchObject({ outcome: 'refused', status: 416 });
  expect(await isWhole(server, content)).toBe(true);
});

test('a connection that breaks twice is gone on with twice', async () => {
  const server = await practiceServer('download-breaks');
  const content = await contentOf(server);
  const sizes: number[] = [];
  for (const wanted of [false, false, true]) {
    const size = await sizeOf(server);
    const validator = size === 0 ? '' : '"9.55.6765.1"';
    const { answer } = await runWebScript(server, 'download-file', {
      ...wholeFile,
      offset: String(size),
      validator,
    });
    expect(answer?.ok).toBe(wanted);
    if (!wanted) {
      expect(answer?.error?.type).toBe('System.Net.WebException');
      expect(answer?.error?.message).toContain('ReceiveFailure');
    }
    sizes.push(Math.round(((await sizeOf(server)) / content.length) * 100));
  }
  expect(sizes).toEqual([40, 80, 100]);
  expect(await isWhole(server, content)).toBe(true);
});

test('a download that is ended in the middle leaves its beginning', async () => {
  const server = await practiceServer(withFile({ speedMbPerSecond: null }), { timeFactor: 50 });
  const content = await contentOf(server);
  const abort = new AbortController();
  const running = runWebScript(server, 'download-file', wholeFile, abort.signal);
  await expect.poll(() => sizeOf(server), { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
  abort.abort();
  const { end, progress, answer } = await running;
  const left = Buffer.from(await server.files.read(part));
  expect(end).toEqual({ kind: 'cancelled' });
  expect(answer?.value).toBeUndefined();
  expect(progress[0]?.validator).toBe('"9.55.6765.1"');
  expect(left.length).toBeLessThan(content.length);
  expect(left.equals(content.subarray(0, left.length))).toBe(true);
});

test.each([
  ['https://download.microsoft.com/other.exe', 404, 'Not Found'],
  ['https://downloads.contoso.test/other.exe', 404, 'Not Found'],
  ['https://example.blob.core.windows.net/', 404, 'Not Found'],
])('%s is refused with %i', async (address, status, message) => {
  const server = await practiceServer();
  const { answer } = await runWebScript(server, 'download-file', { ...wholeFile, address });
  expect(answer?.value).toEqual({ outcome: 'refused', status, message });
  expect(await server.files.stat(part)).toBeNull();
});

test.each([
  ['https://nowhere.test/setup.exe', 'NameResolutionFailure'],
  ['http://aka.ms/unifiedinstaller_weu', 'Only an https address'],
  ['aka.ms', 'Invalid URI'],
])('%s ends with words of .NET', async (address, words) => {
  const server = await practiceServer();
  const { answer } = await runWebScript(server, 'download-file', { ...wholeFile, address });
  expect(answer?.ok).toBe(false);
  expect(answer?.error?.message).toContain(words);
});

test('a folder that is not there is told, and so is a file in use', async () => {
  const server = await practiceServer({ ...withFile(), lockedFiles: ['D:\\held.part'] });
  const missing = { ...wholeFile, path: 'D:\\none\\x.part' };
  expect((await runWebScript(server, 'download-file', missing)).answer?.error?.type).toBe(
    'System.IO.DirectoryNotFoundException',
  );
  const held = { ...wholeFile, path: 'D:\\held.part' };
  expect((await runWebScript(server, 'download-file', held)).answer?.error?.type).toBe(
    'System.IO.IOException',
  );
});

test('behind a proxy a download needs the proxy and its user', async () => {
  const server = await practiceServer('download-behind-proxy');
  const ask = async (more: object) =>
    (await runWebScript(server, 'download-file', { ...wholeFile, ...more })).answer;
  expect((await ask({}))?.error?.message).toContain('Timeout');
  expect((await ask(byProxy))?.value).toEqual({
    outcome: 'proxyRefused',
    status: 407,
    message: 'Proxy Authentication Required: Basic, Negotiate',
    schemes: 'Basic, Negotiate',
  });
  expect((await ask({ ...byProxy, ...knownUser, password: 'x' }))?.value?.status).toBe(407);
  expect((await ask({ ...byProxy, signIn: 'windows' }))?.value?.status).toBe(407);
  expect((await ask({ ...byProxy, ...knownUser }))?.value).toMatchObject({ outcome: 'done' });
});

test.each([
  ['a host that it blocks', offered, 403, 'Forbidden'],
  ['a host that nobody knows', 'https://www.blob.core.windows.net.test/', 403, 'Forbidden'],
])(
  'what the proxy says of %s is not taken for the server',
  async (_case, address, status, message) => {
    const server = await practiceServer('proxy-blocks-download');
    const ask = { ...wholeFile, ...byProxy, address };
    const { answer } = await runWebScript(server, 'download-file', ask);
    expect(answer?.value).toEqual({ outcome: 'proxyRefused', status, message, schemes: '' });
    expect(await server.files.stat(part)).toBeNull();
  },
);

test('a proxy that finds no server says so itself', async () => {
  const server = await practiceServer({ proxy: {} });
  const ask = { ...wholeFile, ...byProxy, address: 'https://nowhere.test/setup.exe' };
  const { answer } = await runWebScript(server, 'download-file', ask);
  expect(answer?.value).toMatchObject({ outcome: 'proxyRefused', status: 503 });
});

test('a proxy that blocks downloads lets the link to them through', async () => {
  const server = await practiceServer('proxy-blocks-download');
  const link = { ...wholeFile, ...byProxy, address: 'https://aka.ms/unifiedinstaller_weu' };
  const { answer } = await runWebScript(server, 'download-file', link);
  expect(answer?.value).toEqual({ outcome: 'redirect', location: offered });
});

test('another part of the file than was asked for is not added', async () => {
  const server = await practiceServer(withFile({ otherRange: true }));
  const content = await contentOf(server);
  await server.files.write(part, content.subarray(0, 40_000));
  const rest = { ...wholeFile, offset: '40000', validator: '"9.55.6765.1"' };
  const { answer } = await runWebScript(server, 'download-file', rest);
  expect(answer?.ok).toBe(false);
  expect(answer?.error?.message).toMatch(/^OtherRange: bytes 0-/);
  expect(await sizeOf(server)).toBe(40_000);
});

test('a disk that is full is told as such, not as a broken connection', async () => {
  const drives = [
    { letter: 'C:', sizeGb: 127, freeGb: 100 },
    { letter: 'D:', sizeGb: 1, freeGb: 0.00002 },
  ];
  const server = await practiceServer({ ...withFile(), drives });
  const { answer } = await runWebScript(server, 'download-file', wholeFile);
  expect(answer).toMatchObject({ ok: false, error: { type: 'System.IO.IOException' } });
});

test.each([
  [
    'download-elsewhere',
    { outcome: 'redirect', location: 'https://downloads.contoso.test/setup.exe' },
  ],
  ['download-not-found', { outcome: 'refused', status: 404, message: 'Not Found' }],
])('the link of %s gives what its name says', async (scenario, value) => {
  const server = await practiceServer(scenario);
  const link = { ...wholeFile, address: 'https://aka.ms/unifiedinstaller_weu' };
  expect((await runWebScript(server, 'download-file', link)).answer?.value).toEqual(value);
});

test.each([
  ['download-unsigned', offered, 'NotSigned', '9.55.6765.1'],
  ['fresh-vmware', 'https://downloads.contoso.test/setup.exe', 'NotTrusted', '9.55.6765.1'],
  ['fresh-vmware', offered.replace('9.55', '9.63'), 'Valid', '9.63.1.1'],
])('what %s gives at %s is %s', async (scenario, address, status, productVersion) => {
  const server = await practiceServer(scenario);
  await runWebScript(server, 'download-file', { ...wholeFile, address });
  expect(await runScript(server, 'verify-signature', { path: part })).toMatchObject({
    value: { status, productVersion },
  });
});

test('a changed file does not match its signature', async () => {
  const server = await practiceServer(withFile({ file: { ...small, changed: true } }));
  await runWebScript(server, 'download-file', wholeFile);
  expect(await runScript(server, 'verify-signature', { path: part })).toMatchObject({
    value: { status: 'HashMismatch' },
  });
});

test('when the network has gone nothing answers', async () => {
  const server = await practiceServer();
  await openWorld(server.folder).change((world) => {
    world.networkLost = true;
  });
  const { answer } = await runWebScript(server, 'download-file', wholeFile);
  expect(answer?.error?.message).toContain('NameResolutionFailure');
});
