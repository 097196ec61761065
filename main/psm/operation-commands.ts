import type { OperationStatus } from '../../contract/operation';
import { text } from '../../contract/text/psm';
import { damagedJournal } from '../application/application';
import { orThrow, ProblemError } from '../application/problem-error';
import { type GlobalOptions, type Opened, openFor } from './context';
import { EXIT, exitOfProblem } from './exit-codes';
import { follow } from './follow';
import { readSecretFiles, readSecretInput } from './input';
import { showRemains } from './show-remains';
import { WrongUse } from './wrong-use';

type Chosen = (Opened & { operationId: string | null }) | { exit: number };

/** The open operation, else the newest one when it ended in one of these ways. */
function openOrNewest({ application }: Opened, ends: readonly OperationStatus[]): string | null {
  const { operations } = application;
  const newest = operations.list()[0];
  const ended = newest && ends.includes(newest.status) ? newest.id : null;
  return operations.current()?.id ?? ended;
}

/** Refuses an operation that is not there. */
export function refuseUnknown({ application }: Opened, id: string | undefined): void {
  if (id !== undefined && !application.operations.list().some((one) => one.id === id)) {
    throw new WrongUse(text.operationUnknown(id));
  }
  const damaged = id === undefined ? null : damagedJournal(application.operations, id);
  if (damaged) throw new ProblemError(damaged);
}

/** `psm resume [ID]`: goes on with the open operation, else with the last one that did not end well. */
export async function resume(
  id: string | undefined,
  options: GlobalOptions & { secret?: string[] },
): Promise<number> {
  const opened = await openFor(options);
  const { application, console } = opened;
  const { operations, secrets, stateProblem } = application;
  if (stateProblem) {
    console.problem(stateProblem);
    return EXIT.forbidden;
  }
  refuseUnknown(opened, id);
  for (const [name, value] of readSecretFiles(options.secret ?? [])) secrets.enter(name, value);
  const adopted = await operations.recover(secrets.all());
  if (adopted) {
    const code = await follow({ application }, console, adopted);
    const problem = operations.state(adopted.operationId).problem?.code ?? '';
    if (!['toolLost', 'secretsNeeded'].includes(problem)) return code;
    // The tool died after all, or the next step wants a secret: go on as with any other.
  }
  const operationId = id ?? openOrNewest(opened, ['failed', 'cancelled']);
  if (operationId === null) {
    console.say(text.nothingToResume);
    return EXIT.done;
  }
  let started = await operations.takeUp(operationId, secrets.all());
  if (!started.ok && started.problem.code === 'secretsNeeded') {
    for (const [name, value] of await readSecretInput()) secrets.enter(name, value);
    started = await operations.takeUp(operationId, secrets.all());
  }
  if (started.ok) return follow({ application }, console, started.value);
  console.problem(started.problem);
  return exitOfProblem(started.problem.code);
}

const ENDED_HALFWAY: readonly OperationStatus[] = ['failed', 'cancelled', 'stopped'];

async function chooseHalfway(id: string | undefined, options: GlobalOptions): Promise<Chosen> {
  const opened = await openFor(options);
  const { application, console } = opened;
  if (application.stateProblem) {
    console.problem(application.stateProblem);
    return { exit: EXIT.forbidden };
  }
  refuseUnknown(opened, id);
  return { ...opened, operationId: id ?? openOrNewest(opened, ENDED_HALFWAY) };
}

/** Does something with what stopped half-way, or says that nothing did. */
async function withHalfway(
  id: string | undefined,
  options: GlobalOptions,
  work: (opened: Opened, operationId: string) => Promise<number>,
): Promise<number> {
  const chosen = await chooseHalfway(id, options);
  if ('exit' in chosen) return chosen.exit;
  if (chosen.operationId !== null) return work(chosen, chosen.operationId);
  chosen.console.say(text.nothingHalfway);
  return EXIT.done;
}

/** `psm undo [ID]`: takes back what can be taken back; without an ID of what stopped half-way. */
export const undo = (id: string | undefined, options: GlobalOptions): Promise<number> =>
  withHalfway(id, options, async ({ application, console }, operationId) => {
    const adopted = await application.operations.recover(application.secrets.all());
    if (adopted) {
      // Something is still under way: it is followed to its end, nothing is undone beneath it.
      const code = await follow({ application }, console, adopted);
      return code === EXIT.done ? EXIT.interrupted : code;
    }
    const { operations, secrets } = application;
    let started = await operations.undo(operationId, secrets.all());
    if (!started.ok && started.problem.code === 'secretsNeeded') {
      for (const [name, value] of await readSecretInput()) secrets.enter(name, value);
      started = await operations.undo(operationId, secrets.all());
    }
    if (started.ok) return follow({ application }, console, started.value);
    console.problem(started.problem);
    return exitOfProblem(started.problem.code);
  });

/** `psm remains [ID]`: what an operation that stopped half-way left behind, and the ways on. */
export const remains = (id: string | undefined, options: GlobalOptions): Promise<number> =>
  withHalfway(id, options, async ({ application, console }, operationId) => {
    const left = orThrow(await application.remains(operationId));
    showRemains(console, left);
    console.tell({ event: 'remains', operationId, ...left });
    return EXIT.done;
  });
