import { describe, expect, test } from 'vitest';
import type { Application } from '../../main/application/application';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import type { PracticeApplicationOptions } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';
import { openNotingOrders } from '../support/service-orders';
import { whenStarted } from '../support/when-started';

const open = openForFile();

function openNamed(id: string, more: object = {}, options: PracticeApplicationOptions = {}) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open({ ...scenario, ...more }, { approves: true, ...options });
}
type Bench = Awaited<ReturnType<typeof openNamed>>;

/** The configuration server with a dead process server, and every program that is started on it. */
async function openNotingPrograms() {
  const programs: string[] = [];
  const around = whenStarted(({ file }) => programs.push(file));
  return { one: await openNamed('purge-dead-server', {}, { around }), programs };
}

const DEAD = '10.20.30.43';
const DUPLICATES = '10.20.30.42';
const asked = (address: string) => ({ address, list: 'yes', gone: 'yes' });

async function rowsOf({ application }: Bench, address: string) {
  const described = await application.procedures.describe('purge', asked(address));
  if (!described.ok) throw new Error(described.problem.what);
  return described.value.questions.find(({ name }) => name === 'row')?.choices ?? [];
}

/** Answers that choose the row of that place in the list. */
async function answersFor(one: Bench, address: string, place = 0) {
  const row = (await rowsOf(one, address))[place]?.value ?? '';
  return { ...asked(address), row };
}

const listedOf = async ({ folder }: Bench) =>
  (await openWorld(`${folder}/world`).read()).registeredServers;

const conditionsOf = async (
  application: Application,
  answers: Readonly<Record<string, string>>,
): Promise<Record<string, string>> => {
  const { preconditions } = await propose(application, 'purge', answers);
  const bad = preconditions.filter(({ verdict }) => verdict !== 'passed');
  return Object.fromEntries(bad.map(({ id, verdict }) => [id, verdict]));
};

const fault = (at: string, how: unknown) => ({
  faults: [{ tool: 'perl', at, how, times: null }],
});

