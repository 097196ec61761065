import type { Answers, Procedure } from '../../contract/runbook';
import { text } from '../../contract/text/psm';
import { orThrow } from '../application/problem-error';
import { type Opened, openFor } from './context';
import { EXIT, exitOfProblem } from './exit-codes';
import { follow } from './follow';
import { type ProcedureOptions, readInput, tellProposal } from './procedure-input';
import { showFindings, showPlan } from './show';
import { WrongUse } from './wrong-use';

/** `psm preflight NAME`: what was found, the answers and conditions only. */
export async function preflight(name: string, options: ProcedureOptions): Promise<number> {
  const opened = await openFor(options);
  const { procedure, answers } = await readInput(opened, name, options);
  showFindings(opened.console, procedure);
  return tellProposal(
    opened.console,
    orThrow(await opened.application.procedures.propose(name, answers)),
    procedure,
  );
}

/** `psm plan NAME`: what would be done. A procedure that has to be prepared shows that plan first. */
export async function plan(name: string, options: ProcedureOptions): Promise<number> {
  const opened = await openFor(options);
  const { procedure, answers } = await readInput(opened, name, options);
  const { procedures } = opened.application;
  let proposal = orThrow(await procedures.propose(name, answers));
  const onlyUnprepared =
    proposal.problems.length === 0 &&
    proposal.preconditions
      .filter(({ verdict }) => verdict === 'blocks')
      .every(({ id }) => id === 'package');
  if (proposal.plan === null && onlyUnprepared && procedure.preparedBy !== null) {
    proposal = orThrow(await procedures.propose(procedure.preparedBy, answers));
  }
  const code = tellProposal(opened.console, proposal, procedure);
  if (proposal.plan) showPlan(opened.console, proposal.plan);
  return code;
}

async function applyOne(
  opened: Opened,
  name: string,
  { procedure, answers }: { procedure: Procedure; answers: Answers },
  options: ProcedureOptions,
  mustMatch: boolean,
): Promise<number> {
  const { procedures } = opened.application;
  const proposal = orThrow(await procedures.propose(name, answers));
  const code = tellProposal(opened.console, proposal, procedure);
  const { plan: proposed } = proposal;
  if (!proposed) return code;
  showPlan(opened.console, proposed);
  if (mustMatch && options.approve !== undefined && options.approve !== proposed.hash) {
    throw new WrongUse(text.otherHash(proposed.hash));
  }
  if (proposed.body.destructive && options.approve !== proposed.hash)
    throw new WrongUse(text.approvalDestructive);
  if (!options.yes && options.approve !== proposed.hash) throw new WrongUse(text.approvalNeeded);
  const approval = { planId: proposed.id, hash: proposed.hash };
  const started = await procedures.apply(name, answers, proposed, approval);
  if (started.ok) return follow(opened, opened.console, started.value);
  opened.console.problem(started.value.problem);
  for (const { change } of started.value.differences) opened.console.say(`  ${change}`);
  return exitOfProblem(started.value.problem.code);
}

/** True when `--approve` names the very plan of this procedure, so that nothing else may be done. */
async function isApprovedItself(
  { application }: Opened,
  name: string,
  answers: Answers,
  { yes, approve }: ProcedureOptions,
): Promise<boolean> {
  if (yes || approve === undefined) return false;
  return orThrow(await application.procedures.propose(name, answers)).plan?.hash === approve;
}

/** `psm apply NAME`: prepares what has to be prepared, then applies. */
export async function apply(name: string, options: ProcedureOptions): Promise<number> {
  const opened = await openFor(options);
  const { stateProblem, operations, secrets } = opened.application;
  if (stateProblem) {
    opened.console.problem(stateProblem);
    return EXIT.forbidden;
  }
  const input = await readInput(opened, name, options);
  const { procedure, answers } = input;
  const adopted = await operations.recover(secrets.all());
  if (adopted) {
    // Something else was still under way: it is finished first, and what was asked for is not done.
    const code = await follow(opened, opened.console, adopted);
    return code === EXIT.done ? EXIT.interrupted : code;
  }
  if (procedure.preparedBy !== null && !(await isApprovedItself(opened, name, answers, options))) {
    const prepared = await applyOne(opened, procedure.preparedBy, input, options, !options.yes);
    if (prepared !== EXIT.done || (options.approve !== undefined && !options.yes)) return prepared;
  }
  return applyOne(opened, name, input, options, true);
}
