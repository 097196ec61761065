import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proposal } from '../../contract/runbook';
import { parseScenario, scenarios } from '../../practice';
import { keys, uninstallKeys } from '../../practice/products/keys';
import { asrFolder, noteRestart } from '../../practice/products/windows';
import { writeSettings } from '../../practice/products/windows-settings';
import { deleteKey } from '../../practice/world/registry';
import type { World } from '../../practice/world/schema';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, stepOf } from '../support/run-procedure';
import { worldSnapshot } from '../support/world-snapshot';
import { answersFor, outcomes } from './scenario-outcomes';

const openOne = openForFile();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function open(scenario: Readonly<Record<string, unknown>>, folder?: string) {
  const one = await openOne(scenario, folder === undefined ? {} : { folder });
  enterSecrets(one.application);
  return one;
}

const notPassed = ({ preconditions }: Proposal) =>
  Object.fromEntries(
    preconditions
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ id, verdict }) => [id, verdict]),
  );

describe.concurrent('conditions of scenarios', { timeout: 120_000 }, () => {
  test.each(scenarios.map(({ id }) => id))('%s', async (id) => {
    const scenario = scenarios.find((one) => one.id === id);
    const outcome = outcomes[id];
    if (!scenario || !outcome || outcome.kind === 'stops' || !('findings' in outcome)) return;
    const one = await open(scenario);
    const answers = answersFor(scenario);
    const procedure = outcome.kind === 'blocked' ? outcome.procedure : 'set-up';
    const isEarly = procedure === 'prepare';
    if (procedure === 'set-up') await applyProcedure(one.application, 'prepare', answers);
    const before = worldSnapshot(one.folder);
    const proposal = await propose(one.application, procedure, answers);
    expect(notPassed(proposal)).toEqual(outcome.findings);
    expect(proposal.plan === null).toBe(outcome.kind === 'blocked');
    for (const { verdict, mend, why } of proposal.preconditions) {
      expect(why).not.toBe('');
      if (verdict === 'blocks') expect(mend).not.toBe('');
    }
    if (isEarly) {
      expect((await propose(one.application, 'set-up', answers)).plan).toBeNull();
    }
    expect(worldSnapshot(one.folder)).toEqual(before);
  });
});

type Change = readonly [name: string, change: (world: World) => void];
const settings =
  (changes: Record<string, unknown>) =>
  ({ registry }: World): void =>
    writeSettings(registry, parseScenario({ id: 'x', title: 'x', server: changes }).server);
const gb = 1024 ** 3;
const free =
  (letter: string, gigabytes: number) =>
  ({ drives }: World): void => {
    for (const drive of drives) if (drive.letter === letter) drive.freeBytes = gigabytes * gb;
  };
const windows =
  (changes: Partial<World['windows']>) =>
  (world: World): void => {
    Object.assign(world.windows, changes);
  };

const withDhcp = (world: World): void => {
  world.addresses = world.addresses.map((one) => ({ ...one, dhcp: true }));
};
const noDotNet = ({ registry }: World): void => {
  for (const key of [keys.dotNet, keys.dotNet.replace('WOW6432Node\\', '')]) {
    deleteKey(registry, key);
  }
};

/** One thing each that set-up looks at, many of them just at its limit. */
const changes: readonly Change[] = [
  ['little memory', (world) => (world.memoryBytes = 15.4 * gb)],
  ['memory that Windows tells a little less of', (world) => (world.memoryBytes = 15.6 * gb)],
  ['few cores', (world) => (world.processors = 7)],
  ['a pending restart', noteRestart],
  ['Windows Server 2012', windows({ version: '6.2.9200' })],
  ['Windows 10', windows({ caption: 'Microsoft Windows 10', version: '10.0.19045' })],
  ['Windows Server 2022', windows({ version: '10.0.20348' })],
  ['another language', windows({ language: 'fr-FR' })],
  ['other formats', windows({ culture: 'de-CH' })],
  ['British English', windows({ language: 'en-GB', culture: 'en-GB' })],
  ['no .NET', noDotNet],
  ['.NET 4.6.1', settings({ dotNetRelease: 394_801 })],
  ['.NET 4.6.2', settings({ dotNetRelease: 394_802 })],
  ['TLS 1.0 off', settings({ tls10Off: true })],
  ['FIPS mode', settings({ fips: true })],
  ['no command prompt', settings({ policies: { commandPrompt: true } })],
  ['no registry tools', settings({ policies: { registryTools: true } })],
  ['attachments', settings({ policies: { attachments: true } })],
  ['no scripts', settings({ policies: { scripts: true } })],
  ['MySQL 5.5', settings({ mySql55: '5.5.37' })],
  ['another Perl', settings({ perl: '5.30.0' })],
  ['five minutes off', (world) => (world.clockOffsetSeconds = 300)],
  ['more than five minutes off', (world) => (world.clockOffsetSeconds = -301)],
  ['no time source', (world) => (world.clockOffsetSeconds = null)],
  ['600 GB', free('D:', 600)],
  ['599.9 GB', free('D:', 599.9)],
  ['4.9 GB', free('D:', 4.9)],
  ['5 GB', free('D:', 5)],
  ['2 GB for Windows', free('C:', 2)],
  ['1.9 GB for Windows', free('C:', 1.9)],
  ['DHCP', withDhcp],
  ['a busy Windows Installer', (world) => (world.installerBusy = true)],
  ['no VMware Tools', ({ registry }) => deleteKey(registry, uninstallKeys.vmwareTools)],
  ['a link', ({ junctions }) => junctions.push({ path: asrFolder, target: 'C:\\ASR' })],
];

