import type { ServerFacts } from '../../../contract/facts';
import type { Answers } from '../../../contract/runbook';
import { folderReason } from '../../vendor/install-folder';
import { servicesOf } from '../../vendor/service-orders';
import {
  deploymentHere,
  type FoundService,
  findService,
  type ServicesAnswers,
  servicesHere,
} from '../services/answers';
import { hasWrongStartType } from '../services/conditions';
import { missingParts } from '../set-up/conditions/installed';

/** All services of this server, in the words of the services procedure. */
export const allServices = (facts: ServerFacts): ServicesAnswers => ({
  task: 'start',
  deployment: deploymentHere(facts),
  isAll: true,
  chosen: [],
});

export const wrongStartTypes = (facts: ServerFacts): FoundService[] =>
  servicesHere(allServices(facts), facts).filter(hasWrongStartType);

/** Services that have to run and do not, in the order in which they start. */
export const notRunning = (facts: ServerFacts): FoundService[] =>
  servicesHere(allServices(facts), facts).filter(
    ({ expected, seen }) => expected.runs && seen.state !== 'running',
  );

/** Services that belong to installed parts and are not there. */
export const goneServices = (facts: ServerFacts): string[] =>
  missingParts(facts).length > 0
    ? []
    : servicesOf(allServices(facts).deployment)
        .filter(({ name, belongs }) => belongs && findService(facts, name) === null)
        .map(({ name }) => name);

export const lacksRegistration = ({ products, registration }: ServerFacts): boolean =>
  products.masterTarget !== null && products.agent !== null && !registration.registered;

/** False too where it belongs to no process server, or a folder lies in its place. */
export const lacksLink = ({ products, prerequisites }: ServerFacts): boolean =>
  products.processServer !== null && prerequisites.asrFolder === 'absent';

/** The folder that the junction leads to; null where it can not be told or linked to safely. */
export function linkTarget({ configuration }: ServerFacts): string | null {
  const folder = configuration.installFolder;
  return folder !== null && folderReason(folder) === null ? folder : null;
}

export interface Mending {
  services: boolean;
  link: boolean;
  registration: boolean;
}

/** What the answers let this mend. */
export const mendingOf = (answers: Answers): Mending => ({
  services: answers.services !== 'no',
  link: answers.link !== 'no',
  registration: answers.registration !== 'no',
});
