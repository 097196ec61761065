import { describe, expect, test } from 'vitest';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import type { PracticeApplication } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';

const open = openForFile();

function openNamed(id: string, extra = {}) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open({ ...scenario, ...extra });
}

async function seen({ application }: PracticeApplication) {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value;
}

async function wayOf(one: PracticeApplication, id: string) {
  const { plan, preconditions } = await propose(one.application, 'repair', {});
  const { verdict, mend, leadsTo } = preconditions.find((other) => other.id === id) ?? {};
  return { isBlocked: plan === null, verdict, mend, leadsTo: leadsTo?.procedure };
}

const ids = async (one: PracticeApplication, answers = {}) =>
  (await proposePlan(one.application, 'repair', answers)).body.steps.map(({ id }) => id);

describe.concurrent('repair', { timeout: 120_000 }, () => {
  test('start types, services, junction and registration are mended and proven', async () => {
    const one = await openNamed('repair-services');
    const state = await applyProcedure(one.application, 'repair', {});
    expect(state.status).toBe('done');
    const facts = await seen(one);
    expect(facts.registration.registered).toBe(true);
    expect(facts.prerequisites.asrFolder).toBe('junction');
    const stopped = facts.services.filter(
      ({ mustRun, state: now }) => mustRun && now !== 'running',
    );
    expect(stopped).toEqual([]);
    const through = 'C:\\ProgramData\\ASR\\home\\svsystems\\etc\\amethyst.conf';
    expect(await one.practice.files.stat(through)).not.toBeNull();
    for (const id of ['junction', 'registration', 'prove', 'data-port']) {
      const { checks } = stepOf(state, id);
      expect([id, checks.map(({ verdict }) => verdict)]).toEqual([
        id,
        checks.map(() => 'passed' as const),
      ]);
    }
  });

  test('what was answered with no is left alone, and told', async () => {
    const one = await openNamed('repair-services');
    const answers = { services: 'no', link: 'no', registration: 'no' };
    const plan = await proposePlan(one.application, 'repair', answers);
    expect(plan.body.steps.map(({ id }) => id)).toEqual(['prove']);
    expect(plan.body.notes.join(' ')).toMatch(/answered no: .*tmansvc.*junction/);
    expect((await applyProcedure(one.application, 'repair', answers)).status).toBe('done');
    expect((await seen(one)).registration.registered).toBe(false);
  });

  test('a whole server has nothing to mend', async () => {
    const one = await openNamed('already-installed');
    expect(await ids(one)).toEqual(['prove', 'data-port']);
    const { preconditions } = await propose(one.application, 'repair', {});
    expect(preconditions.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  });

  test('missing parts lead to set-up of the same version, and nothing is done here', async () => {
    const way = await wayOf(await openNamed('half-installed'), 'parts');
    expect(way).toMatchObject({ isBlocked: true, verdict: 'blocks', leadsTo: 'set-up' });
    expect(way.mend).toMatch(/version 9\.55\.6765\.1.*No kept set-up file/s);
  });

  test('without a process server set-up is a fresh installation', async () => {
    const one = await open({ installed: { parts: ['dependencies'] } });
    const way = await wayOf(one, 'parts');
    expect(way).toMatchObject({ isBlocked: true, leadsTo: 'set-up' });
    expect(way.mend).toContain('fresh installation');
  });

  test('a master target alone has to go first', async () => {
    const one = await open({ installed: { parts: ['masterTarget'] } });
    expect(await wayOf(one, 'parts')).toMatchObject({ isBlocked: true, leadsTo: 'decommission' });
  });

  test('an empty server leads to set-up', async () => {
    expect(await wayOf(await open({}), 'parts')).toMatchObject({ leadsTo: 'set-up' });
  });

  test('parts of two versions lead to the upgrade, and other things can be mended', async () => {
    const way = await wayOf(await openNamed('repair-mixed'), 'versions');
    expect(way).toMatchObject({ isBlocked: false, verdict: 'warns', leadsTo: 'upgrade' });
    expect(way.mend).toContain('9.55.6765.1');
  });

  test('a gallery image misses neither master target nor registration', async () => {
    const one = await open({
      server: { galleryImage: true },
      installed: { parts: ['dependencies', 'processServer'] },
    });
    const { plan, preconditions } = await propose(one.application, 'repair', {});
    expect(plan).not.toBeNull();
    expect(preconditions.map(({ id }) => id)).not.toContain('registration');
  });

  test('a service that is gone is told, with the way that brings it back', async () => {
    const one = await openNamed('already-installed');
    await openWorld(`${one.folder}/world`).change((world) => {
      world.services = world.services.filter(({ name }) => name !== 'tmansvc');
    });
    expect(await wayOf(one, 'gone')).toMatchObject({ verdict: 'warns', leadsTo: 'decommission' });
  });

  test('success printed with exit code 1 is a failure, and a retry registers', async () => {
    const output = 'importing certificate ...\r\nRegistration suceeded.\r\n';
    const faults = [{ tool: 'cdpcli', how: { exit: 1, output }, times: 1 }];
    const one = await openNamed('repair-services', { faults });
    const failed = await applyProcedure(one.application, 'repair', {});
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'register').problem?.code).toBe('1');
    expect((await seen(one)).registration.registered).toBe(false);
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('a folder in place of the junction is named, and not touched', async () => {
    const one = await openNamed('repair-services');
    await one.practice.files.makeFolder('C:\\ProgramData\\ASR');
    await one.practice.files.write('C:\\ProgramData\\ASR\\mine.txt', Buffer.from('mine'));
    expect(await ids(one)).not.toContain('junction');
    expect((await wayOf(one, 'link')).mend).toContain('move it away');
  });

  test('a plan that was approved does not begin when somebody mended it since', async () => {
    const one = await openNamed('repair-services');
    const plan = await proposePlan(one.application, 'repair', {});
    await openWorld(`${one.folder}/world`).change((world) => {
      for (const service of world.services) {
        if (service.name === 'tmansvc') Object.assign(service, { startType: 'automatic' });
      }
    });
    const approval = { planId: plan.id, hash: plan.hash };
    const started = await one.application.procedures.apply('repair', {}, plan, approval);
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });
});
