import { describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Application } from '../../main/application/application';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import type { PracticeApplication } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';
import { whenStarted } from '../support/when-started';

const open = openForFile();

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario);
}

const world = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`);

/** What Microsoft Defender of the practice server leaves out, asked of its world. */
const exclusions = async (one: PracticeApplication) =>
  ((await world(one).read()).defender?.paths ?? []).toSorted();

const answers = (action: string) => ({ machine: 'processServer', action });

const wanted = [
  'C:\\Program Files\\Microsoft Azure Recovery Services Agent',
  'C:\\ProgramData\\ASR',
  'C:\\ProgramData\\ASRLogs',
  'C:\\ProgramData\\ASRSetupLogs',
  'C:\\ProgramData\\LogUploadServiceLogs',
  'C:\\ProgramData\\Microsoft Azure Site Recovery',
  'D:\\ASR',
];
const foreign = 'C:\\Other program';
const left = 'E:\\Old ASR\\home\\svsystems';

async function undo({ operations }: Application, { id }: OperationState): Promise<OperationState> {
  const started = await operations.undo(id);
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  return operations.state(id);
}

const conditionOf = async (one: PracticeApplication, action: string, id: string) => {
  const { plan, preconditions } = await propose(one.application, 'antivirus', answers(action));
  return { hasPlan: plan !== null, seen: preconditions.find((found) => found.id === id) };
};

describe.concurrent('antivirus exclusions', { timeout: 60_000 }, () => {
  test('what is missing is added, and undo removes exactly that', async () => {
    const one = await openNamed('antivirus-partly');
    const before = await exclusions(one);
    const added = await applyProcedure(one.application, 'antivirus', answers('add'));
    expect(added.status).toBe('done');
    expect(await exclusions(one)).toEqual([...wanted, foreign, left].toSorted());
    expect((await undo(one.application, added)).status).toBe('undone');
    expect(await exclusions(one)).toEqual(before);
  });

  test('on a new server the whole list is added, and a second run finds nothing to do', async () => {
    const one = await openNamed('already-installed');
    expect((await applyProcedure(one.application, 'antivirus', answers('add'))).status).toBe(
      'done',
    );
    expect(await exclusions(one)).toEqual(wanted);
    const plan = await proposePlan(one.application, 'antivirus', answers('add'));
    expect(plan.body.steps.map(({ id }) => id)).toEqual(['compare']);
    const { seen } = await conditionOf(one, 'add', 'drift');
    expect(seen?.verdict).toBe('passed');
  });

  test('matched to the list what is left over goes, and what is of others stays', async () => {
    const one = await openNamed('antivirus-partly');
    const { seen } = await conditionOf(one, 'match', 'drift');
    expect(seen).toMatchObject({ verdict: 'warns' });
    expect(seen?.found).toMatch(/missing: .*D:\\ASR; left over: E:\\Old ASR/);
    const matched = await applyProcedure(one.application, 'antivirus', answers('match'));
    expect(matched.status).toBe('done');
    expect(await exclusions(one)).toEqual([...wanted, foreign].toSorted());
  });

  test('removed, only those of others stay, and undo brings them back', async () => {
    const one = await openNamed('antivirus-partly');
    const before = await exclusions(one);
    const removed = await applyProcedure(one.application, 'antivirus', answers('remove'));
    expect(removed.status).toBe('done');
    expect(await exclusions(one)).toEqual([foreign]);
    expect((await undo(one.application, removed)).status).toBe('undone');
    expect(await exclusions(one)).toEqual(before);
  });

  test('a comparison changes nothing and fails while something is missing', async () => {
    const one = await openNamed('antivirus-partly');
    const before = await exclusions(one);
    const compared = await applyProcedure(one.application, 'antivirus', answers('show'));
    expect(compared.status).toBe('failed');
    const [missing, over] = stepOf(compared, 'compare').checks;
    expect(missing).toMatchObject({ verdict: 'failed' });
    expect(missing?.found).toContain('D:\\ASR');
    expect(over).toMatchObject({ verdict: 'failed', found: `still there: ${left}` });
    expect(await exclusions(one)).toEqual(before);
    await applyProcedure(one.application, 'antivirus', answers('match'));
    expect((await applyProcedure(one.application, 'antivirus', answers('show'))).status).toBe(
      'done',
    );
  });

  test('where a policy manages them nothing is planned, and the list is still there', async () => {
    const one = await openNamed('antivirus-managed');
    const { hasPlan, seen } = await conditionOf(one, 'add', 'changeable');
    expect(hasPlan).toBe(false);
    expect(seen).toMatchObject({ verdict: 'blocks', found: 'a policy manages them' });
    const described = await one.application.procedures.describe('antivirus', answers('add'));
    if (!described.ok) throw new Error(described.problem.what);
    expect(described.value.sections[0]?.copies?.[0]?.text.split('\r\n').toSorted()).toEqual(wanted);
  });

  test('an undo that a policy ignores is not told as undone', async () => {
    const one = await openNamed('already-installed');
    const added = await applyProcedure(one.application, 'antivirus', answers('add'));
    const lock = (lockedBy: 'nobody' | 'policy') =>
      world(one).change(({ defender }) => {
        if (defender) Object.assign(defender, { lockedBy });
      });
    await lock('policy');
    const undone = await undo(one.application, added);
    expect(undone.status).not.toBe('undone');
    expect(await exclusions(one)).toEqual(wanted);
    await lock('nobody');
    expect((await undo(one.application, undone)).status).toBe('undone');
    expect(await exclusions(one)).toEqual([]);
  });

  test('ignored changes fail the step with what to do, and a retry adds them', async () => {
    const one = await open(
      { installed: {} },
      {
        around: whenStarted((spec) => {
          if (spec.args.join(' ').includes('change-defender')) ordered();
        }),
      },
    );
    let isFirst = true;
    let locking: Promise<void> = Promise.resolve();
    const ordered = () => {
      if (!isFirst) return;
      isFirst = false;
      locking = world(one).change((now) => {
        now.defender = { ...usual, lockedBy: 'policy' };
      });
    };
    const failed = await applyProcedure(one.application, 'antivirus', answers('add'));
    await locking;
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'add').problem?.what).toBe(
      'Microsoft Defender took the change and ignored it.',
    );
    await world(one).change((now) => {
      now.defender = { ...usual };
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect(await exclusions(one)).toEqual(wanted);
  });

  test('beside another product it warns, names it, and adds all the same', async () => {
    const one = await openNamed('antivirus-other');
    const { preconditions } = await propose(one.application, 'antivirus', answers('add'));
    expect(preconditions.filter(({ verdict }) => verdict === 'warns')).toMatchObject([
      { id: 'watching', found: 'it does not (Passive Mode)' },
      { id: 'otherProducts', found: 'Symantec Endpoint Protection' },
      { id: 'drift' },
    ]);
    expect((await applyProcedure(one.application, 'antivirus', answers('add'))).status).toBe(
      'done',
    );
  });

  test.each([
    ['is not on this Windows', { available: false }],
    ['does not run', { mode: 'Not running' }],
  ])('where Defender %s nothing is called fine', async (_words, defender) => {
    const one = await open({ installed: {}, defender });
    const { hasPlan, seen } = await conditionOf(one, 'show', 'readable');
    expect([hasPlan, seen?.verdict]).toEqual([false, 'blocks']);
  });

  test('without administrator rights the exclusions are hidden, and that is said', async () => {
    const one = await open({ installed: {}, server: { administrator: false } });
    const { hasPlan, seen } = await conditionOf(one, 'show', 'readable');
    expect([hasPlan, seen?.found]).toEqual([false, 'they are hidden from whoever is signed in']);
  });

  test('a plan that was approved does not begin when somebody changed them since', async () => {
    const one = await openNamed('antivirus-partly');
    const given = answers('match');
    const plan = await proposePlan(one.application, 'antivirus', given);
    await world(one).change(({ defender }) => defender?.paths.push('D:\\ASR'));
    const started = await one.application.procedures.apply('antivirus', given, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });

  test('for a machine elsewhere there is the list, and nothing is changed', async () => {
    const one = await open({});
    const given = { machine: 'sourceMachine', folder: 'D:\\Mobility' };
    const plan = await proposePlan(one.application, 'antivirus', given);
    expect(plan.body.notes.join('\n')).toContain(
      "Add-MpPreference -ExclusionPath 'C:\\ProgramData\\ASR\\agent', 'D:\\Mobility\\agent'",
    );
    expect((await applyProcedure(one.application, 'antivirus', given)).status).toBe('done');
    expect(await exclusions(one)).toEqual([]);
  });
});

const usual = {
  available: true,
  mode: 'Normal' as const,
  realTime: true,
  paths: [] as string[],
  processes: [],
  tamperProtected: false,
  lockedBy: 'nobody' as const,
};
