import type { PlanBody } from '../../../contract/plan';
import { stepsText as text } from '../../../contract/text/set-up-steps';
import { packagePlaces } from '../../vendor/set-up-package';
import { generalConditions } from '../conditions';
import { copySteps, folderSteps, unpackSteps, verifyStep } from '../package-steps';
import { passphraseSteps } from '../passphrase-steps';
import type { Runbook } from '../runbook';
import { checkAnswers, readAnswers, secretQuestions } from './answers';
import { completeConditions } from './conditions/installed';
import { dotNetCondition } from './conditions/windows';
import { foundSetupFile } from './prepared';
import { describe } from './questions';
import { setUpTrial } from './trials';

const words = text.prepare;

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
        ...passphraseSteps(
          {
            csAddress: readAnswers(answers).csAddress,
            toolFolder: kept.files,
            keepAs: kept.keptPassphrase,
            words: words.test,
          },
          places,
        ),
      ],
      notes: [...words.notes],
    };
  },
};
