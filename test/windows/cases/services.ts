import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import type { Problem, Result } from '../../../contract/problem';
import { createContinuation } from '../../../main/host/continuation';
import { createRegistry } from '../../../main/host/registry';
import { createServiceCommands } from '../../../main/host/service-commands';
import { createServiceControl } from '../../../main/host/services';
import { serviceCommandReader } from '../../../main/vendor/service-command';
import { becomesTrue, host, programFile, runSystemTool, server } from '../bed';
import { type Case, NotHere } from '../harness';
import { hostWithOnly, standInHost } from '../other-tools';
import { lookAt, mustRun, type ServiceSpec, withServices } from '../services-bed';

const NAME = 'PsmProof';
const KEY = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${NAME}`;
const QUICK = { seconds: 2 };
const ENOUGH = { seconds: 20 };

const registry = createRegistry(standInHost);
const services = createServiceControl(standInHost, registry);
const commands = createServiceCommands(standInHost, registry);

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

/** A problem that names the tool, and all of these words. */
function problem<T>(result: Result<T>, ...words: readonly string[]): Problem {
  assert.ok(!result.ok, JSON.stringify(result));
  const told = JSON.stringify(result.problem);
  for (const word of ['sc.exe', ...words]) assert.ok(told.includes(word), `${word}: ${told}`);
  return result.problem;
}

const state = async (name: string) => (await lookAt(name))?.state;
const startType = async () => value(await commands.state(NAME)).startType;

/** As the program starts and stops a service in its procedures, and judges the answer. */
async function net(verb: 'start' | 'stop'): Promise<void> {
  const { end, output, error } = await runSystemTool('net.exe', [verb, NAME]);
  assert.ok(end.kind === 'exited', end.kind);
  const judged = serviceCommandReader.judge({ code: end.code, output, error, log: '' });
  assert.equal(judged.problem, null, JSON.stringify(judged.problem));
}

const setNumber = (name: string, number: number) =>
  mustRun('reg.exe', 'add', KEY, '/v', name, '/t', 'REG_DWORD', '/d', String(number), '/f');

/** A case with services of its own. */
const withOwn = (name: string, specs: readonly ServiceSpec[], run: () => Promise<void>): Case => ({
  name: `services: ${name}`,
  run: () => withServices(specs, run),
});

/** Three in a row, and one beside them. */
const CHAIN: readonly ServiceSpec[] = [
  { name: 'PsmBase' },
  { name: 'PsmMiddle', dependsOn: ['PsmBase'] },
  { name: 'PsmTop', dependsOn: ['PsmMiddle'] },
  { name: 'PsmAlone' },
];

const lists: Case[] = [
  withOwn('all are listed, with state, start type and process id', [{ name: NAME }], async () => {
    const own = async () => (await services.list()).find(({ name }) => name === NAME);
    assert.deepEqual(await own(), { name: NAME, state: 'stopped', startType: 'manual', pid: null });
    await net('start');
    assert.ok(await becomesTrue(async () => (await state(NAME)) === 'running'));
    const running = await own();
    assert.equal(running?.state, 'running');
    assert.ok(running.pid !== null && running.pid > 0);
    assert.ok((await services.list()).length > 5);
  }),
  withOwn('every start type, the delayed one from its own value', [{ name: NAME }], async () => {
    const seen: string[] = [];
    for (const number of [2, 4, 3]) {
      await setNumber('Start', number);
      seen.push(await startType());
    }
    await setNumber('Start', 2);
    await setNumber('DelayedAutostart', 1);
    seen.push(await startType());
    await setNumber('DelayedAutostart', 0);
    seen.push(await startType());
    assert.deepEqual(seen, ['automatic', 'disabled', 'manual', 'delayed', 'automatic']);
  }),
  withOwn('a start type that is set is read back', [{ name: NAME }], async () => {
    const seen: string[] = [];
    for (const wanted of ['automatic', 'disabled', 'manual'] as const) {
      seen.push(value(await commands.setStartType(NAME, wanted)), await startType());
    }
    const kept = ['automatic', 'disabled', 'manual'];
    assert.deepEqual(seen, ['manual', kept[0], kept[0], kept[1], kept[1], kept[2]]);
    problem(await commands.setStartType('PsmNowhere', 'manual'), '1060');
  }),
  withOwn('a start type that was not kept is a failure', [{ name: NAME }], async () => {
    // Wine accepts the delayed kind and leaves the registry as it is.
    const set = await commands.setStartType(NAME, 'delayed');
    if (!set.ok) problem(set, 'start type: automatic');
    else {
      assert.equal(await startType(), 'delayed');
      throw new NotHere('a start type that is accepted and not kept');
    }
  }),
  withOwn('a start type that is no number is not believed', [{ name: NAME }], async () => {
    await mustRun('reg.exe', 'add', KEY, '/v', 'Start', '/t', 'REG_SZ', '/d', '2', '/f');
    assert.equal(await startType(), 'unknown');
    await setNumber('Start', 3);
  }),
  {
    name: 'services: a removed one is not listed',
    async run() {
      await withServices([{ name: NAME }], async () => undefined);
      assert.ok((await services.list()).every(({ name }) => name !== NAME));
      problem(await commands.state(NAME), '1060');
    },
  },
];

const orders: Case[] = [
  withOwn(
    'started and stopped by net.exe, as set-up starts one, each read back',
    [{ name: NAME }],
    async () => {
      for (const round of [1, 2]) {
        await net('start');
        assert.ok(await becomesTrue(async () => (await state(NAME)) === 'running'), `${round}`);
        await net('stop');
        assert.ok(await becomesTrue(async () => (await state(NAME)) === 'stopped'), `${round}`);
      }
    },
  ),
  withOwn('one that starts and stops slowly is waited for', slow(1500, 1500), async () => {
    const started = value(await commands.start(NAME, ENOUGH));
    assert.equal(started.state, 'running');
    assert.equal((await lookAt(NAME))?.pid, started.pid);
    assert.equal(value(await commands.stop(NAME, ENOUGH)).state, 'stopped');
    assert.equal(await state(NAME), 'stopped');
  }),
  withOwn('started while it runs and stopped while it is stopped is fine', slow(0, 0), async () => {
    assert.equal(value(await commands.stop(NAME, ENOUGH)).state, 'stopped');
    const first = value(await commands.start(NAME, ENOUGH));
    assert.equal(value(await commands.start(NAME, ENOUGH)).pid, first.pid);
  }),
  withOwn('one that still stops is started again when it has stopped', slow(0, 2000), async () => {
    const first = value(await commands.start(NAME, ENOUGH));
    problem(await commands.stop(NAME, { seconds: 0 }), 'stopping');
    const again = value(await commands.start(NAME, ENOUGH));
    assert.equal(again.state, 'running');
    assert.notEqual(again.pid, first.pid);
  }),
  withOwn('one that still starts is stopped when it runs', slow(2000, 0), async () => {
    problem(await commands.start(NAME, { seconds: 0 }), 'starting');
    assert.equal(value(await commands.stop(NAME, ENOUGH)).state, 'stopped');
  }),
];

function slow(start: number, stop: number): ServiceSpec[] {
  return [{ name: NAME, mode: `start ${start} stop ${stop}` }];
}

const refusals: Case[] = [
  withOwn('a stop that is not over in time names the process', slow(0, 60_000), async () => {
    const { pid } = value(await commands.start(NAME, ENOUGH));
    problem(await commands.stop(NAME, QUICK), NAME, `process ${pid} still runs`, 'stopping');
  }),
  withOwn(
    'one that ignores its stop names the process at every try',
    [{ name: NAME, mode: 'ignores' }],
    async () => {
      const { pid } = value(await commands.start(NAME, ENOUGH));
      problem(await commands.stop(NAME, QUICK), `process ${pid} still runs`);
      problem(await commands.stop(NAME, QUICK), `process ${pid} still runs`);
    },
  ),
  withOwn('a start that is not over in time names the process', slow(60_000, 0), async () => {
    const told = problem(await commands.start(NAME, QUICK), NAME, 'starting');
    assert.ok(told.meaning.includes(`process ${(await lookAt(NAME))?.pid} still runs`));
  }),
  withOwn(
    'one that accepts no stop is a failure with the words of the tool',
    [{ name: NAME, mode: 'no-stop' }],
    async () => {
      value(await commands.start(NAME, ENOUGH));
      const told = problem(await commands.stop(NAME, ENOUGH), NAME, 'ControlService FAILED');
      assert.equal(told.code, '1052');
      const runs = await lookAt(NAME);
      assert.ok(told.toolWords.includes(`process: ${runs?.pid}`), told.toolWords.join());
      assert.equal(await state(NAME), 'running');
    },
  ),
  withOwn('one that crashes while it starts', [{ name: NAME, mode: 'crash' }], async () => {
    const told = problem(await commands.start(NAME, QUICK), NAME);
    const left = await lookAt(NAME);
    if (left?.state !== 'stopped') throw new NotHere('it does not notice a service that crashed');
    assert.equal(told.code, '1067');
  }),
  withOwn('one that dies before it answers', [{ name: NAME, mode: 'dies' }], async () => {
    problem(await commands.start(NAME, ENOUGH), NAME);
    assert.equal(await state(NAME), 'stopped');
  }),
  withOwn(
    'one that ends with an error of its own tells which',
    [{ name: NAME, mode: 'own 4711' }],
    async () => {
      const told = problem(await commands.start(NAME, ENOUGH), NAME, '4711');
      assert.equal(told.code, '1066');
      assert.equal(value(await commands.state(NAME)).ownExitCode, 4711);
    },
  ),
  withOwn('a disabled one', [{ name: NAME, start: 'disabled' }], async () => {
    assert.equal(problem(await commands.start(NAME, ENOUGH), NAME, 'disabled').code, '1058');
  }),
  {
    name: 'services: one that is not there is told by every order, before any other is changed',
    run: () =>
      withServices([{ name: NAME }], async () => {
        const none = 'PsmNone';
        for (const result of [
          await commands.state(none),
          await commands.start(none, ENOUGH),
          await commands.stop(none, ENOUGH),
          await commands.startAll([NAME, none], ENOUGH),
          await commands.stopAll([NAME, none], ENOUGH),
        ]) {
          assert.equal(problem<unknown>(result, none, 'FAILED 1060').code, '1060');
        }
        assert.equal(await state(NAME), 'stopped');
        const { end, output, error } = await runSystemTool('net.exe', ['start', none]);
        assert.ok(end.kind === 'exited');
        const judged = serviceCommandReader.judge({ code: end.code, output, error, log: '' });
        assert.ok(judged.problem && judged.problem.toolWords.join('') !== '');
      }),
  },
];

const inOrder: Case[] = [
  withOwn('the state tells what it depends on', CHAIN, async () => {
    assert.deepEqual(value(await commands.state('PsmMiddle')).dependsOn, ['PsmBase']);
    assert.deepEqual(value(await commands.state('PsmBase')).dependsOn, []);
  }),
  withOwn('started after what they depend on, stopped before it', CHAIN, async () => {
    const names = ['PsmTop', 'PsmAlone', 'PsmBase', 'PsmMiddle'];
    const started = value(await commands.startAll(names, ENOUGH));
    assert.deepEqual(started, ['PsmBase', 'PsmMiddle', 'PsmTop', 'PsmAlone']);
    for (const name of names) assert.equal(await state(name), 'running', name);
    const stopped = value(
      await commands.stopAll(['PsmBase', 'PsmAlone', 'PsmTop', 'PsmMiddle'], ENOUGH),
    );
    assert.deepEqual(stopped, ['PsmTop', 'PsmMiddle', 'PsmBase', 'PsmAlone']);
    for (const name of names) assert.equal(await state(name), 'stopped', name);
  }),
  withOwn(
    'one that another one needs is not stopped, and who needs it is told',
    CHAIN,
    async () => {
      value(await commands.startAll(['PsmBase', 'PsmMiddle'], ENOUGH));
      const result = await commands.stop('PsmBase', ENOUGH);
      if (result.ok) {
        assert.equal(await state('PsmBase'), 'stopped');
        throw new NotHere('it stops what running services need');
      }
      const told = problem(result, 'PsmMiddle');
      assert.equal(told.code, '1051');
      assert.equal(await state('PsmBase'), 'running');
    },
  ),
  withOwn(
    'what depends on one that can not be stopped is stopped, the rest left',
    [
      { name: 'PsmBase' },
      { name: 'PsmMiddle', mode: 'no-stop', dependsOn: ['PsmBase'] },
      { name: 'PsmTop', dependsOn: ['PsmMiddle'] },
    ],
    async () => {
      const names = ['PsmBase', 'PsmMiddle', 'PsmTop'];
      value(await commands.startAll(names, ENOUGH));
      problem(await commands.stopAll(names, ENOUGH), 'PsmMiddle');
      assert.equal(await state('PsmTop'), 'stopped');
      assert.equal(await state('PsmMiddle'), 'running');
      assert.equal(await state('PsmBase'), 'running');
    },
  ),
  withOwn(
    'one whose dependency does not start is a failure',
    [
      { name: 'PsmBase', start: 'disabled' },
      { name: 'PsmTop', dependsOn: ['PsmBase'] },
    ],
    async () => {
      const result = await commands.start('PsmTop', ENOUGH);
      if (result.ok) {
        assert.equal(await state('PsmTop'), 'running');
        throw new NotHere('it starts what needs a disabled service');
      }
      problem(result, 'PsmTop');
      assert.equal(await state('PsmTop'), 'stopped');
    },
  ),
];

/** An sc.exe that refuses to start and stop with this error of Windows, and tells all else. */
function refusing(code: number) {
  const host = hostWithOnly('refusing-sc', { 'sc.exe': programFile('refuse') });
  writeFileSync(win32.join(host.places.system32, 'refuse.txt'), String(code));
  return createServiceCommands(host, registry);
}

const badTools: Case[] = [
  withOwn('a stop that is refused as others need it names those that run', CHAIN, async () => {
    value(await commands.startAll(['PsmBase', 'PsmMiddle'], ENOUGH));
    const told = problem(await refusing(1051).stop('PsmBase', ENOUGH), 'psmmiddle');
    assert.equal(told.code, '1051');
    assert.doesNotMatch(told.toolWords.join(' '), /psmtop/i);
    assert.equal(await state('PsmBase'), 'running');
  }),
  withOwn('access denied is told as that, and nothing was changed', [{ name: NAME }], async () => {
    for (const order of ['start', 'stop'] as const) {
      const told = problem(await refusing(5)[order](NAME, ENOUGH), NAME, 'FAILED 5');
      assert.equal(told.code, '5');
      assert.match(told.meaning, /denied access/);
    }
    assert.equal(await state(NAME), 'stopped');
  }),
  withOwn('a registry that can not be read is told, with the tool', [{ name: NAME }], async () => {
    const sc = win32.join(standInHost.places.system32, 'sc.exe');
    const host = hostWithOnly('hanging-reg', { 'sc.exe': sc, 'reg.exe': programFile('hang') });
    const limited = createServiceCommands(host, createRegistry(host, 1));
    const told = await limited.state(NAME);
    assert.ok(!told.ok);
    assert.match(JSON.stringify(told.problem), /reg\.exe.*no answer within 1 seconds/);
  }),
  {
    name: 'services: a Windows without sc.exe is a failure that names it, never an empty list',
    async run() {
      const bare = hostWithOnly('no-sc', {});
      const missing = createServiceCommands(bare, registry);
      await assert.rejects(createServiceControl(bare, registry).list(), /sc\.exe.*ENOENT/);
      problem(await missing.state(NAME), 'ENOENT');
      problem(await missing.start(NAME, QUICK), 'ENOENT');
      problem(await missing.stopAll([NAME], QUICK), 'ENOENT');
    },
  },
  {
    name: 'services: an sc.exe that hangs is ended, and named',
    async run() {
      const hangs = hostWithOnly('hanging-sc', { 'sc.exe': programFile('hang') });
      const limits = { toolSeconds: 1, pollSeconds: 0.2 };
      await assert.rejects(
        createServiceControl(hangs, registry, 1).list(),
        /sc\.exe.*no answer within 1 seconds/,
      );
      problem(await createServiceCommands(hangs, registry, limits).start(NAME, QUICK), 'no answer');
    },
  },
  {
    name: 'services: an sc.exe that says nothing is a failure, not a server without services',
    async run() {
      const silent = hostWithOnly('silent-sc', { 'sc.exe': programFile('silent') });
      await assert.rejects(createServiceControl(silent, registry).list(), /sc\.exe could not list/);
      problem(await createServiceCommands(silent, registry).state(NAME), NAME);
    },
  },
];

const continuing: Case[] = [
  {
    name: 'the entry that goes on after a restart is written, read back and taken away',
    async run() {
      const program = 'C:\\Program Files\\Process Server Manager\\Process Server Manager.exe';
      const continuation = createContinuation(host, { at: 'signIn', program: [program] });
      const runOnce = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
      const entry = async () => {
        const tree = await server.registry.read('64', runOnce);
        return [...(tree.values().next().value?.values() ?? [])].map(({ text }) => text);
      };
      const registered = await continuation.register('20261121-set-up');
      assert.ok(registered.ok);
      assert.deepEqual(await entry(), [`"${program}" resume 20261121-set-up`]);
      assert.deepEqual((await continuation.unregister()).removed, [registered.value]);
      assert.deepEqual(await entry(), []);
      assert.deepEqual(await continuation.unregister(), { removed: [], left: [] });
    },
  },
];

export const serviceCases: Case[] = [
  ...lists,
  ...orders,
  ...refusals,
  ...inOrder,
  ...badTools,
  ...continuing,
];
