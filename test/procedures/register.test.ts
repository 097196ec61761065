import { describe, expect, test } from 'vitest';
import { samplePassphrase, scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import {
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../support/practice-application';
import {
  applyProcedure,
  enterSecrets,
  propose,
  proposePlan,
  stepOf,
  takeUp,
} from '../support/run-procedure';
import { whenStarted } from '../support/when-started';

const open = openForFile();

async function openWith(
  scenario: Readonly<Record<string, unknown>>,
  options: PracticeApplicationOptions = {},
) {
  const one = await open(scenario, options);
  enterSecrets(one.application);
  return one;
}

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return openWith(scenario);
}

const again = { action: 'again' };
const change = (more: Readonly<Record<string, string>> = {}) => ({
  action: 'change',
  csAddress: '10.20.30.40',
  dataPort: '9443',
  ...more,
});

const worldOf = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`);

const passphraseFile =
  'C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase';
const passphraseOn = async ({ practice }: PracticeApplication) =>
  Buffer.from(await practice.files.read(passphraseFile)).toString('utf8');

async function thumbprintOf({ application }: PracticeApplication) {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value.registration.thumbprint;
}

describe.concurrent('registration', { timeout: 120_000 }, () => {
  test('is repeated without a window: a new certificate, and the agent runs', async () => {
    const one = await openWith({ installed: {} });
    const before = await thumbprintOf(one);
    const done = await applyProcedure(one.application, 'register', again);
    expect(done.status).toBe('done');
    expect(done.steps.map(({ id }) => id)).not.toContain('configure');
    expect(await thumbprintOf(one)).not.toBe(before);
    const world = await worldOf(one).read();
    const thumbprint = await thumbprintOf(one);
    expect(world.certificates.some((one) => one.thumbprint === thumbprint)).toBe(true);
    expect(stepOf(done, 'prove').checks.every(({ verdict }) => verdict === 'passed')).toBe(true);
  });

  test('with another server and data port is what the window saved, and the port answers', async () => {
    const one = await openNamed('registration-other-server');
    const given = change({ dataPort: '9444' });
    const { preconditions } = await propose(one.application, 'register', given);
    expect(preconditions.find(({ id }) => id === 'otherServer')?.verdict).toBe('warns');
    const done = await applyProcedure(one.application, 'register', given);
    expect(done.status).toBe('done');
    const read = (path: string) =>
      one.practice.files
        .read(`D:\\ASR\\home\\svsystems\\${path}`)
        .then((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(await read('etc\\amethyst.conf')).toContain('PS_CS_IP = "10.20.30.40"');
    expect(await read('pushinstallsvc\\pushinstaller.conf')).toContain('Hostname = "10.20.30.40"');
    expect(await read('transport\\cxps.conf')).toContain('ssl_port = 9444');
    expect((await one.practice.network.probeHttps('10.20.30.41', 9444, 5)).kind).toBe('answered');
    const later = done.plan.body.afterwards ?? [];
    expect(later.map(({ minutes }) => minutes)).toContain(15);
    expect(later.at(-1)?.text).toContain('10.20.30.99');
  });

  test('with a new passphrase keeps it, and the old one is never put back over it', async () => {
    const one = await openWith({ installed: {} });
    await worldOf(one).change((world) => {
      world.configurationServer.passphrase = 'Another-Passphrase-02';
    });
    one.application.secrets.enter('passphrase', 'Another-Passphrase-02');
    const done = await applyProcedure(one.application, 'register', change());
    expect(done.status).toBe('done');
    expect(await passphraseOn(one)).toBe('Another-Passphrase-02');
    expect(stepOf(done, 'configure').status).toBe('done');
    expect(done.leftBehind).toEqual([]);
  });

  test('with a wrong passphrase changes nothing and opens no window', async () => {
    const one = await openWith({ installed: {} });
    one.application.secrets.enter('passphrase', 'Practice-Passphrase-99');
    const failed = await applyProcedure(one.application, 'register', change({ dataPort: '9444' }));
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'test').problem?.what).toBe(
      'The configuration server did not accept the passphrase.',
    );
    expect(stepOf(failed, 'configure').status).toBe('waiting');
    expect(await passphraseOn(one)).toBe(samplePassphrase);
    one.application.secrets.enter('passphrase', samplePassphrase);
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('is not begun while the configuration server does not answer', async () => {
    const one = await openWith({ installed: {}, configurationServer: { answers: 'refuses' } });
    const failed = await applyProcedure(one.application, 'register', again);
    expect(stepOf(failed, 'asked').problem?.what).toMatch(
      /Couldn't reach the configuration server/,
    );
    expect(stepOf(failed, 'register').status).toBe('waiting');
    await worldOf(one).change((world) => {
      world.configurationServer.answers = 'yes';
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('finds a passphrase that was changed at the configuration server since', async () => {
    const one = await openWith({ installed: {} });
    await worldOf(one).change((world) => {
      world.configurationServer.passphrase = 'Another-Passphrase-02';
    });
    const failed = await applyProcedure(one.application, 'register', again);
    expect(stepOf(failed, 'asked').problem).toMatchObject({
      what: 'The configuration server did not accept the passphrase.',
      // Here it can be entered nowhere: the way on has to be told.
      next: expect.stringContaining('"Change the connection"'),
    });
    expect(stepOf(failed, 'register').status).toBe('waiting');
  });

  test('that only says it succeeded is told as failed, and repeated by retry', async () => {
    const one = await openNamed('registration-says-succeeded');
    const failed = await applyProcedure(one.application, 'register', again);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'register').problem?.code).toBe('1');
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('whose window was closed without saving is told so, and the retry opens it again', async () => {
    const one = await openNamed('registration-window-closed');
    const failed = await applyProcedure(one.application, 'register', change());
    expect(stepOf(failed, 'configure').problem?.code).toBe('notSaved');
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('with a data port mistyped in the window is not told as done', async () => {
    const one = await openNamed('registration-wrong-data-port');
    const failed = await applyProcedure(one.application, 'register', change());
    const { checks } = stepOf(failed, 'configure');
    expect(checks.find(({ verdict }) => verdict === 'failed')).toMatchObject({ found: '94433' });
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('with a passphrase mistyped in the window leaves services stopped and says so', async () => {
    const one = await openWith({ installed: {}, windowActs: ['mistypesPassphrase'] });
    const failed = await applyProcedure(one.application, 'register', change());
    const { problem } = stepOf(failed, 'configure');
    expect(problem?.what).toBe("Couldn't save in cspsconfigtool.exe.");
    expect(problem?.meaning).toMatch(/stay stopped/);
    const { services } = await worldOf(one).read();
    expect(services.find(({ name }) => name === 'cxprocessserver')?.state).toBe('stopped');
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('goes on while the window that saved stays open', async () => {
    const one = await openWith({ installed: {}, windowActs: ['savesAndStays'] });
    const done = await applyProcedure(one.application, 'register', change());
    expect(done.status).toBe('done');
    const ended = one.application.operations.state(done.id);
    expect(ended.status).toBe('done');
  });

  test('is blocked in a session without a screen, and only where a window is needed', async () => {
    const one = await openWith({ installed: {}, server: { session: 0 } });
    const screen = async (given: Readonly<Record<string, string>>) => {
      const { preconditions } = await propose(one.application, 'register', given);
      return preconditions.find(({ id }) => id === 'screen');
    };
    expect(await screen(change())).toMatchObject({
      verdict: 'blocks',
      found: expect.stringContaining('session 0'),
    });
    expect(await screen({ action: 'again' })).toBeUndefined();
    const seen = await openWith({ installed: {} });
    const { preconditions } = await propose(seen.application, 'register', change());
    expect(preconditions.find(({ id }) => id === 'screen')?.verdict).toBe('passed');
  });

  test('is cancelled by closing the window', async () => {
    const one = await openNamed('registration-window-closed');
    let cancel = () => {};
    const { application } = await openPracticeApplication(
      {},
      {
        folder: one.folder,
        around: whenStarted((spec) => {
          if (spec.file.endsWith('cspsconfigtool.exe')) cancel();
        }),
      },
    );
    enterSecrets(application);
    cancel = () => application.operations.cancel(application.operations.current()?.id ?? '');
    const cancelled = await applyProcedure(application, 'register', change());
    expect(cancelled.status).toBe('cancelled');
    expect(await passphraseOn(one)).toBe(samplePassphrase);
    cancel = () => {};
    expect((await takeUp(application, cancelled)).status).toBe('done');
  });

  test('a plan does not begin when the server was changed by hand since', async () => {
    const one = await openWith({ installed: {} });
    const given = change();
    const plan = await proposePlan(one.application, 'register', given);
    const path = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
    const text = Buffer.from(await one.practice.files.read(path)).toString('utf8');
    const changed = text.replace('PS_CS_IP = "10.20.30.40"', 'PS_CS_IP = "10.20.30.99"');
    await one.practice.files.write(path, Buffer.from(changed));
    const started = await one.application.procedures.apply('register', given, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });

  test('of a server from the Azure gallery needs no agent', async () => {
    const one = await openNamed('gallery-image');
    const given = { csAddress: '10.20.30.40', dataPort: '9443' };
    const done = await applyProcedure(one.application, 'register', given);
    expect(done.status).toBe('done');
    const ids = done.steps.map(({ id }) => id);
    expect(ids).toContain('configure');
    expect(ids.filter((id) => /^(?:register|agent-)/.test(id))).toEqual([]);
    expect(done.plan.body.verb).toBe('Register');
  });

  test('of a new server from the Azure gallery is its first: nothing was kept before', async () => {
    const one = await openNamed('gallery-image');
    const path = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
    const text = Buffer.from(await one.practice.files.read(path)).toString('utf8');
    const empty = text.replace(/^(PS_CS_IP|DB_HOST)(\s*=\s*).*$/gm, '$1$2""');
    await one.practice.files.write(path, Buffer.from(empty));
    await one.practice.files.remove(passphraseFile);
    const given = { csAddress: '10.20.30.40', dataPort: '9443' };
    const { preconditions } = await propose(one.application, 'register', given);
    expect(preconditions.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    const done = await applyProcedure(one.application, 'register', given);
    expect(done.status).toBe('done');
    expect(done.leftBehind).toEqual([]);
    expect(await passphraseOn(one)).toBe(samplePassphrase);
  });

  test('needs a process server, and a port nobody else has', async () => {
    const empty = await openWith({});
    const { plan, preconditions } = await propose(empty.application, 'register', again);
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'processServer')?.verdict).toBe('blocks');
    const one = await openWith({ installed: {}, listeners: [{ port: 9555, program: 'other' }] });
    const taken = await propose(one.application, 'register', change({ dataPort: '9555' }));
    expect(taken.preconditions.find(({ id }) => id === 'dataPort')?.verdict).toBe('blocks');
    const wrong = await propose(one.application, 'register', change({ dataPort: '443' }));
    expect(wrong.problems.map(({ name }) => name)).toEqual(['dataPort']);
  });
});
