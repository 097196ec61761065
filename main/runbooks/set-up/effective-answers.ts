import type { ServerFacts } from '../../../contract/facts';
import { dataPortProblem } from '../fields';
import type { SetUpAnswers } from './answers';

/**
 * True when set-up will take this for a fresh installation and check the server by itself: it needs
 * both dependencies and process server to complete an earlier one.
 * Source: vendor source, WrapperSetup/EvaluateOperations.cs.
 */
export const isFreshInstallation = ({ products }: ServerFacts): boolean =>
  products.dependencies === null || products.processServer === null;

/** What will be in force: set-up keeps these values of a process server that is here already. */
export function effectiveAnswers(answers: SetUpAnswers, facts: ServerFacts): SetUpAnswers {
  if (facts.products.processServer === null) return answers;
  const { csAddress, installFolder, dataPort } = facts.configuration;
  return {
    ...answers,
    csAddress: csAddress ?? answers.csAddress,
    installFolder: installFolder ?? answers.installFolder,
    // One that can't be read blocks set-up before this counts.
    dataPort: dataPortProblem(dataPort ?? '') === null ? Number(dataPort) : answers.dataPort,
  };
}
