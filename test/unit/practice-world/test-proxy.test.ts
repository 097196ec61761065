import { expect, test } from 'vitest';
import { practiceServer, runScript } from './helper';
import { byProxy, knownUser, offered, plainRequest, runWebScript } from './web-scripts';

const azure = 'https://management.azure.com/';
const ask = async (server: Awaited<ReturnType<typeof practiceServer>>, more: object = {}) =>
  (await runWebScript(server, 'test-proxy', { ...plainRequest, address: azure, ...more })).answer
    ?.value;

const nothing = {
  reached: false,
  status: 0,
  proxyStatus: 0,
  schemes: '',
  location: '',
  identity: 'WIN-PS01\\Administrator',
};
const proxy = 'http://proxy.contoso.test:8080';

test.each([
  ['https://management.azure.com/', 404],
  ['https://login.microsoftonline.com/', 200],
  ['https://weu.hypervrecoverymanager.windowsazure.com/', 404],
  ['https://pod01.backup.windowsazure.com/', 404],
  ['https://account.blob.core.windows.net/', 404],
])('%s is reached without a proxy', async (address, status) => {
  const server = await practiceServer();
  expect(await ask(server, { address })).toMatchObject({
    ...nothing,
    reached: true,
    status,
    proxy: '',
  });
});

test('where only a proxy leads out, nothing is reached without it', async () => {
  const server = await practiceServer('behind-proxy');
  const before = server.clock.now().getTime();
  const value = await ask(server);
  expect(value).toMatchObject({ ...nothing, message: 'Timeout: The operation has timed out' });
  expect(server.clock.now().getTime() - before).toBeGreaterThanOrEqual(30_000);
  expect(await ask(server, { proxyMode: 'system' })).toMatchObject({ reached: false, proxy: '' });
});

test('a proxy that wants a user refuses who gives none or another', async () => {
  const server = await practiceServer('behind-proxy');
  const refused = { ...nothing, proxyStatus: 407, schemes: 'Basic, Negotiate', proxy };
  expect(await ask(server, byProxy)).toMatchObject(refused);
  expect(await ask(server, { ...byProxy, ...knownUser, user: 'other' })).toMatchObject(refused);
  expect(await ask(server, { ...byProxy, ...knownUser, password: 'x' })).toMatchObject(refused);
  expect(await ask(server, { ...byProxy, signIn: 'windows' })).toMatchObject(refused);
  expect(await ask(server, { ...byProxy, ...knownUser })).toMatchObject({
    ...nothing,
    reached: true,
    status: 404,
    message: 'Not Found',
    proxy,
  });
});

test.each([
  ['another host', { proxyServer: 'other.contoso.test' }, 'ProxyNameResolutionFailure'],
  ['another port', { proxyPort: '3128' }, 'ConnectFailure'],
])('a proxy with %s is not found', async (_case, more, words) => {
  const server = await practiceServer('behind-proxy');
  const value = await ask(server, { ...byProxy, ...knownUser, ...more });
  expect(value).toMatchObject(nothing);
  expect(value?.message).toContain(words);
});

test('a host that nobody knows is told by the proxy', async () => {
  const server = await practiceServer('behind-proxy');
  const address = 'https://nowhere.test/';
  expect(await ask(server, { ...byProxy, ...knownUser, address })).toMatchObject({
    ...nothing,
    proxyStatus: 503,
  });
});

test('the proxy of Windows is used, with the Windows account when it wants that', async () => {
  const server = await practiceServer('proxy-windows-sign-in');
  const system = { proxyMode: 'system' };
  expect(await ask(server, system)).toMatchObject({ reached: false, proxyStatus: 407, proxy });
  expect(await ask(server, { ...system, ...knownUser })).toMatchObject({ proxyStatus: 407 });
  expect(await ask(server, { ...system, signIn: 'windows' })).toMatchObject({
    reached: true,
    status: 404,
    proxy,
  });
});

test('a proxy of Windows that nobody needs leads out all the same', async () => {
  const server = await practiceServer({
    server: { systemProxy: 'http://proxy.contoso.test:8080' },
  });
  expect(await ask(server, { proxyMode: 'system' })).toMatchObject({ reached: true, proxy });
  expect(await ask(server)).toMatchObject({ reached: true, proxy: '' });
});

test('a proxy without sign-in lets everybody through', async () => {
  const server = await practiceServer({ proxy: {} });
  expect(await ask(server, byProxy)).toMatchObject({ reached: true, proxy });
});

test('a short link is told with where it leads, and that again with nothing', async () => {
  const server = await practiceServer();
  const address = 'https://aka.ms/unifiedinstaller_weu';
  const link = await ask(server, { address });
  expect(link).toMatchObject({ ...nothing, reached: true, status: 302, location: offered });
  expect(await ask(server, { address: offered })).toMatchObject({ status: 200, location: '' });
});

test.each([
  ['setup.exe', 'https://aka.ms/setup.exe'],
  ['http://download.microsoft.com/setup.exe', ''],
])('a link that leads to %s is told as "%s"', async (redirectTo, location) => {
  const address = 'https://aka.ms/link';
  const server = await practiceServer({ downloads: [{ address, redirectTo }] });
  expect(await ask(server, { address })).toMatchObject({ reached: true, status: 302, location });
});

test('a proxy that blocks a host tells so itself, and lets others through', async () => {
  const server = await practiceServer('proxy-blocks-download');
  expect(await ask(server, { ...byProxy, address: offered })).toMatchObject({
    ...nothing,
    proxyStatus: 403,
    message: 'Forbidden',
    proxy,
  });
  for (const address of [azure, 'https://pod01.backup.windowsazure.com/']) {
    expect(await ask(server, { ...byProxy, address })).toMatchObject({ reached: true });
  }
  const link = { ...byProxy, address: 'https://aka.ms/unifiedinstaller_weu' };
  expect(await ask(server, link)).toMatchObject({ reached: true, location: offered });
});

test('the user in the address of the proxy of Windows is told nowhere', async () => {
  const systemProxy = 'http://somebody:secret@proxy.contoso.test';
  const server = await practiceServer({ server: { systemProxy } });
  expect(await ask(server, { proxyMode: 'system' })).toMatchObject({
    reached: true,
    proxy: 'http://proxy.contoso.test:80',
  });
  expect(await runScript(server, 'read-prerequisites', {})).toMatchObject({
    value: { systemProxy: 'http://proxy.contoso.test:80' },
  });
});
