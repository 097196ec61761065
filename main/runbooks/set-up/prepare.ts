import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { joinServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/set-up-procedure';
import { fingerprintTest, PASSPHRASE_FILE, PASSPHRASE_FOLDER } from '../../vendor/fingerprint-test';
import {
  PACKAGE_FILES,
  packagePlaces,
  type SetupFile,
  unpackCommand,
} from '../../vendor/set-up-package';
import type { PlanPlaces, Runbook } from '../runbook';
import { automaticUndo, noUndo, type StepWords, step } from '../steps';
import { checkAnswers, readAnswers, secretQuestions } from './answers';
import { generalConditions } from './conditions';
import { describe } from './questions';

const words = text.prepare;
const { undo, checks } = text;

function chosenFile(answers: Answers, facts: ServerFacts): SetupFile {
  const path = readAnswers(answers).setupFile.toLowerCase();
  const file = facts.setupFiles.find((one) => one.path.toLowerCase() === path);
  if (!file) throw new Error('A plan needs a set-up file that was found.');
  return file;
}

/** Copies, verifies and unpacks the set-up file. */
function packageSteps(file: SetupFile, places: PlanPlaces): PlanStep[] {
  const { folder, copy, record, files, contents } = packagePlaces(places.ownFolder, file);
  const unpack = unpackCommand(copy, files);
  const sameFile: Check = {
    kind: 'fileHash',
    label: checks.sameFile,
    path: copy,
    sameAs: file.path,
    withinSeconds: 0,
  };
  const asRecorded: Check = {
    kind: 'folderAsRecorded',
    label: checks.asRecorded,
    path: files,
    recordPath: contents,
    withinSeconds: 0,
  };
  const protectedFolder = (id: string, title: StepWords, path: string) =>
    step(
      id,
      title,
      { kind: 'protectedFolder', path, temporary: false },
      {
        touches: { files: [path] },
        undo: noUndo(undo.folder),
        checks: [{ kind: 'folderProtected', label: checks.folder, path, withinSeconds: 0 }],
        skipWhen: [{ kind: 'folderProtected', label: checks.folder, path, withinSeconds: 0 }],
      },
    );
  return [
    protectedFolder('own-folder', words.ownFolder, places.ownFolder),
    protectedFolder('package-folder', words.packageFolder, folder),
    step(
      'copy',
      words.copy,
      { kind: 'copyFile', from: file.path, to: copy },
      {
        touches: { files: [copy] },
        usualSeconds: 20,
        cancel: 'now',
        undo: noUndo(undo.copy),
        checks: [sameFile],
        skipWhen: [sameFile],
      },
    ),
    step(
      'verify',
      words.verify,
      {
        kind: 'recordVerified',
        path: copy,
        recordPath: record,
        script: 'verify-signature',
        reader: 'signature',
      },
      {
        touches: { files: [record] },
        usualSeconds: 20,
        undo: noUndo(undo.verify),
        checks: [
          {
            kind: 'verifiedCopy',
            label: checks.verifiedRecord,
            path: copy,
            recordPath: record,
            withinSeconds: 0,
          },
        ],
      },
    ),
    step(
      'unpack',
      words.unpack,
      {
        kind: 'run',
        ...unpack,
        cwd: folder,
        timeoutSeconds: 1800,
        survives: false,
        reader: 'unpack',
        log: null,
      },
      {
        touches: { files: [files] },
        usualSeconds: 60,
        undo: noUndo(undo.unpack),
        checks: PACKAGE_FILES.map((name) => ({
          kind: 'fileExists' as const,
          label: checks.file(name),
          path: joinServerPath(files, name),
          withinSeconds: 0,
        })),
        skipWhen: [asRecorded],
      },
    ),
    step(
      'record',
      words.record,
      { kind: 'recordFolder', path: files, recordPath: contents },
      {
        touches: { files: [contents] },
        usualSeconds: 10,
        undo: noUndo(undo.verify),
        checks: [asRecorded],
        follows: ['unpack'],
      },
    ),
  ];
}

/** Places the passphrase, asks the configuration server, and puts everything back. */
function passphraseSteps(csAddress: string, file: SetupFile, places: PlanPlaces): PlanStep[] {
  const { files, keptPassphrase } = packagePlaces(places.ownFolder, file);
  const privateFolder = joinServerPath(places.programData, PASSPHRASE_FOLDER);
  const vendorFolder = privateFolder.slice(0, privateFolder.lastIndexOf('\\'));
  const passphraseFile = joinServerPath(places.programData, PASSPHRASE_FILE);
  const folderStep = (id: string, title: StepWords, path: string, isThere: Check) =>
    step(
      id,
      title,
      { kind: 'protectedFolder', path, temporary: true },
      {
        touches: { files: [path] },
        undo: automaticUndo(undo.temporary),
        checks: [isThere],
        skipWhen: [isThere],
        supports: ['test'],
      },
    );
  return [
    folderStep('vendor-folder', words.vendorFolder, vendorFolder, {
      kind: 'fileExists',
      label: checks.folderThere,
      path: vendorFolder,
      withinSeconds: 0,
    }),
    folderStep('private-folder', words.privateFolder, privateFolder, {
      kind: 'folderClosed',
      label: checks.folder,
      path: privateFolder,
      withinSeconds: 0,
    }),
    step(
      'place',
      words.place,
      {
        kind: 'writeFile',
        path: passphraseFile,
        content: [{ secret: 'passphrase' }],
        temporary: true,
        keepOriginalAs: keptPassphrase,
      },
      {
        touches: { files: [passphraseFile] },
        undo: automaticUndo(undo.temporary),
        supports: ['test'],
      },
    ),
    step(
      'test',
      words.test,
      {
        kind: 'run',
        ...fingerprintTest(files, csAddress),
        cwd: files,
        timeoutSeconds: 180,
        survives: false,
        reader: 'fingerprintTest',
        log: null,
      },
      { usualSeconds: 10, cancel: 'now', undo: noUndo(undo.test) },
    ),
  ];
}

export const prepareRunbook: Runbook = {
  name: 'prepare',
  describe: (facts) => ({
    ...describe(facts),
    name: 'prepare',
    title: words.title,
    preparedBy: null,
  }),
  checkAnswers,
  secrets: (answers) => secretQuestions(answers).filter(({ name }) => name === 'passphrase'),
  preconditions: (_answers, facts) => generalConditions(facts),
  plan(answers, facts, places): PlanBody {
    const file = chosenFile(answers, facts);
    return {
      runbook: 'prepare',
      title: words.title,
      verb: words.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        ...packageSteps(file, places),
        ...passphraseSteps(readAnswers(answers).csAddress, file, places),
      ],
      notes: [...words.notes],
    };
  },
};
