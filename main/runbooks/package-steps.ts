import type { Check } from '../../contract/check';
import type { PlanStep, StepAction } from '../../contract/plan';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { stepsText as text } from '../../contract/text/set-up-steps';
import {
  type KeptPlaces,
  PACKAGE_FILES,
  packagesFolder,
  type SetupFile,
  showTermsCommand,
  unpackCommand,
} from '../vendor/set-up-package';
import type { PlanPlaces } from './runbook';
import { actionUndo, noUndo, type StepWords, step } from './steps';

const words = text.prepare;
const { undo, checks } = text;

const folderIsProtected = (path: ServerPath): Check => ({
  kind: 'folderProtected',
  label: checks.folder,
  path,
  withinSeconds: 0,
});
const isGone = (path: ServerPath): Check => ({
  kind: 'fileAbsent',
  label: checks.gone,
  path,
  withinSeconds: 0,
});

/** Undoing by removing what the step made, and nothing outside of where packages are kept. */
const removal = (how: string, path: ServerPath, { ownFolder }: PlanPlaces): PlanStep['undo'] =>
  actionUndo(how, { kind: 'remove', path, within: packagesFolder(ownFolder) }, [isGone(path)]);

function protectedFolder(
  id: string,
  title: StepWords,
  path: ServerPath,
  undoing: PlanStep['undo'],
): PlanStep {
  return step(
    id,
    title,
    { kind: 'protectedFolder', path, temporary: false },
    {
      touches: { files: [path] },
      undo: undoing,
      checks: [folderIsProtected(path)],
      skipWhen: [folderIsProtected(path)],
    },
  );
}

/** The folder of this program and in it the one of this package, both closed to others. */
export function folderSteps(kept: KeptPlaces, places: PlanPlaces): PlanStep[] {
  const { ownFolder } = places;
  return [
    protectedFolder('own-folder', words.ownFolder, ownFolder, noUndo(undo.folder)),
    protectedFolder(
      'package-folder',
      words.packageFolder,
      kept.folder,
      removal(undo.packageFolder, kept.folder, places),
    ),
  ];
}

/** Copies a set-up file to where it is verified and run from; none when it lies there already. */
export function copySteps(file: SetupFile, kept: KeptPlaces, places: PlanPlaces): PlanStep[] {
  if (file.path.toLowerCase() === kept.copy.toLowerCase()) return [];
  const sameFile: Check = {
    kind: 'fileHash',
    label: checks.sameFile,
    path: kept.copy,
    sameAs: file.path,
    withinSeconds: 0,
  };
  const origin = `${JSON.stringify({ from: file.path })}\n`;
  return [
    step(
      'copy',
      words.copy,
      { kind: 'copyFile', from: file.path, to: kept.copy },
      {
        touches: { files: [kept.copy] },
        usualSeconds: 20,
        cancel: 'now',
        undo: removal(undo.copy, kept.copy, places),
        checks: [sameFile],
        skipWhen: [sameFile],
      },
    ),
    step(
      'origin',
      words.origin,
      {
        kind: 'writeFile',
        path: kept.origin,
        content: [{ text: origin }],
        temporary: false,
        keepOriginalAs: null,
      },
      {
        touches: { files: [kept.origin] },
        undo: noUndo(undo.note),
        checks: [
          {
            kind: 'fileExists',
            label: checks.file('origin.json'),
            path: kept.origin,
            withinSeconds: 0,
          },
        ],
        follows: ['copy'],
      },
    ),
  ];
}

/** What was verified is what lies there. */
export const isVerified = ({ copy, record }: KeptPlaces): Check => ({
  kind: 'verifiedCopy',
  label: checks.verifiedRecord,
  path: copy,
  recordPath: record,
  withinSeconds: 0,
});

/** Everything that was unpacked is as it was then. */
export const isAsUnpacked = ({ files, contents }: KeptPlaces): Check => ({
  kind: 'folderAsRecorded',
  label: checks.asRecorded,
  path: files,
  recordPath: contents,
  withinSeconds: 0,
});

/** Proves who signed exactly these bytes, and keeps that beside them. */
export function verifyStep(kept: KeptPlaces): PlanStep {
  const action: StepAction = {
    kind: 'recordVerified',
    path: kept.copy,
    recordPath: kept.record,
    script: 'verify-signature',
    reader: 'signature',
  };
  return step('verify', words.verify, action, {
    touches: { files: [kept.record] },
    usualSeconds: 20,
    undo: noUndo(undo.verify),
    checks: [isVerified(kept)],
  });
}

/** Unpacks the verified copy, keeps what came out, and reads the terms that come with it. */
export function unpackSteps(kept: KeptPlaces, places: PlanPlaces): PlanStep[] {
  const { copy, files, contents, folder, terms } = kept;
  const asRecorded = isAsUnpacked(kept);
  const fileThere = (path: ServerPath, label: string): Check => ({
    kind: 'fileExists',
    label,
    path,
    withinSeconds: 0,
  });
  const run = { kind: 'run' as const, survives: false, log: null };
  return [
    step(
      'unpack',
      words.unpack,
      {
        ...run,
        ...unpackCommand(copy, files),
        cwd: folder,
        timeoutSeconds: 1800,
        reader: 'unpack',
      },
      {
        touches: { files: [files] },
        usualSeconds: 60,
        undo: removal(undo.unpack, files, places),
        checks: PACKAGE_FILES.map((name) =>
          fileThere(joinServerPath(files, name), checks.file(name)),
        ),
        skipWhen: [asRecorded],
        rerunChecks: [isVerified(kept)],
      },
    ),
    step(
      'record',
      words.record,
      { kind: 'recordFolder', path: files, recordPath: contents },
      {
        touches: { files: [contents] },
        usualSeconds: 10,
        undo: noUndo(undo.note),
        checks: [asRecorded],
        follows: ['unpack'],
      },
    ),
    step(
      'terms',
      words.terms,
      {
        ...run,
        ...showTermsCommand(files),
        cwd: files,
        // Before it prints anything set-up asks Windows for all installed programs.
        timeoutSeconds: 900,
        reader: 'terms',
        keepOutputAs: terms,
      },
      {
        touches: { files: [terms] },
        usualSeconds: 10,
        undo: noUndo(undo.note),
        checks: [fileThere(terms, checks.terms)],
        skipWhen: [fileThere(terms, checks.terms), asRecorded],
      },
    ),
  ];
}
