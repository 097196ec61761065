import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POLICY_KEY } from '../../main/vendor/policy';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { keepBackup } from '../support/keep-backup';
import { openForFile } from '../support/open-for-file';
import { goodAnswers, type PracticeApplication } from '../support/practice-application';
import {
  applyProcedure,
  enterSecrets,
  propose,
  proposePlan,
  takeUp,
} from '../support/run-procedure';

const open = openForFile();

const restart = { action: 'restart', deployment: 'standAlone', which: 'chosen', tmansvc: 'yes' };

const FILE = 'D:\\ASR\\some.conf';

async function openLocked() {
  const scenario = scenarios.find(({ id }) => id === 'policy-locks');
  if (!scenario) throw new Error('No scenario policy-locks.');
  const one = await open(scenario);
  enterSecrets(one.application);
  return one.application;
}

const link = (address: string) => ({ source: 'link', link: address, proxyMode: 'direct' });

const LINK = 'https://aka.ms/unifiedinstaller_weu';

/** Writes the policy of the organisation anew, as its group policy would. */
const setPolicy =
  ({ folder }: PracticeApplication) =>
  async (values: Readonly<Record<string, string>>) => {
    await openWorld(join(folder, 'world')).change(({ registry }) => {
      registry[POLICY_KEY] = Object.fromEntries(
        Object.entries(values).map(([name, data]) => [name, { type: 'REG_SZ' as const, data }]),
      );
    });
  };

describe.concurrent('what an organisation locked', { timeout: 120_000 }, () => {
  test('is asked with its value, and no other is taken', async () => {
    const application = await openLocked();
    const described = await application.procedures.describe('set-up');
    if (!described.ok) throw new Error(described.problem.what);
    const { questions } = described.value;
    const locked = questions.filter(({ isLocked }) => isLocked);
    expect(locked.map(({ name, suggestion }) => [name, suggestion])).toEqual([
      ['proxyMode', 'direct'],
    ]);
    const { problems, plan } = await propose(application, 'set-up', {
      ...goodAnswers,
      proxyMode: 'custom',
    });
    expect(plan).toBeNull();
    expect(problems).toContainEqual({
      name: 'proxyMode',
      message: 'Your organisation set this to "direct".',
    });
  });

  test('keeps downloads and their redirects on its hosts', async () => {
    const application = await openLocked();
    const { problems } = await propose(
      application,
      'download',
      link('https://go.microsoft.com/fwlink'),
    );
    expect(problems.map(({ message }) => message).join()).toContain('only from: aka.ms');
    const plan = await proposePlan(
      application,
      'download',
      link('https://aka.ms/unifiedinstaller'),
    );
    const actions = plan.body.steps.map(({ action }) => action);
    expect(actions.find(({ kind }) => kind === 'download')).toMatchObject({
      allowedHosts: ['aka.ms', 'download.microsoft.com'],
    });
  });

  test('tells a name that no procedure has', async () => {
    const one = await open({
      installed: {},
      server: { organisation: { BlockedProcedures: 'puge' } },
    });
    const { preconditions } = await propose(one.application, 'services', restart);
    expect(preconditions.find(({ id }) => id === 'policy')).toMatchObject({
      verdict: 'warns',
      found: expect.stringContaining('puge'),
    });
  });

  test('keeps what was begun from going on, but not from being ended', async () => {
    const one = await open({ installed: {} });
    const { operations, server } = one.application;
    const world = openWorld(join(one.folder, 'world'));
    const bytes = (text: string) => new TextEncoder().encode(text);
    await server.files.write(FILE, bytes('kept'));
    const backup = await keepBackup(one.application, { files: [FILE] });
    await server.files.write(FILE, bytes('changed'));
    await world.change(({ lockedFiles }) => void lockedFiles.push(FILE));
    const given = { action: 'restore', backup, extras: 'keep', services: 'no' };
    const failed = await applyProcedure(one.application, 'restore', given);
    expect(failed.status).toBe('failed');
    await world.change(({ registry, lockedFiles }) => {
      lockedFiles.splice(0);
      registry[POLICY_KEY] = { BlockedProcedures: { type: 'REG_SZ', data: 'restore' } };
    });
    const goesOn = await operations.takeUp(failed.id, {});
    expect(goesOn).toMatchObject({ ok: false, problem: { code: 'policy' } });
    expect(await server.readText(FILE)).toBe('changed');
    expect(await operations.stop(failed.id)).toEqual({ ok: true, value: true });
  });

  test('keeps what was begun with another value from going on, until the value is the same', async () => {
    const one = await open({ installed: {}, windowActs: ['closes'] });
    const { operations } = one.application;
    enterSecrets(one.application);
    const given = { action: 'change', csAddress: '10.20.30.40', dataPort: '9443' };
    const failed = await applyProcedure(one.application, 'register', given);
    expect(failed.status).toBe('failed');
    const lock = setPolicy(one);
    await lock({ ConfigurationServer: '10.20.30.99', ProxyMode: 'custom' });
    const secrets = one.application.secrets.all();
    expect(await operations.takeUp(failed.id, secrets)).toMatchObject({
      ok: false,
      problem: {
        code: 'policy',
        what: expect.stringContaining('set values that differ'),
        toolWords: [
          'IPv4 address of the configuration server: Your organisation set this to "10.20.30.99".',
        ],
      },
    });
    expect(operations.state(failed.id).steps).toEqual(failed.steps);
    await lock({ ConfigurationServer: '10.20.30.40' });
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('keeps a download that was begun from going on from a host that is not allowed any more', async () => {
    const one = await open({
      downloads: [
        { address: LINK, file: { version: '9.55.6765.1' }, cutAfterPercent: 10, times: 9 },
      ],
    });
    const { operations } = one.application;
    const failed = await applyProcedure(one.application, 'download', link(LINK));
    expect(failed.status).toBe('failed');
    const lock = setPolicy(one);
    for (const [hosts, words] of [
      ['download.microsoft.com', /^Link.*only from: download\.microsoft\.com/],
      ['aka.ms', /^Your organisation allows downloads only from: aka\.ms/],
    ] as const) {
      await lock({ DownloadHosts: hosts });
      const refused = await operations.takeUp(failed.id, {});
      expect(refused).toMatchObject({ problem: { toolWords: [expect.stringMatching(words)] } });
    }
    await lock({});
    expect((await takeUp(one.application, failed)).problem?.code).not.toBe('policy');
  });

  test('blocks a procedure that it does not allow', async () => {
    const application = await openLocked();
    const { preconditions } = await propose(application, 'restore', { action: 'restore' });
    expect(preconditions.find(({ id }) => id === 'policy')?.verdict).toBe('blocks');
  });
});