describe.concurrent('purge', { timeout: 60_000 }, () => {
  test('looking at the list removes nobody', async () => {
    const one = await openNamed('purge-dead-server');
    const before = await listedOf(one);
    expect((await rowsOf(one, DEAD)).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^WIN-PS03 \(10\.20\.30\.43\), \d{4}-\d\d-\d\d /),
    ]);
    await propose(one.application, 'purge', asked(DEAD));
    expect(await listedOf(one)).toEqual(before);
  });

  test('a look at its history starts nothing, and confirms nothing for another time', async () => {
    const { one, programs } = await openNotingPrograms();
    const { id } = await applyProcedure(one.application, 'purge', await answersFor(one, DEAD));
    programs.splice(0);
    const told = await one.application.history(id);
    if (!told.ok) throw new Error(told.problem.what);
    expect(programs.filter((file) => /perl/i.test(file))).toEqual([]);
    expect(told.value.answers).toEqual({ address: DEAD });
    expect(told.value.shown.map(({ label }) => label)).toContain('It is gone for good');
  });

  test('nothing is started before the admin says so', async () => {
    const { one, programs } = await openNotingPrograms();
    await propose(one.application, 'purge', { address: DEAD, list: 'no' });
    expect(programs.filter((file) => /perl/i.test(file))).toEqual([]);
  });

  test('a dead server is removed, and the list proves it', async () => {
    const one = await openNamed('purge-dead-server');
    const before = await listedOf(one);
    const answers = await answersFor(one, DEAD);
    expect(await conditionsOf(one.application, answers)).toEqual({ machines: 'warns' });
    const state = await applyProcedure(one.application, 'purge', answers);
    expect(state.status).toBe('done');
    expect(state.plan.body.destructive).toBe(true);
    expect(stepOf(state, 'purge').checks.map(({ verdict }) => verdict)).toEqual(['passed']);
    expect(stepOf(state, 'purge').facts).toMatchObject({ unregistered: 'WIN-PS03 (10.20.30.43)' });
    expect(await listedOf(one)).toEqual(before.filter(({ address }) => address !== DEAD));
  });

  test('of entries with one name only the one with the chosen heartbeat goes', async () => {
    const one = await openNamed('purge-dead-server');
    const before = await listedOf(one);
    const answers = await answersFor(one, DUPLICATES, 1);
    const state = await applyProcedure(one.application, 'purge', answers);
    expect(state.status).toBe('done');
    const stays = state.plan.body.notes.find((note) => note.startsWith('What stays'));
    expect(stays?.match(/last heard of/g)).toHaveLength(2);
    expect(state.plan.body.afterwards).toMatchObject([{ minutes: 15 }]);
    const gone = before.filter(({ address }) => address === DUPLICATES)[1];
    expect(await listedOf(one)).toEqual(before.filter((entry) => entry !== gone));
  });

  test('a server that reports can not be chosen', async () => {
    const one = await openNamed('purge-dead-server');
    const answers = await answersFor(one, DUPLICATES, 2);
    expect(await conditionsOf(one.application, answers)).toMatchObject({ silent: 'blocks' });
  });

  test('one that never reported is warned of and can be removed', async () => {
    const one = await openNamed('purge-dead-server', {
      registeredServers: [{ name: 'A', address: DEAD, silentHours: null }],
    });
    const answers = await answersFor(one, DEAD);
    expect(await conditionsOf(one.application, answers)).toMatchObject({ silent: 'warns' });
    expect((await applyProcedure(one.application, 'purge', answers)).status).toBe('done');
  });

  test('on a process server it says where to run it', async () => {
    const one = await openNamed('already-installed');
    const { preconditions, plan } = await propose(one.application, 'purge', asked(DEAD));
    expect(plan).toBeNull();
    const role = preconditions.find(({ id }) => id === 'role');
    expect(role).toMatchObject({
      verdict: 'blocks',
      found: expect.stringContaining('10.20.30.40'),
    });
  });

  test('an address that nobody has is told', async () => {
    const one = await openNamed('purge-dead-server');
    const found = await conditionsOf(one.application, asked('10.20.30.99'));
    expect(found).toEqual({ list: 'blocks' });
  });

  test('script or Perl that are not there, and a stopped database, block', async () => {
    const one = await openNamed('purge-dead-server');
    await one.practice.files.remove('D:\\ASR\\home\\svsystems\\bin\\Unregister-ASRComponent.pl');
    await one.practice.files.remove('C:\\strawberry\\perl\\bin\\perl.exe');
    await openWorld(`${one.folder}/world`).change((world) => {
      for (const service of world.services)
        if (service.name === 'MySQL') Object.assign(service, { state: 'stopped', pid: 0 });
    });
    expect(await conditionsOf(one.application, asked(DEAD))).toEqual({
      script: 'blocks',
      perl: 'blocks',
      database: 'blocks',
      list: 'blocks',
    });
  });

  test('a question that never appears is told after its time, and nothing is answered', async () => {
    const one = await openNamed('purge-dead-server', fault('question', 'hangs'));
    const { preconditions } = await propose(one.application, 'purge', asked(DEAD));
    const list = preconditions.find(({ id }) => id === 'list');
    expect(list?.verdict).toBe('blocks');
    expect(list?.found).toMatch(/did not ask .* within 120 seconds/);
  });

  test('without the preamble the question stays in the buffer of Perl', async () => {
    const one = await openNamed(
      'purge-dead-server',
      {},
      {
        around: (tools) => ({
          run: (spec) =>
            tools.run({ ...spec, args: spec.args.filter((arg) => !arg.startsWith('-Mvars')) }),
        }),
      },
    );
    const { preconditions } = await propose(one.application, 'purge', asked(DEAD));
    expect(preconditions.find(({ id }) => id === 'list')?.found).toMatch(/did not ask/);
    expect(await listedOf(one)).toHaveLength(6);
  });

  test('words of success are no success while the row is still there; a retry is', async () => {
    const one = await openNamed('purge-not-removed');
    const answers = await answersFor(one, DEAD);
    const failed = await applyProcedure(one.application, 'purge', answers);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'purge').problem?.what).toBe("Couldn't prove that the step worked.");
    expect(stepOf(failed, 'purge').checks[0]?.found).toBe('still listed');
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect((await listedOf(one)).map(({ address }) => address)).not.toContain(DEAD);
  });

  test('what the script says when it fails is told', async () => {
    const how = { exit: 1, output: 'Failed to execute unregister_component.php\r\n' };
    const one = await openNamed('purge-dead-server', fault('unregister', how));
    const failed = await applyProcedure(one.application, 'purge', await answersFor(one, DEAD));
    const { problem } = stepOf(failed, 'purge');
    expect(problem).toMatchObject({ code: '1' });
    expect(problem?.toolWords.join('\n')).toContain('unregister_component.php');
  });

  test('found on another drive', async () => {
    const one = await openNamed('purge-dead-server', {
      drives: [
        { letter: 'C:', sizeGb: 127, freeGb: 100 },
        { letter: 'E:', sizeGb: 750, freeGb: 700 },
      ],
      installed: { configurationServer: true, folder: 'E:\\Site Recovery' },
    });
    const state = await applyProcedure(one.application, 'purge', await answersFor(one, DEAD));
    expect(state.status).toBe('done');
  });

  test('a row that was removed by somebody else is not there to be approved', async () => {
    const one = await openNamed('purge-dead-server');
    const answers = await answersFor(one, DEAD);
    const plan = await proposePlan(one.application, 'purge', answers);
    await openWorld(`${one.folder}/world`).change((world) => {
      world.registeredServers = world.registeredServers.filter(({ address }) => address !== DEAD);
    });
    const started = await one.application.procedures.apply('purge', answers, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'blocked' } } });
  });

  test('the services of a configuration server are stopped and started in order', async () => {
    const one = await openNamed('configuration-server');
    const { application, ordered } = await openNotingOrders(one.folder);
    const answers = { action: 'restart', deployment: 'configurationServer', which: 'all' };
    const wrong = await propose(application, 'services', { ...answers, deployment: 'standAlone' });
    expect(wrong.problems.map(({ name }) => name)).toEqual(['deployment']);
    expect((await applyProcedure(application, 'services', answers)).status).toBe('done');
    const stops = ordered.filter((order) => order.startsWith('stop'));
    const starts = ordered.filter((order) => order.startsWith('start'));
    expect([stops.length, starts.length]).toEqual([12, 12]);
    expect(stops.slice(-2)).toEqual(['stop dra', 'stop MySQL']);
    expect(starts[0]).toBe('start MySQL');
    expect(starts.at(-1)).toBe('start ProcessServerMonitor');
  });
});