/** Set-up ends right after its own checks, so that many servers can be tried. */
const stopAtFirstPart = (world: World) => {
  world.faults.push({
    tool: 'unifiedsetup',
    at: 'dependencies',
    how: { exit: 77, output: '', error: '' },
    times: null,
  });
};

async function preparedServer(scenario: Readonly<Record<string, unknown>>): Promise<string> {
  const one = await open(scenario);
  const prepared = await applyProcedure(one.application, 'prepare', goodAnswers);
  expect(prepared.status).toBe('done');
  await openWorld(join(one.folder, 'world')).change(stopAtFirstPart);
  return one.folder;
}

/**
 * Set-up must get past its own checks wherever all conditions let it begin; returns whether they
 * did.
 */
async function expectAgreement(
  base: string,
  picked: readonly Change[],
  answers: Readonly<Record<string, string>>,
  occupied: boolean,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'psm-condition-'));
  folders.push(folder);
  // A prepared package is found by the date of its set-up file.
  cpSync(base, folder, { recursive: true, preserveTimestamps: true });
  const world = openWorld(join(folder, 'world'));
  for (const [, change] of picked) await world.change((draft) => void change(draft));
  const one = await open({}, folder);
  if (occupied) {
    await one.practice.files.makeFolder(asrFolder);
    await one.practice.files.write(`${asrFolder}\\notes.txt`, new Uint8Array([1]));
  }
  const { plan } = await propose(one.application, 'set-up', answers);
  if (plan === null) return false;
  const state = await applyProcedure(one.application, 'set-up', answers);
  expect(stepOf(state, 'install').facts).toMatchObject({
    exitCode: '1',
    part: 'dependencies',
    partExitCode: '77',
  });
  return true;
}

let fresh = '';
let half = '';
beforeAll(async () => {
  fresh = await preparedServer({});
  half = await preparedServer({ installed: { parts: ['dependencies', 'processServer'] } });
});

const yesOrNo = fc.constantFrom('yes', 'no');
const server = fc.record({
  picked: fc.subarray([...changes], { maxLength: 2 }),
  occupied: fc.boolean(),
  answers: fc
    .record({
      skipPrerequisites: yesOrNo,
      skipTls: yesOrNo,
      spaceCheck: yesOrNo,
      environment: fc.constantFrom('vmware', 'physical'),
    })
    .map((given) => ({ ...goodAnswers, ...given })),
});

test('each thing that set-up stops at by itself is told before', async () => {
  const begun = await Promise.all(
    changes.map((change) => expectAgreement(fresh, [change], goodAnswers, false)),
  );
  const names = changes.map(([name]) => name).filter((_name, at) => begun[at]);
  expect(names).toEqual([
    'memory that Windows tells a little less of',
    'Windows Server 2022',
    'British English',
    '.NET 4.6.2',
    'another Perl',
    'five minutes off',
    'no time source',
    '600 GB',
    '2 GB for Windows',
    'DHCP',
    'a link',
  ]);
  expect(await expectAgreement(fresh, [], goodAnswers, true)).toBe(false);
}, 120_000);

test('on a fresh server set-up never stops at its own checks when all conditions pass', async () => {
  await fc.assert(
    fc.asyncProperty(server, async ({ picked, answers, occupied }) => {
      await expectAgreement(fresh, picked, answers, occupied && picked.length === 0);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('on half a server set-up takes what the conditions let begin', async () => {
  await fc.assert(
    fc.asyncProperty(
      server,
      fc.constantFrom('D:\\ASR', 'C:\\Other'),
      async ({ picked, answers }, installFolder) => {
        await expectAgreement(half, picked, { ...answers, installFolder }, false);
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);

test('a port that another program took is told where only the dependencies are here', async () => {
  const one = await open({
    installed: { parts: ['dependencies'] },
    listeners: [{ port: 9443, program: 'java' }],
  });
  await applyProcedure(one.application, 'prepare', goodAnswers);
  expect(notPassed(await propose(one.application, 'set-up', goodAnswers))).toMatchObject({
    port: 'blocks',
    installed: 'warns',
  });
});

test('the room that counts is that of the folder which an earlier installation keeps', async () => {
  const one = await open({
    installed: { parts: ['dependencies', 'processServer'], folder: 'E:\\Server' },
    drives: [
      { letter: 'C:', sizeGb: 127, freeGb: 100 },
      { letter: 'D:', sizeGb: 750, freeGb: 700 },
      { letter: 'E:', sizeGb: 750, freeGb: 100 },
    ],
  });
  await applyProcedure(one.application, 'prepare', goodAnswers);
  const { preconditions } = await propose(one.application, 'set-up', goodAnswers);
  expect(preconditions.find(({ id }) => id === 'space')).toMatchObject({
    title: 'Free space on E:',
    verdict: 'blocks',
  });
});
