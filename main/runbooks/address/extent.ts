import type { ServerFacts } from '../../../contract/facts';
import {
  deploymentHere,
  everyService,
  type FoundService,
  type ServicesAnswers,
} from '../services/answers';
import { servicesToStop } from '../services/extent';

/** LogUpload reads none of it and is left alone. Source: vendor source, cspsconfigtool. */
const LEFT_ALONE = 'logUpload';

/** What restarts the services that read the address, in the words of the services procedure. */
export const restartAnswers = (facts: ServerFacts): ServicesAnswers => ({
  task: 'restart',
  deployment: deploymentHere(facts),
  isAll: false,
  chosen: everyService.map(({ key }) => key).filter((key) => key !== LEFT_ALONE),
});

/** The services that run now and read the address, in the order in which they stop. */
export const readersOfAddress = (facts: ServerFacts): FoundService[] =>
  servicesToStop(restartAnswers(facts), facts);
