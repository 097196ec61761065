import type { Check } from '../../contract/check';
import type { PlanStep } from '../../contract/plan';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { stepsText as text } from '../../contract/text/set-up-steps';
import { fingerprintTest, PASSPHRASE_FILE, PASSPHRASE_FOLDER } from '../vendor/fingerprint-test';
import type { PlanPlaces } from './runbook';
import { automaticUndo, noUndo, type StepWords, step } from './steps';

const words = text.prepare;
const { undo, checks } = text;

/** Where the vendor's tools read the passphrase, and the folders above it. */
export function passphrasePlaces({ programData }: PlanPlaces) {
  const privateFolder = joinServerPath(programData, PASSPHRASE_FOLDER);
  return {
    file: joinServerPath(programData, PASSPHRASE_FILE),
    privateFolder,
    vendorFolder: privateFolder.slice(0, privateFolder.lastIndexOf('\\')),
  };
}

/** Asks the configuration server whether it takes the passphrase that lies on this server. */
export function askStep(
  id: string,
  title: StepWords,
  toolFolder: ServerPath,
  csAddress: string,
): PlanStep {
  return step(
    id,
    title,
    {
      kind: 'run',
      ...fingerprintTest(toolFolder, csAddress),
      cwd: toolFolder,
      timeoutSeconds: 180,
      survives: false,
      reader: 'fingerprintTest',
      log: null,
    },
    { usualSeconds: 10, cancel: 'now', undo: noUndo(undo.test) },
  );
}

interface PassphraseTest {
  csAddress: string;
  /** Where csgetfingerprint.exe lies. */
  toolFolder: ServerPath;
  /** Where the passphrase that was there before is kept meanwhile: a protected folder. */
  keepAs: ServerPath;
  /** Title of the test and why it is made. */
  words: StepWords;
}

/**
 * Places the passphrase where the vendor's tool reads it and asks the configuration server. At the
 * end of the plan, or by a step `putBack`, what was there before is put back.
 */
export function passphraseSteps(
  { csAddress, toolFolder, keepAs, words: testWords }: PassphraseTest,
  places: PlanPlaces,
): PlanStep[] {
  const { file, privateFolder, vendorFolder } = passphrasePlaces(places);
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
        path: file,
        content: [{ secret: 'passphrase' }],
        temporary: true,
        keepOriginalAs: keepAs,
      },
      {
        touches: { files: [file] },
        undo: automaticUndo(undo.temporary),
        supports: ['test'],
      },
    ),
    askStep('test', testWords, toolFolder, csAddress),
  ];
}
