import type { Check } from '../../../contract/check';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import { joinServerPath } from '../../../contract/server-path';
import { stepsText as text } from '../../../contract/text/set-up-steps';
import { fingerprintTest, PASSPHRASE_FILE, PASSPHRASE_FOLDER } from '../../vendor/fingerprint-test';
import { type KeptPlaces, packagePlaces } from '../../vendor/set-up-package';
import { generalConditions } from '../conditions';
import { copySteps, folderSteps, unpackSteps, verifyStep } from '../package-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { automaticUndo, noUndo, type StepWords, step } from '../steps';
import { checkAnswers, readAnswers, secretQuestions } from './answers';
import { completeConditions } from './conditions/installed';
import { dotNetCondition } from './conditions/windows';
import { foundSetupFile } from './prepared';
import { describe } from './questions';
import { setUpTrial } from './trials';

const words = text.prepare;
const { undo, checks } = text;

/** Places the passphrase, asks the configuration server, and puts everything back. */
function passphraseSteps(csAddress: string, kept: KeptPlaces, places: PlanPlaces): PlanStep[] {
  const { files, keptPassphrase } = kept;
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
  describe: (facts, answers) => ({
    ...describe(facts, answers),
    name: 'prepare',
    title: words.title,
    preparedBy: null,
  }),
  checkAnswers,
  secrets: (answers) => secretQuestions(answers).filter(({ name }) => name === 'passphrase'),
  trial: setUpTrial,
  // Preparing starts set-up itself to have its licence terms printed.
  preconditions: (_answers, facts) => [
    ...generalConditions(facts),
    ...completeConditions(facts),
    dotNetCondition(facts),
  ],
  plan(answers, facts, places): PlanBody {
    const file = foundSetupFile(readAnswers(answers).setupFile, facts);
    const kept = packagePlaces(places.ownFolder, file);
    return {
      runbook: 'prepare',
      title: words.title,
      verb: words.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        ...folderSteps(kept, places),
        ...copySteps(file, kept, places),
        verifyStep(kept),
        ...unpackSteps(kept, places),
        ...passphraseSteps(readAnswers(answers).csAddress, kept, places),
      ],
      notes: [...words.notes],
    };
  },
};
