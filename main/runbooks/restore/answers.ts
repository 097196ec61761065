import type { BackupState, KeptBackup, KeptState } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { restoreProcedureText } from '../../../contract/text/restore-procedure';

const { wrong } = restoreProcedureText;

/** Ages in days from which backups can be deleted. */
export const AGES = ['30', '90', '365'] as const;

/** A backup with how everything in it is now. */
export interface FoundBackup {
  backup: KeptBackup;
  state: BackupState;
}

export interface FoundFile {
  path: string;
  keptAs: string | null;
  state: KeptState;
}
export interface FoundKey {
  view: '32' | '64';
  key: string;
  keptAs: string | null;
  state: KeptState;
  added: BackupState['registry'][number]['added'];
}

/** All backups of this server, the newest first. */
export function backupsOf({ details }: ServerFacts): FoundBackup[] {
  const states = new Map((details.backupStates ?? []).map((state) => [state.id, state]));
  return (details.backups ?? []).flatMap((backup) => {
    const state = states.get(backup.id);
    return state ? [{ backup, state }] : [];
  });
}

export const filesOf = ({ backup, state }: FoundBackup): FoundFile[] =>
  backup.files.flatMap(({ path, keptAs }, index) => {
    const now = state.files[index];
    return now ? [{ path, keptAs, state: now }] : [];
  });

export const keysOf = ({ backup, state }: FoundBackup): FoundKey[] =>
  backup.registry.flatMap((kept, index) => {
    const now = state.registry[index];
    return now ? [{ ...kept, ...now }] : [];
  });

/** What can't be told is put back too: nothing else proves that it is right. */
export const isToPutBack = ({ state }: { state: KeptState }): boolean =>
  state === 'changed' || state === 'missing' || state === 'unknown';

export const chosenBackup = (answers: Answers, facts: ServerFacts): FoundBackup | null =>
  backupsOf(facts).find(({ backup }) => backup.id === answers.backup) ?? null;

/** Backups made more than so many days ago. */
export const olderThan = (days: number, facts: ServerFacts): FoundBackup[] =>
  backupsOf(facts).filter(({ state }) => state.ageDays > days);

export function checkRestoreAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  if (answers.action === 'delete') {
    return AGES.some((age) => age === answers.older)
      ? []
      : [{ name: 'older', message: wrong.older }];
  }
  if (answers.action !== 'restore') return [{ name: 'action', message: wrong.choice }];
  const problems: AnswerProblem[] = [];
  // Without any, a condition says so: no answer could be right.
  if (backupsOf(facts).length > 0 && !chosenBackup(answers, facts)) {
    problems.push({ name: 'backup', message: wrong.backup });
  }
  if (answers.extras !== 'keep' && answers.extras !== 'remove') {
    problems.push({ name: 'extras', message: wrong.choice });
  }
  return problems;
}
