import type { ServerFacts } from '../../../contract/facts';
import { inStopOrder } from '../../vendor/service-orders';
import { chosenServices, type FoundService, type ServicesAnswers } from './answers';

/** On its way up counts as running: that is how it was found. */
export const wasRunning = ({ seen }: FoundService): boolean =>
  seen.state !== 'stopped' && seen.state !== 'stopping';

/** LogUpload on Manual and stopped is as it should be; whoever chooses it wants it to run. */
function isToRun(service: FoundService, { isAll }: ServicesAnswers): boolean {
  const { expected, seen } = service;
  if (!isAll || expected.runs || wasRunning(service)) return true;
  return seen.startType === 'automatic' || seen.startType === 'delayed';
}

/** The services that have to run in the end, in the order in which they start. */
export function servicesToStart(answers: ServicesAnswers, facts: ServerFacts): FoundService[] {
  if (answers.task === 'stop' || answers.task === 'startTypes') return [];
  return chosenServices(answers, facts).filter((service) => isToRun(service, answers));
}

/** The services that are stopped, in that order; a restart stops only what runs. */
export function servicesToStop(answers: ServicesAnswers, facts: ServerFacts): FoundService[] {
  const { task } = answers;
  if (task === 'start' || task === 'startTypes') return [];
  const chosen = chosenServices(answers, facts);
  const stopping = task === 'restart' ? chosen.filter(wasRunning) : chosen;
  const ordered = inStopOrder(stopping.map(({ expected }) => expected));
  return ordered.flatMap(({ name }) => stopping.filter(({ expected }) => expected.name === name));
}
