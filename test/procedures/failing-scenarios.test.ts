import { afterAll, describe, expect, test } from 'vitest';
import type { OperationState } from '../../contract/operation';
import type { Remains } from '../../contract/remains';
import type { Application } from '../../main/application/application';
import { type Scenario, samplePassphrase, scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openPracticeApplication, type PracticeApplication } from '../support/practice-application';
import { applyProcedure, enterSecrets, stepOf, takeUp } from '../support/run-procedure';
import { filesWith } from '../support/world-snapshot';
import { answersFor, outcomes, preparations, type Stop } from './scenario-outcomes';

const opened: PracticeApplication[] = [];
afterAll(() => {
  for (const one of opened) one.remove();
});

async function open(scenario: Scenario) {
  const one = await openPracticeApplication(scenario, { approves: true });
  opened.push(one);
  enterSecrets(one.application);
  return one;
}

const productNames = {
  dependencies: /^Dependencies 9\./,
  processServer: /^Process server 9\./,
  masterTarget: /^Master target 9\./,
  agent: /^Microsoft Azure Recovery Services Agent 2\./,
  registration: /^Registration, valid until/,
};
/** The order that the uninstallers want. */
const removals = [
  ['masterTarget', '{275197FC-14FD-4560-A5EB-38217F80CBD1}'],
  ['agent', '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}'],
  ['processServer', 'ASR\\home\\svsystems\\unins000.exe'],
  ['dependencies', 'C:\\thirdparty\\unins000.exe'],
] as const;

async function remainsOf({ remains }: Application, { id }: OperationState): Promise<Remains> {
  const answer = await remains(id);
  if (!answer.ok) throw new Error(answer.problem.what);
  return answer.value;
}

/** What is told to be there and the ways on are those of the parts that are installed. */
function expectWaysOn({ there, missing, waysOn }: Remains, stop: Stop): void {
  for (const [part, name] of Object.entries(productNames)) {
    const isThere = stop.there.some((one) => one === part);
    expect([part, there.some((line) => name.test(line))]).toEqual([part, isThere]);
  }
  const wanted = Object.keys(productNames).filter(
    (part) => !stop.there.some((one) => one === part),
  );
  const isRemoval = stop.procedure === 'decommission';
  // After a removal nothing is missing: it is gone as it was to be.
  expect(missing.filter((line) => !line.startsWith('Service '))).toHaveLength(
    isRemoval ? 0 : wanted.length,
  );
  const isComplete = wanted.length === 0;
  const isInstalled = stop.procedure === 'set-up' && stop.there.length > 0;
  expect(waysOn.map(({ kind }) => kind)).toEqual([
    'retry',
    ...(isComplete || isRemoval ? [] : ['changeAnswers']),
    ...(stop.undo ? ['undo'] : []),
    ...(isInstalled ? ['removeByHand'] : []),
    ...(stop.step === 'unregistered' ? ['purge'] : []),
    'leave',
  ]);
  const commands = waysOn.find(({ kind }) => kind === 'removeByHand')?.commands ?? [];
  const expected = removals.filter(([part]) => stop.there.includes(part));
  expect(commands).toHaveLength(isInstalled ? expected.length : 0);
  commands.forEach((command, at) => {
    expect(command).toContain(expected[at]?.[1]);
  });
  for (const { meaning } of waysOn) expect(meaning).not.toMatch(/\.\.|;\.|undefined|null/);
}

async function mend({ practice, folder, application }: PracticeApplication, stop: Stop) {
  if (stop.mend === 'restart') await practice.restart();
  else if (stop.mend) await openWorld(`${folder}/world`).change(stop.mend);
  if (stop.passphrase) application.secrets.enter('passphrase', stop.passphrase);
}

