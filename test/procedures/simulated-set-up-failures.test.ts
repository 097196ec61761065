import { expect, test } from 'vitest';
import { openPracticeServer, scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { practiceServer, run, runScript } from '../unit/practice-world/helper';
import { files, prepare, program, setUp, usual } from '../unit/practice-world/set-up';

const proxyFile = [
  '[ProxySettings]',
  'ProxyAuthentication="No"',
  'ProxyIP="http://proxy.contoso.test"',
  'ProxyPort="8080"',
  'ProxyUserName=""',
  'ProxyPassword=""',
].join('\r\n');

test.each([
  ['fresh-vmware', 0],
  ['fresh-physical', 0],
  ['wrong-passphrase', 2],
  ['cs-unreachable', 2],
  ['full-disk', 2],
  ['port-blocked', 0],
  ['exit-1', 1],
  ['exit-4', 4],
  ['exit-102', 102],
  ['exit-113', 113],
  ['restart-needed', 3010],
  ['installer-busy', 1],
  ['already-installed', 2],
  ['half-installed', 0],
  ['tool-goes-on', 0],
])('set-up ends in %s with %i', async (scenario, code) => {
  const server = await prepare(await practiceServer(scenario));
  const { log, ...result } = await setUp(server);
  expect(result.code).toBe(code);
  expect(log).toContain(`Exit code returned by unified setup: ${code}(`);
});

test('set-up ends with 115 when the agent does not take the proxy', async () => {
  const server = await prepare(await practiceServer('exit-115'));
  await server.files.write('C:\\in\\Proxy.txt', Buffer.from(proxyFile));
  const { code, log } = await setUp(server, ['/ProxySettingsFilePath', 'C:\\in\\Proxy.txt']);
  expect(code).toBe(115);
  expect(log).toContain('Failed to set MARS agent proxy.');
});

test('a failed process server takes the installation folder and C:\\Temp with it', async () => {
  const server = await prepare(await practiceServer('exit-1'));
  await server.files.makeFolder('C:\\Temp\\Mine');
  const { log } = await setUp(server);
  expect(log).toContain('Exit code returned by command: 14');
  expect(await server.files.stat('D:\\ASR')).toBeNull();
  expect(await server.files.stat('C:\\Temp\\Mine')).toBeNull();
});

test('a wrong passphrase is tried three times and has replaced the one that was kept', async () => {
  const server = await prepare(await practiceServer('wrong-passphrase'));
  const { log } = await setUp(server);
  expect(log).toContain('Validating connection passphrase - attempt 3');
  expect(log).toContain('reason: server returned error: 403');
  const kept = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase';
  expect(Buffer.from(await server.files.read(kept)).toString()).toBe('Practice-Passphrase-01');
});

test('csgetfingerprint -v tells a wrong passphrase from a dead line only by its reason', async () => {
  const tell = async (scenario: string) => {
    const server = await prepare(await practiceServer(scenario));
    const args = ['-i', '10.20.30.40', '-p', '443', '-v', '-w', 'Practice-Passphrase-01'];
    return await run(server, `${files}\\csgetfingerprint.exe`, args);
  };
  const wrong = await tell('wrong-passphrase');
  const dead = await tell('cs-unreachable');
  for (const { code, output } of [wrong, dead]) {
    expect(code).toBe(4294967295);
    expect(output).toContain('passphrase failed validation');
  }
  expect(wrong.output).toContain('403');
  expect(dead.output).toContain('(28)');
  expect((await tell('fresh-vmware')).output).toBe('passphrase is valid\r\n');
});

test('an argument that set-up does not know is dropped with all after it, and the exit code is 0', async () => {
  const server = await prepare(await practiceServer('quiet-error'));
  const { code, log } = await setUp(server, ['/DataTransferSecurePort', '9555']);
  expect(code).toBe(0);
  expect(log).toContain(
    'Quite mode Error: Invalid command line parameters passed /DataTransferSecurePort - ',
  );
  expect(await server.network.probeHttps('localhost', 9443, 5)).toMatchObject({ status: 400 });
});

test('a data port another program holds does not answer after set-up', async () => {
  const server = await prepare(await practiceServer('port-blocked'));
  await setUp(server);
  expect(await server.network.probeHttps('localhost', 9443, 5)).toMatchObject({ kind: 'failed' });
});

test('a second set-up in the session hangs until its time is up', async () => {
  const server = await prepare(await practiceServer('other-setup-running'));
  const { end } = await setUp(server, [], { timeoutSeconds: 600 });
  expect(end).toEqual({ kind: 'timedOut', seconds: 600 });
});

test('who is no administrator can not start set-up', async () => {
  const server = await practiceServer({ files: { 'C:\\in\\Passphrase.txt': 'x' } });
  await prepare(server);
  await openWorld(server.folder).change((world) => {
    world.isAdministrator = false;
  });
  const { end } = await run(server, program, usual, { cwd: files });
  expect(end).toMatchObject({ kind: 'notStarted', code: 'EACCES' });
});

test('set-up that dies leaves what was done, and a second one completes it', async () => {
  const server = await prepare(await practiceServer('tool-dies'));
  const first = await setUp(server);
  expect(first.code).toBe(0xc0000005);
  expect(first.log).not.toContain('Exit code returned by unified setup');
  const { services } = await openWorld(server.folder).read();
  const names = services.map(({ name }) => name);
  expect(names).toContain('tmansvc');
  expect(names).not.toContain('svagents');
  const second = await setUp(server);
  expect(second.code).toBe(0);
  expect(second.log).toContain('Re-installation scenario.');
  expect(await run(server, 'sc.exe', ['query', 'svagents'])).toMatchObject({ code: 0 });
});

test('after a failed registration set-up does again only what is missing', async () => {
  const server = await prepare(await practiceServer('exit-113'));
  expect(await setUp(server)).toMatchObject({ code: 113 });
  const { code, log } = await setUp(server);
  expect(code).toBe(0);
  expect(log).toContain('Latest version of Master target is already installed on the server.');
  expect(log).toContain('Master Target registration has succeeded.');
});

test.each([
  ['toolDies', false],
  ['toolGoesOn', true],
] as const)('with %s set-up minds whether its program lives', async (afterKill, completes) => {
  const laid = await prepare(await practiceServer({ afterKill }));
  let calls = 0;
  const programIsAlive = () => {
    calls += 1;
    return calls < 8;
  };
  const server = {
    ...laid,
    ...(await openPracticeServer(laid.folder, { programIsAlive })),
  };
  const { code, log } = await setUp(server);
  expect(code === 0).toBe(completes);
  expect(log.includes('Exit code returned by unified setup')).toBe(completes);
});

test('a cancelled set-up ends at once and is no longer among the processes', async () => {
  const server = await prepare(await practiceServer('fresh-vmware', { timeFactor: 600 }));
  const stop = new AbortController();
  const running = setUp(server, [], { signal: stop.signal });
  await expect
    .poll(() => runScript(server, 'read-activity', {}))
    .toMatchObject({ value: { setups: [{ name: 'UNIFIEDSETUP', session: 1 }] } });
  stop.abort();
  expect((await running).end).toEqual({ kind: 'cancelled' });
  expect(await runScript(server, 'read-activity', {})).toMatchObject({ value: { setups: [] } });
});

test('a restart of Windows ends a set-up in the middle', async () => {
  const server = await prepare(await practiceServer('fresh-vmware', { timeFactor: 600 }));
  const running = setUp(server);
  await expect
    .poll(() => runScript(server, 'read-activity', {}))
    .toMatchObject({ value: { setups: [{ name: 'UNIFIEDSETUP' }] } });
  await server.restart();
  const { code, log } = await running;
  expect(code).toBe(0x40010004);
  expect(log).not.toContain('Application Ended');
});

test('after a restart what starts by itself runs, and nothing else', async () => {
  const server = await practiceServer('already-installed');
  await run(server, 'net.exe', ['stop', 'tmansvc']);
  const before = await openWorld(server.folder).read();
  await server.restart();
  const after = await openWorld(server.folder).read();
  expect(after.bootedAt > before.bootedAt).toBe(true);
  expect(after.services.find(({ name }) => name === 'tmansvc')?.state).toBe('running');
  expect(after.services.find(({ name }) => name === 'msiserver')?.state).toBe('stopped');
});

test('every scenario can be laid and opened', async () => {
  for (const { id } of scenarios) {
    const server = await practiceServer(id);
    expect((await server.state()).scenario).toBe(id);
  }
});
