import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep, StepAction } from '../../../contract/plan';
import type { ServerPath } from '../../../contract/server-path';
import { antivirusText as text } from '../../../contract/text/antivirus-procedure';
import { exclusionCommand } from '../../vendor/antivirus-folders';
import type { Runbook } from '../runbook';
import { actionUndo, noUndo, step } from '../steps';
import {
  type AntivirusAnswers,
  checkAntivirusAnswers,
  foldersFor,
  readAntivirusAnswers,
} from './answers';
import { antivirusConditions } from './conditions';
import { type Drift, driftOf, readableDefender } from './drift';
import { describeAntivirus, NAME } from './questions';

const EXCLUSIONS_KEY =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths';
const NOTHING: Drift = { present: [], missing: [], additional: [] };

/** Reads the exclusions of Defender back; `present`: whether all of these have to be there. */
const excluded = (paths: readonly ServerPath[], present: boolean, label?: string): Check => ({
  kind: 'scriptLists',
  label: label ?? (present ? text.checks.present : text.checks.absent),
  withinSeconds: 30,
  script: 'read-defender',
  input: {},
  list: 'paths',
  entries: [...paths],
  present,
  hiddenBy: 'hidden',
});

const change = (add: readonly ServerPath[], remove: readonly ServerPath[]): StepAction => ({
  kind: 'script',
  script: 'change-defender',
  input: { add: add.join('\n'), remove: remove.join('\n') },
  secretInput: {},
  reader: 'defender',
  timeoutSeconds: 300,
});

const options = { touches: { registry: [EXCLUSIONS_KEY] }, usualSeconds: 10 };

function addStep(paths: readonly ServerPath[]): PlanStep[] {
  if (paths.length === 0) return [];
  const isDone = excluded(paths, true);
  return [
    step('add', text.steps.add, change(paths, []), {
      ...options,
      undo: actionUndo(text.undo.add(paths.length), change([], paths), [excluded(paths, false)]),
      checks: [isDone],
      skipWhen: [isDone],
    }),
  ];
}

function removeStep(paths: readonly ServerPath[]): PlanStep[] {
  if (paths.length === 0) return [];
  const isDone = excluded(paths, false);
  return [
    step('remove', text.steps.remove, change([], paths), {
      ...options,
      undo: actionUndo(text.undo.remove(paths.length), change(paths, []), [excluded(paths, true)]),
      checks: [isDone],
      skipWhen: [isDone],
    }),
  ];
}

/** The proof at the end: what is on the list is there, and what is left over is not. */
function compareStep(
  { action }: AntivirusAnswers,
  { present, missing, additional }: Drift,
): PlanStep {
  const gone = action === 'remove' ? [...present, ...additional] : additional;
  const isStrict = action === 'match' || action === 'show';
  const checks: Check[] = [
    ...(action === 'remove' ? [] : [excluded([...present, ...missing], true)]),
    ...(action === 'remove' && gone.length > 0 ? [excluded(gone, false)] : []),
    ...(isStrict && gone.length > 0 ? [excluded(gone, false, text.checks.none)] : []),
  ];
  const quick = { kind: 'prove' as const };
  return step('compare', text.steps.compare, quick, {
    usualSeconds: 5,
    undo: noUndo(text.undo.look),
    // A comparison only tells how it is: nothing is on its way that could be waited for.
    checks: checks.map((check) => (action === 'show' ? { ...check, withinSeconds: 0 } : check)),
  });
}

function ownSteps(answers: AntivirusAnswers, drift: Drift): PlanStep[] {
  const { action } = answers;
  const { present, missing, additional } = drift;
  const adds = action === 'add' || action === 'match';
  const removed =
    action === 'remove' ? [...present, ...additional] : action === 'match' ? additional : [];
  return [...(adds ? addStep(missing) : []), ...removeStep(removed), compareStep(answers, drift)];
}

const copyStep = (): PlanStep =>
  step(
    'copy',
    text.steps.copy,
    { kind: 'prove' },
    { usualSeconds: 1, undo: noUndo(text.undo.look) },
  );

function planNotes(
  { machine, action }: AntivirusAnswers,
  folders: readonly ServerPath[],
  { present, missing, additional }: Drift,
): string[] {
  const { notes } = text;
  if (machine !== 'processServer') {
    return [notes.list(folders), notes.command(exclusionCommand(folders))];
  }
  const found = notes.found([...present, ...additional]);
  if (action === 'show') return [notes.list(folders), found];
  const adds = action !== 'remove' && missing.length > 0;
  const removes =
    (action === 'remove' && present.length > 0) || (action !== 'add' && additional.length > 0);
  return [
    ...(adds || removes ? [] : [notes.nothing]),
    notes.list(folders),
    found,
    ...(adds ? [notes.junction] : []),
    ...(adds || removes ? [notes.noBackup] : []),
  ];
}

/** The list for elsewhere, and what this program neither reads nor changes. */
function whatComesNext(
  { machine, action }: AntivirusAnswers,
  facts: ServerFacts,
  folders: readonly ServerPath[],
): Pick<PlanBody, 'afterwards'> {
  const { afterwards: words, notes } = text;
  const asLines = (lines: readonly string[]) =>
    lines.length === 0 ? {} : { afterwards: lines.map((line) => ({ text: line, minutes: 0 })) };
  if (machine !== 'processServer') {
    return asLines([words.elsewhere(folders), notes.command(exclusionCommand(folders))]);
  }
  if (action === 'remove') return {};
  const names = facts.details.antivirus?.otherProducts ?? [];
  const defender = readableDefender(facts);
  return asLines([
    ...(names.length > 0 ? [words.otherProducts(names.join(', '), folders)] : []),
    ...(defender && !defender.active ? [words.asleep(defender.mode)] : []),
  ]);
}

/** Compares, sets and removes the folders that a virus scanner has to leave alone. */
export const antivirusRunbook: Runbook = {
  name: NAME,
  needs: ['antivirus'],
  describe: describeAntivirus,
  checkAnswers: checkAntivirusAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: (answers, facts) => antivirusConditions(readAntivirusAnswers(answers), facts),
  plan(given, facts: ServerFacts): PlanBody {
    const answers = readAntivirusAnswers(given);
    const folders = foldersFor(answers, facts) ?? [];
    const isHere = answers.machine === 'processServer';
    const drift = driftOf(folders, facts) ?? NOTHING;
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verbs[isHere ? answers.action : 'copy'],
      serverName: facts.serverName,
      destructive: false,
      steps: isHere ? ownSteps(answers, drift) : [copyStep()],
      notes: planNotes(answers, folders, drift),
      ...whatComesNext(answers, facts, folders),
    };
  },
};
