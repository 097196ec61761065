import { expect, test } from 'vitest';
import { practiceServer, run, runScript } from './helper';

const setupFile = 'C:\\Users\\Administrator\\Downloads\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe';

test.each([
  ['fresh-vmware', 'Valid'],
  ['bad-package', 'NotSigned'],
  ['changed-package', 'HashMismatch'],
])('the set-up file of %s is %s', async (scenario, status) => {
  const server = await practiceServer(scenario);
  expect(await runScript(server, 'verify-signature', { path: setupFile })).toMatchObject({
    ok: true,
    value: { status },
  });
});

test('a copy of the set-up file with one other byte no longer matches its signature', async () => {
  const server = await practiceServer();
  const content = await server.files.read(setupFile);
  content[content.length - 7] = 1;
  await server.files.write('D:\\copy.exe', content);
  expect(await runScript(server, 'verify-signature', { path: 'D:\\copy.exe' })).toMatchObject({
    value: { status: 'HashMismatch' },
  });
});

test('a protected folder lets nobody but the system and administrators in', async () => {
  const server = await practiceServer();
  const path = 'C:\\ProgramData\\Own';
  expect(await runScript(server, 'new-protected-folder', { path })).toMatchObject({
    value: { created: true, owner: 'S-1-5-32-544' },
  });
  expect(await runScript(server, 'read-folder-protection', { path })).toMatchObject({
    value: {
      exists: true,
      protected: true,
      access: [
        { sid: 'S-1-5-18', rights: 'FullControl', inherited: false, kind: 'Allow' },
        { sid: 'S-1-5-32-544', rights: 'FullControl', inherited: false, kind: 'Allow' },
      ],
    },
  });
  expect(await runScript(server, 'new-protected-folder', { path })).toMatchObject({
    value: { created: false },
  });
});

test('a folder somebody made before is open to users', async () => {
  const server = await practiceServer();
  await server.files.makeFolder('C:\\ProgramData\\Squatted');
  const answer = await runScript(server, 'read-folder-protection', {
    path: 'C:\\ProgramData\\Squatted',
  });
  expect(answer).toMatchObject({ value: { protected: false } });
  expect(JSON.stringify(answer)).toContain('S-1-5-32-545');
});

test('a set-up of another session is seen, and no longer after a restart', async () => {
  const server = await practiceServer('other-setup-running');
  expect(await runScript(server, 'read-activity', {})).toMatchObject({
    value: { setups: [{ name: 'UnifiedSetup', session: 1 }] },
  });
  await server.restart();
  expect(await runScript(server, 'read-activity', {})).toMatchObject({ value: { setups: [] } });
});

test('the proxy of the agent is set and read back without its password', async () => {
  const server = await practiceServer('already-installed');
  const proxy = { server: 'http://proxy.contoso.test', port: '8080', user: 'CONTOSO\\svc' };
  const given = { ...proxy, password: 'Practice-Proxy-01' };
  expect(await runScript(server, 'set-agent-proxy', given)).toMatchObject({
    value: { done: true },
  });
  expect(await runScript(server, 'get-agent-proxy', {})).toMatchObject({
    value: { ...proxy, bypass: '' },
  });
});

test('without the agent its proxy can not be read', async () => {
  const server = await practiceServer();
  expect(await runScript(server, 'get-agent-proxy', {})).toMatchObject({
    ok: false,
    error: { type: 'System.IO.FileNotFoundException' },
  });
});

test('a command line that is not ours gets no answer', async () => {
  const server = await practiceServer();
  const answer = await run(server, server.places.powershell, ['-Command', 'Get-Process']);
  expect(answer).toMatchObject({ code: 1, output: '' });
});
