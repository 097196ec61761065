import { afterwardsOf } from '../../contract/afterwards';
import type { CheckResult } from '../../contract/check';
import { describeAction } from '../../contract/describe-action';
import type { OperationState, StepState } from '../../contract/operation';
import type { PlanStep } from '../../contract/plan';
import type { Problem } from '../../contract/problem';
import { duration, text } from '../../contract/text/report';
import { html, tag } from './html';

const STYLE = `
:root { color-scheme: light dark; font-family: "Segoe UI", "Open Sans", system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; line-height: 1.45; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; table-layout: fixed; }
th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #8884; vertical-align: top; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; padding: .5rem .75rem; border-radius: 4px; }
.step { border: 1px solid #8886; border-radius: 6px; padding: 1rem; margin: 1rem 0; }
.practice { border-left: 4px solid #8a6d00; padding: .5rem 1rem; }
.failed { color: #b10e1c; } .passed { color: #0b6a0b; }
@media (prefers-color-scheme: dark) { .failed { color: #ff99a4; } .passed { color: #6ccb5f; } }
@media print { .step { break-inside: avoid; } }
`;

const MARKS = { passed: '✓', failed: '✕', couldNotTell: '?' } as const;

function checkTable(checks: readonly CheckResult[]): string {
  if (checks.length === 0) return '';
  const head = ['', text.check, text.found, text.needed, text.evidence]
    .map((title, index) => tag('th', html(title), index === 0 ? 'style="width:6rem"' : ''))
    .join('');
  const rows = checks.map((check) => {
    const verdict = `${MARKS[check.verdict]} ${text.verdicts[check.verdict]}`;
    const cells = [check.label, check.found, check.needed, check.evidence].map((cell) =>
      tag('td', html(cell)),
    );
    return tag('tr', tag('td', html(verdict), `class="${check.verdict}"`) + cells.join(''));
  });
  return tag('table', tag('thead', tag('tr', head)) + tag('tbody', rows.join('')));
}

function problemBlock(problem: Problem | null): string {
  if (!problem) return '';
  const words = problem.toolWords.length > 0 ? tag('pre', html(problem.toolWords.join('\n'))) : '';
  const code = problem.code === null ? '' : tag('p', tag('code', html(problem.code)));
  return (
    tag('p', tag('strong', html(problem.what)), 'class="failed"') +
    tag('p', html(problem.meaning)) +
    tag('p', html(problem.next)) +
    words +
    code
  );
}

function stepBlock(step: PlanStep, state: StepState, index: number): string {
  const command = describeAction(step.action);
  const time = state.seconds === null ? '' : `, ${text.took(duration(state.seconds))}`;
  const facts = Object.entries(state.facts).map(([name, value]) => `${name}: ${value}`);
  const touched = [...step.touches.files, ...step.touches.registry, ...step.touches.services];
  return tag(
    'section',
    tag('h3', `${index + 1}. ${html(step.title)}`) +
      tag('p', html(`${text.statuses[state.status]}${time}. ${step.reason}`)) +
      (command === '' ? '' : tag('pre', html(command))) +
      (touched.length === 0 ? '' : tag('p', `${html(text.touches)}: ${html(touched.join(', '))}`)) +
      (facts.length === 0 ? '' : tag('p', `${html(text.facts)}: ${html(facts.join(', '))}`)) +
      checkTable(state.checks) +
      problemBlock(state.problem),
    'class="step"',
  );
}

/** What was left to be looked at elsewhere. */
function afterwardsBlock(state: OperationState): string {
  const lines = afterwardsOf(state);
  if (lines.length === 0) return '';
  return tag('h2', html(text.afterwards)) + lines.map((line) => tag('p', html(line))).join('');
}

/** The report of an operation as one page that needs nothing else: no script, no other file. */
export function htmlReport(state: OperationState, practice: boolean): string {
  const { plan } = state;
  const facts: [string, string][] = [
    [text.result, text.statuses[state.status]],
    [text.server, plan.body.serverName],
    [text.begun, state.openedAt],
    [text.ended, state.closedAt ?? text.notEnded],
    [text.plan, `${plan.id} (${plan.hash})`],
    [text.left, state.leftBehind.join(', ') || text.none],
  ];
  const summary = facts.map(([name, value]) =>
    tag('tr', tag('th', html(name), 'style="width:9rem"') + tag('td', html(value))),
  );
  const steps = plan.body.steps.flatMap((step, index) => {
    const current = state.steps.find(({ id }) => id === step.id);
    return current ? [stepBlock(step, current, index)] : [];
  });
  const body =
    tag('h1', html(plan.body.title)) +
    (practice ? tag('p', html(text.practice), 'class="practice"') : '') +
    tag('table', tag('tbody', summary.join(''))) +
    problemBlock(state.problem) +
    afterwardsBlock(state) +
    tag('h2', html(text.steps)) +
    steps.join('');
  const head = `<meta charset="utf-8">${tag('title', html(plan.body.title))}${tag('style', STYLE)}`;
  return `<!doctype html>\n${tag('html', tag('head', head) + tag('body', body), 'lang="en"')}\n`;
}
