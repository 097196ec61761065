import type { ServerFacts } from '../../../../contract/facts';
import type { Answers, Precondition } from '../../../../contract/runbook';
import { generalConditions } from '../../conditions';
import { readAnswers } from '../answers';
import { effectiveAnswers } from '../effective-answers';
import { installedConditions } from './installed';
import { packageConditions } from './package';
import { serverConditions } from './server';
import { windowsConditions } from './windows';

/** Everything that is looked at before set-up may begin. */
export function installConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const given = readAnswers(answers);
  return [
    ...generalConditions(facts),
    ...installedConditions(given, facts),
    ...packageConditions(given, facts),
    ...windowsConditions(given, facts),
    ...serverConditions(effectiveAnswers(given, facts), facts),
  ];
}
