import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { type ServerPath, serverFolder } from '../../../contract/server-path';
import { restoreProcedureText as text } from '../../../contract/text/restore-procedure';
import { backupsFolder } from '../../vendor/backups';
import { backupSteps } from '../backup-step';
import type { PlanPlaces, Runbook } from '../runbook';
import type { ServicesAnswers } from '../services/answers';
import { detectedDeployment } from '../services/answers';
import { servicesToStart, servicesToStop, wasRunning } from '../services/extent';
import { orderStep } from '../services/order-step';
import { noUndo, step } from '../steps';
import {
  checkRestoreAnswers,
  chosenBackup,
  type FoundBackup,
  type FoundFile,
  type FoundKey,
  filesOf,
  isToPutBack,
  keysOf,
  olderThan,
} from './answers';
import { damagedOf, extrasOf, restoreConditions } from './conditions';
import { describeRestore, NAME, sizeOfAll } from './questions';

const fileIsGone = (path: string): Check => ({
  kind: 'fileAbsent',
  label: text.checks.gone(path),
  path,
  withinSeconds: 0,
});

const fileIsAsKept = ({ path }: FoundFile, sameAs: string): Check => ({
  kind: 'fileHash',
  label: text.checks.file(path),
  path,
  sameAs,
  withinSeconds: 0,
});

const keyIsAsKept = ({ view, key, keptAs }: FoundKey, exact: boolean): Check => ({
  kind: 'registryAsKept',
  label: text.checks.key(text.key(view, key)),
  view,
  key,
  keptAs,
  exact,
  withinSeconds: 0,
});

const undo = noUndo(text.undo.restore);

function fileSteps(files: readonly FoundFile[], removes: boolean): PlanStep[] {
  return files.flatMap((file, index): PlanStep[] => {
    const { path, keptAs, state } = file;
    const id = `file-${index + 1}`;
    const touches = { files: [path] };
    if (keptAs !== null && isToPutBack(file)) {
      const checks = [fileIsAsKept(file, keptAs)];
      const action = { kind: 'restoreFile' as const, from: keptAs, to: path };
      return [step(id, text.steps.file(path), action, { touches, undo, checks, skipWhen: checks })];
    }
    if (state !== 'added' || !removes) return [];
    const checks = [fileIsGone(path)];
    const action = { kind: 'remove' as const, path, within: serverFolder(path) };
    return [step(id, text.steps.removeFile(path), action, { touches, undo, checks })];
  });
}

function keySteps(keys: readonly FoundKey[], removes: boolean): PlanStep[] {
  return keys.flatMap((found, index): PlanStep[] => {
    const { view, key, keptAs, added } = found;
    const id = `key-${index + 1}`;
    const named = text.key(view, key);
    const options = { touches: { registry: [key] }, usualSeconds: 2, undo };
    const steps: PlanStep[] = [];
    if (keptAs !== null && isToPutBack(found)) {
      const checks = [keyIsAsKept(found, false)];
      const action = { kind: 'importKey' as const, view, key, file: keptAs };
      steps.push(step(id, text.steps.key(named), action, { ...options, checks, skipWhen: checks }));
    }
    if (removes && added.length > 0) {
      const checks = [keyIsAsKept(found, true)];
      const action = { kind: 'removeRegistry' as const, view, within: key, entries: added };
      steps.push(step(`${id}-added`, text.steps.removeKeys(named), action, { ...options, checks }));
    }
    return steps;
  });
}

/** The services of Site Recovery that run now: stopped before, and started again afterwards. */
function serviceSteps(
  answers: Answers,
  facts: ServerFacts,
): { stop: PlanStep[]; start: PlanStep[] } {
  const given: ServicesAnswers = {
    task: 'restart',
    deployment: detectedDeployment(facts) ?? 'configurationServer',
    isAll: true,
    chosen: [],
  };
  if (answers.services === 'no') return { stop: [], start: [] };
  const starting = servicesToStart(given, facts).filter(wasRunning);
  return {
    stop: servicesToStop(given, facts).map((service) => orderStep(service, 'stop')),
    start: starting.map((service) => orderStep(service, 'start')),
  };
}

