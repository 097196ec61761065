import { describeAction } from '../../contract/describe-action';
import type { OperationState } from '../../contract/operation';
import type { Plan, PlanStep } from '../../contract/plan';
import type { Procedure, Proposal } from '../../contract/runbook';
import { text as answersText } from '../../contract/text/answers';
import { text } from '../../contract/text/psm';
import { duration, text as report } from '../../contract/text/report';
import type { Console } from './console';

const MARKS = { passed: '+', failed: '-', couldNotTell: '?' } as const;

/** Prints the conditions of a proposal, and for a wrong choice what can be chosen. */
export function showConditions(
  console: Console,
  proposal: Proposal,
  { questions }: Pick<Procedure, 'questions'>,
): void {
  for (const { verdict, title, found, needed, mend, leadsTo } of proposal.preconditions) {
    console.say(`${text.conditions[verdict]}: ${title}: ${found} (${text.needed(needed)})`);
    if (mend !== '') console.say(`  ${mend}`);
    if (leadsTo) console.say(`  psm apply ${leadsTo.procedure}`);
  }
  if (proposal.problems.length > 0) console.say(text.wrongAnswers);
  for (const { name, message } of proposal.problems) {
    console.say(`  ${name}: ${message}`);
    const asked = questions.find((one) => one.name === name && one.kind === 'choice');
    for (const { value, label, hint } of asked?.choices ?? []) {
      console.say(`    ${answersText.choice(value, label, hint)}`);
    }
  }
}

/** Prints what was found on this server, as the pages of the procedure show it. */
export function showFindings(console: Console, { sections }: Pick<Procedure, 'sections'>): void {
  for (const { title, findings } of sections) {
    if (findings.length === 0) continue;
    console.say(text.found(title));
    for (const { label, value, isGood } of findings) {
      console.say(text.finding(isGood === false ? MARKS.failed : ' ', label, value));
    }
  }
  console.tell({ event: 'found', sections });
}

/** Prints a plan as it will be approved. */
export function showPlan(console: Console, plan: Plan): void {
  const { body } = plan;
  console.say(`${body.title} (${body.serverName})`);
  console.say(text.plan(plan.id, plan.hash));
  const total = body.steps.reduce((sum, step) => sum + step.usualSeconds, 0);
  const restart =
    (['yes', 'maybe', 'no'] as const).find((need) =>
      body.steps.some((step) => step.restart === need),
    ) ?? 'no';
  console.say(`${text.usually(duration(total))}. ${text.restart[restart]}`);
  for (const note of body.notes) console.say(note);
  body.steps.forEach((step, index) => {
    console.say(
      text.step(
        index + 1,
        body.steps.length,
        `${step.title} (${text.usually(duration(step.usualSeconds))})`,
      ),
    );
    console.say(`        ${step.reason}`);
    const action = describeAction(step.action);
    if (action !== '') console.say(action.replace(/^/gm, '        '));
    console.say(
      `        ${step.undo.kind === 'none' ? text.undoNone(step.undo.because) : text.undo(step.undo.how)}`,
    );
  });
}

/** What a person has to enter while this step runs; most steps want nothing. */
function valuesToEnter(step: PlanStep | undefined): string[] {
  if (step?.action.kind !== 'run' || !step.action.window) return [];
  return step.action.window.values.map(({ label, value, hint }) =>
    text.enter(label, value ?? text.typeYourself, hint),
  );
}

/** Prints what changed between two states of a running operation. */
export function progressPrinter(console: Console): (state: OperationState) => void {
  const seen = new Map<string, string>();
  return (state) => {
    state.steps.forEach((step, index) => {
      const title = state.plan.body.steps[index]?.title ?? step.id;
      const mark = `${step.status}/${step.attempts}`;
      const before = seen.get(step.id) ?? 'waiting/0';
      if (before !== mark) {
        seen.set(step.id, mark);
        if (step.status === 'running') {
          console.say(text.step(index + 1, state.steps.length, title));
          for (const line of valuesToEnter(state.plan.body.steps[index])) console.say(line);
        } else if (step.status !== 'waiting') {
          if (!before.startsWith('running'))
            console.say(text.step(index + 1, state.steps.length, title));
          for (const check of step.checks)
            console.say(text.check(MARKS[check.verdict], check.label, check.found));
          console.say(text.stepEnd(report.statuses[step.status], duration(step.seconds ?? 0)));
        }
        console.tell({
          event: 'step',
          id: step.id,
          title,
          status: step.status,
          checks: step.checks,
          facts: step.facts,
        });
      }
      const milestone = `milestone ${step.id}`;
      // A download tells its progress all the time: here every tenth of it is enough.
      const isDownload = state.plan.body.steps[index]?.action.kind === 'download';
      const reached = isDownload ? String(Math.floor((step.fraction ?? 0) * 10)) : step.milestone;
      if (step.milestone !== null && reached !== null && seen.get(milestone) !== reached) {
        seen.set(milestone, reached);
        console.say(text.milestone(step.milestone));
        console.tell({
          event: 'milestone',
          id: step.id,
          milestone: step.milestone,
          fraction: step.fraction,
        });
      }
    });
  };
}
