import { expect, test } from 'vitest';
import { loadSampleSchema, prerequisiteFactsSchema } from '../../../contract/facts';
import { factsWith } from '../../support/sample-facts';
import { practiceServer, run, runScript } from './helper';
import { logPath, prepare, setUp } from './set-up';

type Server = Awaited<ReturnType<typeof practiceServer>>;

/** The facts of the three scripts together. */
async function prerequisitesOf(server: Server) {
  const values: object[] = [];
  for (const name of ['read-prerequisites', 'read-other-software', 'read-clock']) {
    const answer = await runScript(server, name, {});
    expect(answer).toMatchObject({ ok: true });
    if (answer !== null && typeof answer === 'object' && 'value' in answer) {
      values.push(Object(answer.value));
    }
  }
  return prerequisiteFactsSchema.strict().parse(Object.assign({}, ...values));
}

async function loadOf(server: Server) {
  const answer = await runScript(server, 'read-load', {});
  const { value } =
    answer !== null && typeof answer === 'object' && 'value' in answer ? answer : {};
  return loadSampleSchema.omit({ at: true, cacheFreePercent: true }).strict().parse(value);
}

test('the facts of a fresh server are those set-up wants', async () => {
  expect(await prerequisitesOf(await practiceServer())).toEqual({
    ...factsWith().prerequisites,
    dotNetRelease: 461814,
  });
});

test('whatever stands in the way shows in the facts', async () => {
  const server = {
    dotNetRelease: null,
    tls10Off: true,
    fips: true,
    policies: { commandPrompt: true, registryTools: true, attachments: true, scripts: true },
    culture: 'de-DE',
    roles: ['Hyper-V'],
    clockOffsetSeconds: -400,
    timeSource: 'dc01.contoso.test',
    asrFolder: 'folder',
    mySql55: '5.5.37',
    perl: '5.8.9',
  };
  expect(await prerequisitesOf(await practiceServer({ server }))).toMatchObject(server);
});

test('an installed process server has its junction and a Perl of its own', async () => {
  const server = await practiceServer('already-installed');
  expect(await prerequisitesOf(server)).toMatchObject({ asrFolder: 'junction', perl: null });
});

test('a setting changed by reg.exe shows in the facts', async () => {
  const server = await practiceServer('fips-on');
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FipsAlgorithmPolicy';
  await run(server, 'reg.exe', ['add', key, '/v', 'Enabled', '/t', 'REG_DWORD', '/d', '0', '/f']);
  expect(await prerequisitesOf(server)).toMatchObject({ fips: false });
});

test('the load is moderate, and moves slowly', async () => {
  const server = await practiceServer();
  const first = await loadOf(server);
  const next = await loadOf(server);
  expect(first.processorPercent).toBeLessThan(30);
  expect(Math.abs(first.processorPercent - next.processorPercent)).toBeLessThan(5);
  expect(first.memoryPercent).toBeGreaterThan(10);
});

test('the load is high while set-up runs', async () => {
  const server = await practiceServer({ otherSetup: {} });
  expect((await loadOf(server)).processorPercent).toBeGreaterThan(40);
});

test.each([
  ['small-server', ['sufficient machine memory', 'number of processor cores']],
  ['policy-blocks', ['access to command prompt', 'PowerShell scripts execution']],
  ['clock-off', ['Time in sync check']],
  ['windows-10', ['Server OS check']],
])('the log of %s names each check that failed', async (id, names) => {
  const server = await prepare(await practiceServer(id));
  const { log, output } = await setUp(server);
  const failed = log.split('\r\n').filter((line) => line.endsWith('Failed'));
  for (const name of names) expect(failed.filter((line) => line.includes(name))).toHaveLength(2);
  expect(output.match(/Pre-requisite check has failed\./g)).toHaveLength(names.length);
  expect(log).toContain('Exit code returned by unified setup: 4(PrerequisiteChecksFailed)');
});

test('an address of DHCP and a Perl of its own are only mentioned', async () => {
  const scenario = {
    server: { perl: '5.8.9' },
    addresses: [{ address: '10.20.30.41', dhcp: true }],
  };
  const { code, log } = await setUp(await prepare(await practiceServer(scenario)));
  expect(code).toBe(0);
  expect(log.match(/: Warn\r\n/g)).toHaveLength(2);
});

test('less than 2 GB on the system drive stops set-up', async () => {
  const drives = [
    { letter: 'C:', sizeGb: 127, freeGb: 1.5 },
    { letter: 'D:', sizeGb: 750, freeGb: 700 },
  ];
  expect(await setUp(await prepare(await practiceServer({ drives })))).toMatchObject({ code: 4 });
});

test('with /SkipSpaceCheck space is not looked at', async () => {
  const server = await prepare(await practiceServer('full-disk'));
  const { code, log } = await setUp(server, ['/SkipSpaceCheck']);
  expect(log).toContain('Skipping space check as /SkipSpaceCheck argument');
  expect(log).not.toContain(': Warn');
  expect(code).toBe(0);
});

test('with TLS 1.0 off set-up quits without the last lines of its log', async () => {
  const { code, log } = await setUp(await prepare(await practiceServer('tls10-off')));
  expect(code).toBe(1);
  expect(log).not.toContain('Exit code returned by unified setup');
});

test.each([
  ['a leftover mobility agent', { installed: { parts: ['masterTarget'] } }, 1],
  ['a folder where the junction goes', { server: { asrFolder: 'folder' } }, 1],
  ['a leftover junction', { server: { asrFolder: 'junction' } }, 0],
])('%s: set-up ends with the code it has for that', async (_name, scenario, code) => {
  const server = await prepare(await practiceServer(scenario));
  expect((await setUp(server)).code).toBe(code);
});

test('a box about .NET leaves a log that has just begun', async () => {
  const server = await prepare(await practiceServer('net-too-old'));
  const { log } = await setUp(server, [], { timeoutSeconds: 600 });
  expect(log.trimEnd()).toMatch(/Application Started$/);
  expect(await server.files.stat(logPath)).not.toBeNull();
});

test('roles that Windows does not tell leave the rest told', async () => {
  const server = await practiceServer({ server: { roles: null, perl: '5.8.9' } });
  expect(await runScript(server, 'read-other-software', {})).toMatchObject({
    ok: true,
    value: { roles: null, perl: '5.8.9', asrFolder: 'absent' },
  });
});
