import type { ServerFacts, ServiceFact } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { servicesProcedureText } from '../../../contract/text/services-procedure';
import { servicesOf } from '../../vendor/service-orders';
import {
  blocksUnless,
  condition,
  generalConditions,
  processServerCondition,
  warnsUnless,
} from '../conditions';
import {
  chosenServices,
  type FoundService,
  findService,
  type ServicesAnswers,
  servicesHere,
} from './answers';
import { servicesToStart, servicesToStop } from './extent';

const text = servicesProcedureText.conditions;

const isUp = ({ state }: ServiceFact) => state !== 'stopped';
const startsItself = ({ startType }: ServiceFact) =>
  startType === 'automatic' || startType === 'delayed';
const namesOf = (services: readonly FoundService[]) =>
  services.map(({ seen }) => seen.name).join(', ');

/** True when the start type is none that the service may have. */
export const hasWrongStartType = ({ expected, seen }: FoundService): boolean =>
  !expected.startTypes.some((wanted) => wanted === seen.startType);

function present(answers: ServicesAnswers, facts: ServerFacts): Precondition {
  const missing = servicesOf(answers.deployment)
    .filter(({ name, belongs }) => belongs && findService(facts, name) === null)
    .map(({ name }) => name);
  const found =
    missing.length === 0 ? text.present.needed : text.present.missing(missing.join(', '));
  return condition('present', text.present, warnsUnless(missing.length === 0), found);
}

/** Disabled services among those that start, and among those that they need. */
function startable(answers: ServicesAnswers, facts: ServerFacts): Precondition {
  const starting = servicesToStart(answers, facts).map(({ seen }) => seen);
  const stopped = servicesToStop(answers, facts).map(({ seen }) => seen.name);
  const needed = starting.flatMap(({ dependsOn }) => dependsOn ?? []);
  const all = [...starting.map(({ name }) => name), ...needed].flatMap((name) => {
    const seen = findService(facts, name);
    return seen?.startType === 'disabled' &&
      (seen.state !== 'running' || stopped.includes(seen.name))
      ? [seen.name]
      : [];
  });
  const disabled = [...new Set(all)];
  const found =
    disabled.length === 0 ? text.startable.needed : text.startable.disabled(disabled.join(', '));
  return condition('startable', text.startable, blocksUnless(disabled.length === 0), found);
}

/** Whether nothing else needs what is stopped: running services that are not stopped here and need one that is. */
export function stoppable(answers: ServicesAnswers, facts: ServerFacts): Precondition {
  const stopping = new Set(
    servicesToStop(answers, facts).map(({ seen }) => seen.name.toLowerCase()),
  );
  const others = facts.services
    .filter((service) => isUp(service) && !stopping.has(service.name.toLowerCase()))
    .filter(({ dependsOn }) => dependsOn?.some((name) => stopping.has(name.toLowerCase())))
    .map(({ name }) => name);
  const found =
    others.length === 0 ? text.stoppable.needed : text.stoppable.running(others.join(', '));
  return condition('stoppable', text.stoppable, blocksUnless(others.length === 0), found);
}

function comesBack(answers: ServicesAnswers, facts: ServerFacts): Precondition {
  const staying = servicesHere(answers, facts).filter(
    ({ expected, seen }) => expected.runs && !startsItself(seen),
  );
  const found =
    staying.length === 0 ? text.comesBack.needed : text.comesBack.wrong(namesOf(staying));
  return condition('comesBack', text.comesBack, warnsUnless(staying.length === 0), found);
}

function startTypes(answers: ServicesAnswers, facts: ServerFacts): Precondition {
  const wrong = chosenServices(answers, facts).filter(hasWrongStartType);
  const found = wrong.length === 0 ? text.startTypes.needed : text.startTypes.wrong(namesOf(wrong));
  return condition('startTypes', text.startTypes, warnsUnless(wrong.length === 0), found);
}

/** What has to hold before services are touched, by what is to be done. */
export function servicesConditions(answers: ServicesAnswers, facts: ServerFacts): Precondition[] {
  const isHere = facts.products.processServer !== null;
  const { processServer } = text;
  const first = [...generalConditions(facts), processServerCondition(processServer, facts)];
  if (!isHere) return first;
  const { task } = answers;
  const starts = task === 'start' || task === 'restart' || task === 'patchDay';
  return [
    ...first,
    present(answers, facts),
    ...(starts ? [startable(answers, facts)] : []),
    ...(servicesToStop(answers, facts).length > 0 ? [stoppable(answers, facts)] : []),
    ...(task === 'patchDay' ? [comesBack(answers, facts)] : []),
    ...(task === 'start' || task === 'restart' || task === 'stop'
      ? [startTypes(answers, facts)]
      : []),
  ];
}
