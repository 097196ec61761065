import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Finding, Procedure } from '../../../contract/runbook';
import { restoreProcedureText as text } from '../../../contract/text/restore-procedure';
import { size } from '../../../contract/text/size';
import { choicesOf, makeQuestion } from '../question';
import {
  AGES,
  backupsOf,
  chosenBackup,
  type FoundBackup,
  filesOf,
  isToPutBack,
  keysOf,
  olderThan,
} from './answers';

export const NAME = 'restore';

const words = text.questions;
/** More rows than this say nothing at a glance; checks and plan name them all. */
const ROWS_SHOWN = 12;

export const sizeOfAll = (backups: readonly FoundBackup[]): string =>
  size(backups.reduce((sum, { state }) => sum + state.sizeBytes, 0));

const everything = (found: FoundBackup) => [
  ...filesOf(found).map(({ path, state }) => ({ label: path, state })),
  ...keysOf(found).map(({ view, key, state }) => ({ label: text.key(view, key), state })),
];

/** What differs comes first. */
function heldFindings(found: FoundBackup | null): Finding[] {
  if (!found) return [];
  const isRight = (state: string) => state === 'same' || state === 'absent';
  const all = everything(found);
  const sorted = [
    ...all.filter(({ state }) => !isRight(state)),
    ...all.filter(({ state }) => isRight(state)),
  ];
  const shown = sorted.slice(0, ROWS_SHOWN).map(({ label, state }): Finding => {
    return { label, value: text.state(state), isGood: isRight(state) };
  });
  const more = sorted.length - shown.length;
  const { more: label, moreValue } = text.findings;
  return more > 0 ? [...shown, { label, value: moreValue(more), isGood: null }] : shown;
}

function choiceOf(found: FoundBackup) {
  const { backup, state } = found;
  const differs = everything(found).filter((one) => isToPutBack(one)).length;
  const [files, keys] = [backup.files.length, backup.registry.length];
  return {
    value: backup.id,
    label: text.choice(backup.madeFor, text.moment(backup.madeAt)),
    hint: text.choiceHint(files, keys, size(state.sizeBytes), differs),
  };
}

/** The questions, with what each backup holds and what differs from it now. */
export function describeRestore(facts: ServerFacts, answers: Answers): Procedure {
  const backups = backupsOf(facts);
  const [newest] = backups;
  const { all, allValue, none } = text.findings;
  const kept = backups.length === 0 ? none : allValue(backups.length, sizeOfAll(backups));
  const { action, older, extras } = words;
  const restoring = { name: 'action', in: ['restore'] };
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'choose',
        title: text.sections.choose,
        place: 'questions',
        findings: [{ label: all, value: kept, isGood: null }],
      },
      {
        id: 'what',
        title: text.sections.what,
        place: 'questions',
        findings: heldFindings(chosenBackup(answers, facts) ?? newest ?? null),
      },
    ],
    questions: [
      makeQuestion('action', 'choose', 'choice', action, {
        suggestion: 'restore',
        choices: choicesOf(['restore', 'delete'], action),
      }),
      makeQuestion('backup', 'choose', 'choice', words.backup, {
        suggestion: newest?.backup.id ?? null,
        onlyWhen: restoring,
        choices: backups.map(choiceOf),
      }),
      makeQuestion('older', 'choose', 'choice', older, {
        suggestion: '90',
        onlyWhen: { name: 'action', in: ['delete'] },
        choices: AGES.map((value) => {
          const old = olderThan(Number(value), facts);
          const hint = older.choiceHint(old.length, sizeOfAll(old));
          return { value, label: older.choice(Number(value)), hint };
        }),
      }),
      makeQuestion('extras', 'what', 'choice', extras, {
        suggestion: 'keep',
        onlyWhen: restoring,
        choices: choicesOf(['keep', 'remove'], extras),
      }),
      makeQuestion('services', 'what', 'toggle', words.services, {
        required: false,
        suggestion: 'yes',
        onlyWhen: restoring,
      }),
    ],
  };
}
