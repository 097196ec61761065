import { describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Application } from '../../main/application/application';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { type PracticeApplication, SET_UP_FILE } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';

const open = openForFile();

const NEW = '9.55.6765.1';
const OLD = '9.52.6522.1';
const answers = { setupFile: SET_UP_FILE, csVersion: NEW, endpoints: 'reachable' };
const older = { installed: { version: OLD } };

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario);
}

async function prepared(one: PracticeApplication, given = answers): Promise<PracticeApplication> {
  const state = await applyProcedure(one.application, 'prepare-upgrade', given);
  expect(state.status).toBe('done');
  expect(state.steps.map(({ id }) => id)).not.toContain('terms');
  return one;
}

const upgrade = ({ application }: PracticeApplication, given: typeof answers = answers) =>
  applyProcedure(application, 'upgrade', given);

const change = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`).change;

async function productsOf({ application }: PracticeApplication) {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value.products;
}

async function blocking(application: Application, given = answers, name = 'upgrade') {
  const { plan, preconditions } = await propose(application, name, given);
  expect(plan).toBeNull();
  return preconditions.filter(({ verdict }) => verdict === 'blocks');
}

const proven = (state: OperationState, id: string) => {
  const { checks } = stepOf(state, id);
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
};

describe.concurrent('an upgrade', { timeout: 120_000 }, () => {
  test('brings every part to the new version and keeps all settings', async () => {
    const one = await prepared(await openNamed('older-installed'));
    const files = one.practice.files;
    await files.makeFolder('C:\\Temp\\Extracted');
    await files.write('C:\\Temp\\Extracted\\setup.exe', Buffer.from('x'));
    const state = await upgrade(one);
    expect(state.status).toBe('done');
    for (const id of ['install', 'services', 'data-port', 'registration']) proven(state, id);
    expect(await productsOf(one)).toMatchObject({
      dependencies: NEW,
      processServer: NEW,
      masterTarget: NEW,
    });
    // Nothing of this program lay there.
    expect(await files.stat('C:\\Temp\\Extracted')).toBeNull();
    expect(state.plan.body.steps.find(({ id }) => id === 'install')?.action).toMatchObject({
      args: ['/Upgrade'],
    });
    expect(await blocking(one.application)).toMatchObject([
      { id: 'path', mend: expect.stringContaining('nothing to do') },
    ]);
  });

  test('of a gallery image leaves master target and agent out', async () => {
    const one = await prepared(await openNamed('older-gallery-image'));
    const state = await upgrade(one);
    expect(state.status).toBe('done');
    proven(state, 'services');
    expect(state.steps.map(({ id }) => id)).not.toContain('registration');
    expect(await productsOf(one)).toMatchObject({
      dependencies: NEW,
      processServer: NEW,
      masterTarget: null,
      agent: null,
    });
  });

  test('behind a proxy fails by set-up’s check, and goes with the check skipped', async () => {
    const one = await prepared(await openNamed('older-behind-proxy'));
    const failed = await upgrade(one);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'install').problem).toMatchObject({
      code: '1',
      what: "Couldn't upgrade: a check that set-up makes before it is not met.",
    });
    expect(await productsOf(one)).toMatchObject({ processServer: OLD });
    const stopped = await one.application.operations.stop(failed.id);
    expect(stopped.ok).toBe(true);
    const state = await upgrade(one, { ...answers, endpoints: 'proxy' });
    expect(state.status).toBe('done');
    const run = state.plan.body.steps.find(({ id }) => id === 'install');
    expect(run?.action).toMatchObject({ args: ['/Upgrade', '/SkipPrereqsCheck'] });
    expect(run?.reason).toContain('only through a proxy');
    expect(state.plan.body.notes.join()).toContain('/SkipPrereqsCheck: Azure can be reached only');
  });

  test('with the checks skipped an open cspsconfigtool is named before anything is stopped', async () => {
    const one = await prepared(await openNamed('older-behind-proxy'));
    await change(one)((world) => {
      const startedAt = new Date().toISOString();
      const tool = { pid: 4242, name: 'cspsconfigtool', session: 1, startedAt, playedBy: null };
      world.processes.push(tool);
    });
    const failed = await upgrade(one, { ...answers, endpoints: 'proxy' });
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'no-tool').checks[0]?.found).toContain('cspsconfigtool (4242)');
    expect(stepOf(failed, 'stop-tmansvc').status).toBe('waiting');
    await change(one)((world) => {
      world.processes = world.processes.filter(({ pid }) => pid !== 4242);
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('another installer that begins meanwhile is named, and a retry takes up the rest', async () => {
    const one = await prepared(await open(older));
    const plan = await proposePlan(one.application, 'upgrade', answers);
    const started = await one.application.procedures.apply('upgrade', answers, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    await change(one)((world) => {
      world.installerBusy = true;
    });
    if (!started.ok) throw new Error(started.value.problem.what);
    await started.value.ended;
    const failed = one.application.operations.state(started.value.operationId);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'install').problem?.what).toMatch(/another installation/i);
    expect(await productsOf(one)).toMatchObject({ processServer: NEW, masterTarget: OLD });
    await change(one)((world) => {
      world.installerBusy = false;
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect(await productsOf(one)).toMatchObject({ masterTarget: NEW });
  });

  test('goes on after the restart that set-up asks for', async () => {
    const faults = [{ tool: 'unifiedsetup', at: 'masterTarget', how: { exit: 3010 }, times: 1 }];
    const one = await prepared(await open({ ...older, faults }));
    const waiting = await upgrade(one);
    expect(waiting.status).toBe('restartNeeded');
    await one.practice.restart();
    const state = await takeUp(one.application, waiting);
    expect(state.status).toBe('done');
    proven(state, 'services');
  });

  test('a plan is not applied to a server that was changed by hand after its approval', async () => {
    const one = await prepared(await open(older));
    const plan = await proposePlan(one.application, 'upgrade', answers);
    await change(one)((world) => {
      for (const service of world.services) {
        if (service.name === 'tmansvc') Object.assign(service, { state: 'stopped', pid: 0 });
      }
    });
    const approval = { planId: plan.id, hash: plan.hash };
    const started = await one.application.procedures.apply('upgrade', answers, plan, approval);
    expect(started.ok).toBe(false);
    expect(await productsOf(one)).toMatchObject({ processServer: OLD });
  });

  test.each([
    ['too-old-installed', 'path', /9\.44, 9\.48, 9\.52, 9\.55/],
    ['newer-installed', 'path', /goes no version back/],
    ['already-installed', 'path', /nothing to do/],
  ])('%s is left as it is, with what to do instead', async (id, condition, says) => {
    const one = await prepared(await openNamed(id));
    const [first, ...others] = await blocking(one.application);
    expect(others.map((other) => other.id).filter((other) => other !== 'version')).toEqual([]);
    expect(first?.id).toBe(condition);
    expect(first?.mend).toMatch(says);
  });

  test('a set-up file newer than the configuration server is refused', async () => {
    const one = await prepared(await open(older));
    const found = await blocking(one.application, { ...answers, csVersion: '9.54' });
    expect(found).toMatchObject([{ id: 'version', mend: expect.stringContaining('upgrade the') }]);
  });

  test('half a server, and one with nothing, are led to Set up before anything is prepared', async () => {
    for (const [scenario, says] of [
      ['half-installed', /Complete it first/],
      ['fresh-vmware', /Use Set up/],
    ] as const) {
      const one = await openNamed(scenario);
      const found = await blocking(one.application, answers, 'prepare-upgrade');
      expect(found.map(({ id }) => id)).toEqual(['installed']);
      expect(found[0]?.mend).toMatch(says);
    }
  });

  test('a full disk and a disabled service are told beforehand', async () => {
    const one = await prepared(await open(older));
    await change(one)((world) => {
      for (const drive of world.drives) drive.freeBytes = 1e9;
      for (const service of world.services) {
        if (service.name === 'tmansvc') service.startType = 'disabled';
      }
    });
    const found = await blocking(one.application);
    expect(found.map(({ id }) => id)).toEqual(['systemSpace', 'space', 'services']);
  });
});

describe.concurrent('set-up refuses an upgrade by itself', { timeout: 120_000 }, () => {
  test.each([
    ['too old', '9.40.5850.1', '2', /too old, or not for whole/],
    ['the same', NEW, '203', /this version is installed already/],
  ])('%s: its code and what it means', async (_name, version, code, what) => {
    const one = await prepared(await open(older));
    const plan = await proposePlan(one.application, 'upgrade', answers);
    const started = await one.application.procedures.apply('upgrade', answers, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    // Somebody changes the version between the plan's own look and set-up's.
    await change(one)(({ registry }) => {
      for (const values of Object.values(registry)) {
        for (const value of Object.values(values)) {
          if (value.type === 'REG_SZ' && value.data === OLD) value.data = version;
        }
      }
    });
    if (!started.ok) throw new Error(started.value.problem.what);
    await started.value.ended;
    const failed = one.application.operations.state(started.value.operationId);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'install').problem).toMatchObject({ code });
    expect(stepOf(failed, 'install').problem?.what).toMatch(what);
  });
});
