import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitCommandLine } from '../../practice/vendor-behaviour/windows-argv';
import { openWorld } from '../../practice/world/store';
import { practiceServer, readText, run, runScript } from '../unit/practice-world/helper';
import { files, logPath, messagesOf, prepare, program, setUp } from '../unit/practice-world/set-up';

const observed = join(import.meta.dirname, '../data/observed/logs');

/** The lines cdpcli prints are empty in the recordings, where it was not really run. */
const withoutEmptyLines = (messages: readonly string[]) => messages.filter((line) => line !== '');

test.each([
  ['setup-ok-fresh', 'fresh-vmware'],
  ['setup-ok-badtoken', 'fresh-vmware'],
  ['setup-ok-roll-noon', 'fresh-vmware'],
  ['setup-fail-missing-args', 'fresh-vmware'],
  ['setup-fail-register113', 'exit-113'],
])('the log of %s reads as it was observed', async (name, scenario) => {
  const server = await prepare(await practiceServer(scenario));
  const truth: unknown = JSON.parse(
    readFileSync(join(observed, name, `${name}.truth.json`), 'utf8'),
  );
  const recorded = readFileSync(join(observed, name, 'ASRUnifiedSetup.log'), 'utf8');
  const [, ...args] = splitCommandLine(
    truth !== null && typeof truth === 'object' && 'commandLine' in truth
      ? String(truth.commandLine)
      : '',
  );
  const { code } = await run(server, program, args, { cwd: files });
  expect(truth).toMatchObject({ exitCode: code });
  const log = await readText(server, logPath);
  expect(withoutEmptyLines(messagesOf(log))).toEqual(withoutEmptyLines(messagesOf(recorded)));
});

test('after set-up everything is installed, registered and running', async () => {
  const server = await prepare(await practiceServer());
  const port = ['/PSIP', '10.20.30.41', '/DataTransferSecurePort', '9555'];
  expect(await setUp(server, port)).toMatchObject({ code: 0 });
  const { services, registry, certificates, processes } = await openWorld(server.folder).read();
  const running = services.filter(({ state }) => state === 'running').map(({ name }) => name);
  expect(running).toEqual(
    expect.arrayContaining([
      ...['cxprocessserver', 'InMage PushInstall', 'tmansvc', 'ProcessServer', 'LogUpload'],
      ...['ProcessServerMonitor', 'svagents', 'InMage Scout Application Service', 'obengine'],
    ]),
  );
  const names = Object.values(registry).map((values) => values.DisplayName);
  expect(names.flatMap((value) => (value?.type === 'REG_SZ' ? [value.data] : []))).toEqual(
    expect.arrayContaining([
      'Microsoft Azure Site Recovery Configuration/Process Server Dependencies',
      'Microsoft Azure Site Recovery Configuration/Process Server',
      'Microsoft Azure Site Recovery Mobility Service/Master Target Server',
      'Microsoft Azure Recovery Services Agent',
    ]),
  );
  const wow = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\InMage Systems\\Installed Products';
  expect(registry[`${wow}\\9`]).toMatchObject({
    InstallDirectory: { data: 'D:\\ASR\\home\\svsystems' },
    Proxy_Type: { data: 'Bypass' },
  });
  expect(registry[`${wow}\\5`]).toMatchObject({ AgentConfigurationStatus: { data: 'Succeeded' } });
  const container =
    registry['HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config\\InMageMT'];
  const thumbprint = container?.PrimaryCertThumbprint;
  expect(certificates.map((certificate) => certificate.thumbprint)).toContain(thumbprint?.data);
  const conf = await readText(
    server,
    'C:\\ProgramData\\ASR\\home\\svsystems\\transport\\cxps.conf',
  );
  expect(conf).toContain('ssl_port = 9555\r\n');
  expect(await server.network.probeHttps('10.20.30.41', 9555, 5)).toMatchObject({ status: 400 });
  expect(processes).toEqual([]);
});

test('a proxy of the arguments is given to the agent, and its password is in no log', async () => {
  const server = await prepare(await practiceServer('behind-proxy'));
  const lines = [
    '[ProxySettings]',
    'ProxyAuthentication="Yes"',
    'ProxyIP="http://proxy.contoso.test"',
    'ProxyPort="8080"',
    'ProxyUserName="CONTOSO\\svc-asr"',
    'ProxyPassword="Practice-Proxy-01"',
  ];
  await server.files.write('C:\\in\\Proxy.txt', Buffer.from(`${lines.join('\r\n')}\r\n`));
  const { code, log } = await setUp(server, ['/ProxySettingsFilePath', 'C:\\in\\Proxy.txt']);
  expect(code).toBe(0);
  expect(log).toContain('MARS agent proxy has been set successfully.');
  expect(log).not.toContain('Practice-Proxy-01');
  expect(await runScript(server, 'get-agent-proxy', {})).toMatchObject({
    value: { server: 'http://proxy.contoso.test', port: '8080', user: 'CONTOSO\\svc-asr' },
  });
  const world = readFileSync(join(server.folder, 'world.json'), 'utf8');
  expect(JSON.parse(world).agentProxy).not.toHaveProperty('password');
});

test('the log of an earlier run is moved to the folder Backup', async () => {
  const server = await prepare(await practiceServer());
  await setUp(server, ['/Wrong']);
  await setUp(server);
  const backup = await server.files.list('C:\\ProgramData\\ASRSetupLogs\\Backup');
  expect(backup).toHaveLength(1);
  expect(backup[0]).toMatch(/^\d{4}(-\d\d){5}ASRUnifiedSetup\.log$/);
});

test('a set-up that was not unpacked whole ends with 1', async () => {
  const server = await prepare(await practiceServer());
  await server.files.remove(`${files}\\UNIFIEDAGENT.EXE`);
  const { code, log } = await setUp(server);
  expect(code).toBe(1);
  expect(log).toContain('The system cannot find the file specified');
});

test('an upgrade empties C:\\Temp and so loses a package that was unpacked there', async () => {
  const server = await practiceServer({ installed: { version: '9.54.6594.1' } });
  const [downloads = ''] = server.places.downloads;
  const file = `${downloads}\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe`;
  const folder = 'C:\\Temp\\Extracted';
  await run(server, file, ['/q', `/x:${folder}`]);
  const { code } = await run(server, `${folder}\\UNIFIEDSETUP.EXE`, ['/Upgrade'], { cwd: folder });
  expect(code).toBe(1);
  expect(await server.files.list('C:\\Temp')).toEqual([]);
});

test('a whole upgrade brings every part to the version of the package', async () => {
  const server = await prepare(await practiceServer({ installed: { version: '9.54.6594.1' } }));
  const { code } = await run(server, program, ['/Upgrade'], { cwd: files });
  expect(code).toBe(0);
  const again = await run(server, program, ['/Upgrade'], { cwd: files });
  expect(again.code).toBe(203);
});

test('/xC:\\… without the colon unpacks nothing', async () => {
  const server = await practiceServer();
  const [downloads = ''] = server.places.downloads;
  const file = `${downloads}\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe`;
  const { code } = await run(server, file, ['/q', '/xC:\\P']);
  expect(code).not.toBe(0);
  expect(await server.files.stat('C:\\P')).toBeNull();
});