async function expectStop(one: PracticeApplication, scenario: Scenario, stop: Stop): Promise<void> {
  const { application, folder } = one;
  const answers = answersFor(scenario);
  const preparation = preparations[stop.procedure];
  if (preparation !== undefined) {
    expect((await applyProcedure(application, preparation, answers)).status).toBe('done');
  }
  const failed = await applyProcedure(application, stop.procedure, answers);
  expect(failed.status).toBe('failed');
  expect(failed.leftBehind).toEqual([]);
  const { problem, facts } = stepOf(failed, stop.step);
  expect(problem?.what).toBe(stop.what);
  expect(`${problem?.meaning} ${problem?.next}`).toMatch(stop.says ?? /[Rr]etry|again/);
  if (stop.code) expect(problem?.code).toBe(stop.code);
  if (stop.facts) expect(facts).toMatchObject(stop.facts);
  expectWaysOn(await remainsOf(application, failed), stop);
  await mend(one, stop);
  const retried = await takeUp(application, failed);
  expect(retried.status).toBe(stop.retried ?? 'done');
  for (const secret of [samplePassphrase, 'Practice-Passphrase-02', 'Practice-Proxy-01']) {
    expect(filesWith(folder, secret, null)).toEqual([]);
  }
}

/** Restarts Windows as often as the operation asks for it; returns how it stands then. */
async function goThroughRestarts(
  one: PracticeApplication,
  begun: OperationState,
  restarts: number,
): Promise<OperationState> {
  const { application, practice } = one;
  let state = begun;
  for (let count = 0; count < restarts; count += 1) {
    expect(state.status).toBe('restartNeeded');
    const [retry] = (await remainsOf(application, state)).waysOn;
    expect(retry?.meaning).toContain('First restart Windows');
    const early = await application.operations.takeUp(state.id, application.secrets.all());
    expect(early).toMatchObject({ ok: false, problem: { code: 'restartPending' } });
    await practice.restart();
    state = await takeUp(application, state);
  }
  return state;
}

test('every scenario has its outcome, and every outcome its scenario', () => {
  expect(Object.keys(outcomes).sort()).toEqual(scenarios.map(({ id }) => id).sort());
});

const rows = scenarios.flatMap((scenario) => {
  const outcome = outcomes[scenario.id];
  return outcome ? [{ id: scenario.id, scenario, outcome }] : [];
});
const ending = rows.flatMap(({ id, scenario, outcome }) =>
  outcome.kind === 'done' ? [{ id, scenario, outcome }] : [],
);
const stopping = rows.flatMap(({ id, scenario, outcome }) =>
  outcome.kind === 'stops' ? [{ id, scenario, outcome }] : [],
);

describe.concurrent('scenarios that end well', { timeout: 120_000 }, () => {
  test.each(ending)('$id ends as a proven whole', async ({ scenario, outcome }) => {
    const one = await open(scenario);
    const answers = answersFor(scenario);
    if (outcome.procedure !== undefined) {
      const preparation = preparations[outcome.procedure];
      if (preparation !== undefined) {
        expect((await applyProcedure(one.application, preparation, answers)).status).toBe('done');
      }
      const state = await applyProcedure(one.application, outcome.procedure, answers);
      expect(state.status).toBe('done');
      return;
    }
    expect((await applyProcedure(one.application, 'prepare', answers)).status).toBe('done');
    const begun = await applyProcedure(one.application, 'set-up', answers);
    const state = await goThroughRestarts(one, begun, outcome.restarts ?? 0);
    expect(state.status).toBe('done');
    expect(state.leftBehind).toEqual([]);
    for (const id of ['install', 'services', 'data-port', 'registration']) {
      const { status, checks } = stepOf(state, id);
      expect([id, status]).toEqual([id, 'done']);
      expect(checks.length).toBeGreaterThan(0);
      expect(checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    }
    expect(filesWith(one.folder, samplePassphrase, null)).toEqual([]);
  });
});

describe.concurrent('scenarios that stop half-way', { timeout: 120_000 }, () => {
  test.each(stopping)('$id stops in words, and there is a way on', async (row) => {
    await expectStop(await open(row.scenario), row.scenario, row.outcome);
  });
});
