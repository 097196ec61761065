import type { Check } from '../../../contract/check';
import type { Plan, PlanStep } from '../../../contract/plan';
import { commandFile } from './command-file';
import {
  beginning,
  ending,
  headComment,
  memory,
  secretQuestions,
  shippedScripts,
  start,
} from './head';
import { helpersFor } from './helpers';
import { stepBlock } from './step-block';
import { wordTables } from './words';

/** One file of an export; both lie beside each other. */
export interface ExportedFile {
  name: string;
  text: string;
}

const checkScript = (check: Check) => ('script' in check ? [check.script] : []);

/** Shipped scripts that the exported steps run, each once. Others of them became functions. */
function scriptsOf(steps: readonly PlanStep[]): string[] {
  const names = steps.flatMap(({ action, checks, skipWhen, rerunChecks }) => [
    ...('script' in action ? [action.script] : []),
    ...(action.kind === 'protectedFolder' ? ['new-protected-folder'] : []),
    ...[...checks, ...skipWhen, ...rerunChecks].flatMap(checkScript),
  ]);
  return [...new Set(names)];
}

function scriptText(plan: Plan, readScript: (name: string) => string): string {
  const { steps } = plan.body;
  const work = [
    ...beginning(plan),
    ...secretQuestions(steps),
    ...steps.flatMap((step, index) => stepBlock(steps, step, index + 1)),
  ].flatMap((block) => block.split('\n'));
  const body = ['try {', ...work.map((line) => (line === '' ? '' : `  ${line}`)), ...ending];
  const functions = helpersFor(body.join('\n'));
  const spoken = [...functions, ...body].join('\n');
  const lines = [
    ...headComment(plan),
    ...start(),
    '',
    ...wordTables(spoken),
    '',
    ...shippedScripts(scriptsOf(steps), readScript),
    '',
    ...memory(steps),
    '',
    ...functions.flatMap((code) => [code, '']),
    ...body,
  ];
  return lines.join('\n').replaceAll('\n', '\r\n');
}

/**
 * A plan as files that an admin can read and run on a server without this program: a script for
 * Windows PowerShell 4.0 or 5.1 with the same steps and the same checks, and a command file that
 * starts it. Plain ASCII, and the same text for the same plan. No secret is in them: the script
 * asks. Throws when the plan holds a reader that the export does not know.
 */
export function exportPlan(plan: Plan, readScript: (name: string) => string): ExportedFile[] {
  const { runbook } = plan.body;
  if (!/^[a-z0-9-]+$/.test(runbook)) throw new Error(`${runbook} can not be a file name.`);
  const text = scriptText(plan, readScript);
  if (!/^[\r\n\x20-\x7e]*$/.test(text)) throw new Error('An exported script is plain ASCII.');
  return [
    { name: `${runbook}.ps1`, text },
    { name: `${runbook}.cmd`, text: commandFile(runbook) },
  ];
}
