import type { Check } from '../../../contract/check';
import type { PlanStep } from '../../../contract/plan';
import { text } from '../../../contract/text/export';
import { duration } from '../../../contract/text/report';
import { actionCode } from './action-code';
import { checkCode } from './check-code';
import { comment, list, literal } from './literal';

const say = (words: string) => `Write-Host ${literal(words)}`;

const confirm = (check: Check) =>
  `Confirm-Check -Label ${literal(check.label)} -Seconds ${check.withinSeconds}` +
  ` -Look { ${checkCode(check)} }`;

function skipWhen(checks: readonly Check[]): string[] {
  if (checks.length === 0) return ['@()'];
  return ['@(', checks.map((check) => `  { ${checkCode(check)} }`).join(',\n'), ')'];
}

/** What has to hold first: the script can not tell whether an earlier run of it was cut off. */
function readiness(checks: readonly Check[]): string[] {
  if (checks.length === 0) return [];
  return [...checks.map(confirm), "Assert-Proven -Otherwise $words['notReady']"];
}

/** Set-up waits behind a box nobody sees, or ends with an error of its own, on a busy server. */
function setUpMayBegin(checks: readonly Check[]): string[] {
  const running = checks.filter(({ kind }) => kind === 'processAbsent');
  return [
    ...running.map((check) => confirm({ ...check, withinSeconds: 0 })),
    ...(running.length === 0 ? [] : ["Assert-Proven -Otherwise $words['setUpRuns']"]),
    `Confirm-Check -Label ${literal(text.noRestartPending)} -Seconds 0` +
      ' -Look { Test-NoRestartPending }',
    "Assert-Proven -Otherwise $words['restartFirst']",
  ];
}

/** The step that starts set-up for the first time: what it installs may want a restart itself. */
function firstSetUp(steps: readonly PlanStep[]): PlanStep | null {
  const found = steps.find(
    ({ action }) => action.kind === 'run' && action.reader === 'unifiedSetup',
  );
  return found ?? null;
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** What has to hold before the step does anything. */
function readinessOf({ rerunChecks }: PlanStep, isFirstSetUp: boolean): string[] {
  if (!isFirstSetUp) return readiness(rerunChecks);
  const others = rerunChecks.filter(({ kind }) => kind !== 'processAbsent');
  return [...setUpMayBegin(rerunChecks), ...readiness(others)];
}

/** One step of the plan: what it is, whether it is needed, what it does, its proof. */
export function stepBlock(steps: readonly PlanStep[], step: PlanStep, index: number): string[] {
  const count = steps.length;
  const action = [...readinessOf(step, step === firstSetUp(steps)), ...actionCode(step)];
  const usually = step.usualSeconds < 5 ? [] : [say(text.usually(duration(step.usualSeconds)))];
  const [first, ...more] = skipWhen(step.skipWhen);
  return [
    '',
    comment(`${index} of ${count}: ${step.id}`),
    "Write-Host ''",
    `${say(text.step(index, count, step.title))} -ForegroundColor Cyan`,
    say(step.reason),
    ...usually,
    `$task = Get-Task -Id ${literal(step.id)} -Supports ${list(step.supports)}` +
      ` -Follows ${list(step.follows)} -SkipWhen ${first}`,
    ...more,
    ...(action.length === 0 ? [] : ["if ($task -eq 'do') {", ...indented(action), '}']),
    "if ($task -ne 'leave') {",
    ...indented(step.checks.map(confirm)),
    `  Complete-Step -Id ${literal(step.id)}`,
    '}',
  ];
}
