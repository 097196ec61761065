import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Application } from '../../main/application/application';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import {
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';
import { openNotingOrders } from '../support/service-orders';
import { whenStarted } from '../support/when-started';

const open = openForFile();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function openNamed(id: string, options: PracticeApplicationOptions = {}) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario, options);
}

const answers = (action: string, more: Readonly<Record<string, string>> = {}) => ({
  action,
  deployment: 'standAlone',
  which: 'all',
  ...more,
});

type ServiceStates = Record<string, string>;

/** State and start type of every service of the product. */
async function statesOf({ application }: PracticeApplication): Promise<ServiceStates> {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  const own = facts.value.services.filter(({ mustRun }) => mustRun !== undefined);
  return Object.fromEntries(
    own.map(({ name, state, startType }) => [name, `${state} ${startType}`]),
  );
}

const changed = (before: ServiceStates, after: ServiceStates) =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

async function undo({ operations }: Application, { id }: OperationState): Promise<OperationState> {
  const started = await operations.undo(id);
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  return operations.state(id);
}

describe.concurrent('services', { timeout: 120_000 }, () => {
  test('all are stopped, and undo starts again what ran', async () => {
    const one = await openNamed('already-installed');
    const before = await statesOf(one);
    const stopped = await applyProcedure(one.application, 'services', answers('stop'));
    expect(stopped.status).toBe('done');
    const states = Object.values(await statesOf(one));
    expect(states).toHaveLength(9);
    expect(states.every((state) => state.startsWith('stopped'))).toBe(true);
    expect((await undo(one.application, stopped)).status).toBe('undone');
    expect(await statesOf(one)).toEqual(before);
  });

  test('patch day stops all, waits for the restart, and proves that all are back', async () => {
    const one = await openNamed('already-installed');
    const waiting = await applyProcedure(one.application, 'services', answers('patchDay'));
    expect(waiting.status).toBe('restartNeeded');
    const states = Object.values(await statesOf(one));
    expect(states.every((state) => state.startsWith('stopped'))).toBe(true);
    // Before the restart it does not go on.
    const early = await one.application.operations.takeUp(waiting.id, {});
    expect(early).toMatchObject({ ok: false, problem: { code: 'restartPending' } });
    await one.practice.restart();
    const proven = await takeUp(one.application, waiting);
    expect(proven.status).toBe('done');
    expect(stepOf(proven, 'start-tmansvc').status).toBe('alreadyDone');
    expect(stepOf(proven, 'prove').checks).toHaveLength(9);
    expect(stepOf(proven, 'data-port').checks[0]?.verdict).toBe('passed');
  });

  test('after a patch day what does not start with Windows is started', async () => {
    const one = await openNamed('already-installed');
    await openWorld(`${one.folder}/world`).change((world) => {
      for (const service of world.services) {
        if (service.name === 'obengine') service.startType = 'manual';
      }
    });
    const waiting = await applyProcedure(one.application, 'services', answers('patchDay'));
    await one.practice.restart();
    const proven = await takeUp(one.application, waiting);
    expect(proven.status).toBe('done');
    expect(stepOf(proven, 'start-obengine').status).toBe('done');
  });

  test('only a chosen one is restarted', async () => {
    const one = await openNamed('already-installed');
    const { application, ordered } = await openNotingOrders(one.folder);
    const given = answers('restart', { which: 'chosen', cxprocessserver: 'yes' });
    expect((await applyProcedure(application, 'services', given)).status).toBe('done');
    expect(ordered).toEqual(['stop cxprocessserver', 'start cxprocessserver']);
  });

  test('only wrong start types are set, and undo puts them back', async () => {
    const one = await openNamed('services-start-types');
    const before = await statesOf(one);
    const set = await applyProcedure(one.application, 'services', answers('startTypes'));
    expect(set.status).toBe('done');
    const after = await statesOf(one);
    expect(changed(before, after)).toEqual(['svagents', 'tmansvc'].sort().reverse());
    expect(after).toMatchObject({
      tmansvc: 'stopped automatic',
      svagents: 'stopped delayed',
      LogUpload: 'stopped manual',
    });
    expect(stepOf(set, 'start-type-svagents').facts).toEqual({ startTypeBefore: 'disabled' });
    expect((await undo(one.application, set)).status).toBe('undone');
    expect(await statesOf(one)).toEqual(before);
  });

  test('LogUpload on Manual stays stopped when all are started', async () => {
    const one = await open({
      installed: {},
      services: { LogUpload: { startType: 'manual', state: 'stopped' } },
    });
    const started = await applyProcedure(one.application, 'services', answers('start'));
    expect(started.status).toBe('done');
    expect(started.plan.body.steps.map(({ id }) => id)).not.toContain('start-logUpload');
    expect((await statesOf(one)).LogUpload).toBe('stopped manual');
  });

  test('a disabled one blocks a start and says what to do first', async () => {
    const one = await openNamed('services-start-types');
    const { plan, preconditions } = await propose(one.application, 'services', answers('start'));
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'startable')).toMatchObject({
      verdict: 'blocks',
      found: 'disabled: svagents',
    });
    await applyProcedure(one.application, 'services', answers('startTypes'));
    const started = await applyProcedure(one.application, 'services', answers('start'));
    expect(started.status).toBe('done');
  });

  test('what stopped before one that does not is started again by undo, once it is gone', async () => {
    const one = await openNamed('services-stuck');
    const before = await statesOf(one);
    const failed = await applyProcedure(one.application, 'services', answers('stop'));
    const { problem } = stepOf(failed, 'stop-tmansvc');
    expect(problem?.meaning).toMatch(/Its process \d+ still runs/);
    expect(problem?.toolWords.join('\n')).toMatch(/program: .*tmansvc\.exe/);
    expect(stepOf(failed, 'stop-processServer').status).toBe('waiting');
    await openWorld(`${one.folder}/world`).change((world) => {
      world.serviceHabits = {};
      for (const service of world.services) service.settledAt = null;
    });
    expect((await undo(one.application, failed)).status).toBe('undone');
    expect(await statesOf(one)).toEqual(before);
  });

  test('a crash in the middle is gone on with, and nothing is ordered twice', async () => {
    const one = await openNamed('already-installed');
    const whole = await applyProcedure(one.application, 'services', answers('restart'));
    const path = join(one.folder, 'operations', whole.id, 'journal.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    const folder = mkdtempSync(join(tmpdir(), 'psm-services-'));
    folders.push(folder);
    cpSync(one.folder, folder, { recursive: true });
    const cut = lines.findIndex(
      (line) => line.includes('"stepStarted"') && line.includes('"start-svagents"'),
    );
    const copy = join(folder, 'operations', whole.id, 'journal.jsonl');
    writeFileSync(copy, `${lines.slice(0, cut + 1).join('\n')}\n`);
    const again = await openNotingOrders(folder);
    await again.application.operations.recover({});
    const state = again.application.operations.state(whole.id);
    expect(state.status).toBe('interrupted');
    expect((await takeUp(again.application, state)).status).toBe('done');
    expect(again.ordered).toEqual([]);
  });

  test('cancelled while one stops, it stops at the boundary and can be gone on with', async () => {
    const one = await openNamed('services-slow');
    let cancel = () => {};
    const { application } = await openPracticeApplication(
      {},
      {
        folder: one.folder,
        around: whenStarted((spec) => {
          if (spec.args.join(' ') === 'stop cxprocessserver') cancel();
        }),
      },
    );
    cancel = () => application.operations.cancel(application.operations.current()?.id ?? '');
    const cancelled = await applyProcedure(application, 'services', answers('stop'));
    expect(cancelled.status).toBe('cancelled');
    expect(stepOf(cancelled, 'stop-cxprocessserver').status).toBe('done');
    expect(stepOf(cancelled, 'stop-pushInstall').status).toBe('waiting');
    cancel = () => {};
    expect((await takeUp(application, cancelled)).status).toBe('done');
  });

  test('another program that needs a service keeps it from being stopped', async () => {
    const one = await openNamed('already-installed');
    await openWorld(`${one.folder}/world`).change((world) => {
      const other = world.services.find(({ name }) => name === 'WinRM');
      other?.dependsOn.push('cxprocessserver');
    });
    const { plan, preconditions } = await propose(one.application, 'services', answers('stop'));
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'stoppable')?.found).toContain('WinRM');
  });

  test('a plan that was approved does not begin when somebody stopped a service since', async () => {
    const one = await openNamed('already-installed');
    const given = answers('stop');
    const plan = await proposePlan(one.application, 'services', given);
    await openWorld(`${one.folder}/world`).change((world) => {
      for (const service of world.services) {
        if (service.name === 'tmansvc') Object.assign(service, { state: 'stopped', pid: 0 });
      }
    });
    const started = await one.application.procedures.apply('services', given, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });

  test('with the gallery image in Azure there are no master target and no agent', async () => {
    const one = await openNamed('half-installed');
    const wrong = await propose(one.application, 'services', answers('stop', { deployment: '' }));
    expect(wrong.problems.map(({ name }) => name)).toEqual(['deployment']);
    const given = answers('stop', { deployment: 'azure' });
    const plan = await proposePlan(one.application, 'services', given);
    const ids = plan.body.steps.map(({ id }) => id);
    expect(ids).toContain('stop-tmansvc');
    expect(ids.filter((id) => /svagents|application|obengine/.test(id))).toEqual([]);
    expect((await applyProcedure(one.application, 'services', given)).status).toBe('done');
  });
});
