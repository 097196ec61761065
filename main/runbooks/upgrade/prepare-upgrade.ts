import type { PlanBody } from '../../../contract/plan';
import { upgradeText as text } from '../../../contract/text/upgrade-procedure';
import { packagePlaces } from '../../vendor/set-up-package';
import { copySteps, folderSteps, unpackSteps, verifyStep } from '../package-steps';
import type { Runbook } from '../runbook';
import { foundSetupFile } from '../set-up/prepared';
import { checkUpgradeAnswers, readUpgradeAnswers } from './answers';
import { earlyConditions } from './conditions';
import { describeUpgrade, PREPARE_NAME } from './questions';

/**
 * Copies, verifies and unpacks the set-up file. No passphrase is asked for, because an upgrade uses
 * none; no licence terms are printed, because set-up refuses that beside a whole process server.
 */
export const prepareUpgradeRunbook: Runbook = {
  name: PREPARE_NAME,
  describe: (facts, answers) => ({
    ...describeUpgrade(facts, answers),
    name: PREPARE_NAME,
    title: text.prepare.title,
    preparedBy: null,
  }),
  checkAnswers: checkUpgradeAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: earlyConditions,
  plan(answers, facts, places): PlanBody {
    const file = foundSetupFile(readUpgradeAnswers(answers).setupFile, facts);
    const kept = packagePlaces(places.ownFolder, file);
    return {
      runbook: PREPARE_NAME,
      title: text.prepare.title,
      verb: text.prepare.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        ...folderSteps(kept, places),
        ...copySteps(file, kept, places),
        verifyStep(kept),
        ...unpackSteps(kept, places).filter(({ id }) => id !== 'terms'),
      ],
      notes: [...text.prepare.notes],
    };
  },
};