function proofs(files: readonly FoundFile[], keys: readonly FoundKey[], removes: boolean): Check[] {
  const isWhole = ({ state }: { state: string }) => state !== 'damaged';
  return [
    ...files.filter(isWhole).flatMap((file) => {
      if (file.keptAs !== null) return [fileIsAsKept(file, file.keptAs)];
      return removes || file.state === 'absent' ? [fileIsGone(file.path)] : [];
    }),
    ...keys
      .filter(isWhole)
      .filter(({ keptAs, state }) => keptAs !== null || removes || state === 'absent')
      .map((key) => keyIsAsKept(key, removes)),
  ];
}

function restoreSteps(
  found: FoundBackup,
  answers: Answers,
  facts: ServerFacts,
  places: PlanPlaces,
): PlanStep[] {
  const removes = answers.extras === 'remove';
  const files = filesOf(found);
  const keys = keysOf(found);
  const services = serviceSteps(answers, facts);
  const present = {
    files: files.map(({ path }) => path),
    registry: keys.map(({ view, key }) => ({ view, key })),
  };
  return [
    ...backupSteps(present, places),
    ...services.stop,
    ...fileSteps(files, removes),
    ...keySteps(keys, removes),
    ...services.start,
    step(
      'prove',
      text.steps.prove,
      { kind: 'prove' },
      { usualSeconds: 5, undo: noUndo(text.undo.prove), checks: proofs(files, keys, removes) },
    ),
  ];
}

function deleteSteps(backups: readonly FoundBackup[], within: ServerPath): PlanStep[] {
  return backups.map(({ backup: { id, folder, madeAt, madeFor } }) =>
    step(
      `delete-${id}`,
      text.steps.delete(text.moment(madeAt), madeFor),
      { kind: 'remove', path: folder, within },
      {
        touches: { files: [folder] },
        undo: noUndo(text.undo.delete),
        checks: [fileIsGone(folder)],
      },
    ),
  );
}

function notesOf(found: FoundBackup, answers: Answers): string[] {
  const { notes } = text;
  const { madeAt, madeFor } = found.backup;
  const extras = extrasOf(found).join(', ');
  const damaged = damagedOf(found).join(', ');
  const named = answers.extras === 'remove' ? notes.extrasGo(extras) : notes.extrasStay(extras);
  const isCertificates = ({ key }: { key: string }) => /\\SystemCertificates(?:\\|$)/i.test(key);
  return [
    notes.from(text.moment(madeAt), madeFor),
    ...(extras === '' ? [] : [named]),
    ...(damaged === '' ? [] : [notes.damaged(damaged)]),
    ...(keysOf(found).some(isCertificates) ? [notes.certificates] : []),
    ...(found.backup.files.length > 0 ? [notes.folders] : []),
  ];
}

/** Puts back what a change kept before it began, or deletes backups that are old. */
export const restoreRunbook: Runbook = {
  name: NAME,
  needs: ['backups', 'backupStates', 'unusableBackups'],
  describe: describeRestore,
  checkAnswers: checkRestoreAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: restoreConditions,
  plan(answers, facts, places): PlanBody {
    const common = { runbook: NAME, title: text.title, serverName: facts.serverName };
    if (answers.action === 'delete') {
      const old = olderThan(Number(answers.older), facts);
      const steps = deleteSteps(old, backupsFolder(places.ownFolder));
      const notes = [text.notes.size(sizeOfAll(old))];
      return { ...common, verb: text.verbs.delete, destructive: true, steps, notes };
    }
    const found = chosenBackup(answers, facts);
    if (!found) throw new Error('A plan needs a backup that is there.');
    const steps = restoreSteps(found, answers, facts, places);
    const destructive = answers.extras === 'remove' && extrasOf(found).length > 0;
    return {
      ...common,
      verb: text.verbs.restore,
      destructive,
      steps,
      notes: notesOf(found, answers),
    };
  },
};
