import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import { servicesProcedureText as text } from '../../../contract/text/services-procedure';
import type { Runbook } from '../runbook';
import { actionUndo, noUndo, step } from '../steps';
import {
  checkServicesAnswers,
  chosenServices,
  type FoundService,
  readServicesAnswers,
  type ServicesAnswers,
  servicesHere,
} from './answers';
import { hasWrongStartType, servicesConditions } from './conditions';
import { servicesToStart, servicesToStop } from './extent';
import { orderStep, stateCheck } from './order-step';
import { describeServices, NAME } from './questions';

export function typeCheck({ seen, expected }: FoundService, types = expected.startTypes): Check {
  return {
    kind: 'serviceIs',
    label: text.checks.startType(seen.name),
    service: seen.name,
    state: 'any',
    startTypes: [...types],
    withinSeconds: 0,
  };
}

export function startTypeStep(service: FoundService): PlanStep {
  const { name, startType } = service.seen;
  const { setTo, key } = service.expected;
  const set = (wanted: Exclude<typeof startType, 'unknown'>) => ({
    kind: 'startType' as const,
    service: name,
    startType: wanted,
  });
  return step(`start-type-${key}`, text.steps.startType(name, startType, setTo), set(setTo), {
    touches: { services: [name], registry: [`${SERVICES_KEY}\\${name}`] },
    usualSeconds: 2,
    undo:
      startType === 'unknown'
        ? noUndo(text.undo.unknownType)
        : actionUndo(text.undo.startType(name, startType), set(startType), [
            typeCheck(service, [startType]),
          ]),
    checks: [typeCheck(service, [setTo])],
    skipWhen: [typeCheck(service)],
  });
}

const SERVICES_KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';

export const proveStep = (
  id: string,
  words: { title: string; reason: string },
  checks: readonly Check[],
): PlanStep =>
  step(id, words, { kind: 'prove' }, { usualSeconds: 5, undo: noUndo(text.undo.prove), checks });

/** The port that machines send to, where the process server is started and its port is known. */
export function portSteps(started: readonly FoundService[], facts: ServerFacts): PlanStep[] {
  const port = Number(facts.configuration.dataPort ?? '');
  const [own] = facts.addresses;
  const isStarted = started.some(({ seen }) => seen.name === 'cxprocessserver');
  if (!isStarted || !own || !Number.isInteger(port) || port === 0) return [];
  return [
    proveStep('data-port', text.steps.dataPort, [
      {
        kind: 'httpsAnswers',
        label: text.checks.port(port),
        host: own.address,
        port,
        status: 400,
        withinSeconds: 120,
      },
    ]),
  ];
}

/** Windows is restarted by the admin, after the updates; then this goes on by itself. */
const restartStep = (): PlanStep =>
  step(
    'restart',
    text.steps.restart,
    { kind: 'prove' },
    { usualSeconds: 0, undo: noUndo(text.undo.restart), restart: 'yes' },
  );

function planSteps(answers: ServicesAnswers, facts: ServerFacts): PlanStep[] {
  const { task } = answers;
  const proofs = text.steps.prove;
  if (task === 'startTypes') {
    const here = servicesHere(answers, facts);
    const checks = here.map((service) => typeCheck(service));
    return [
      ...here.filter(hasWrongStartType).map(startTypeStep),
      proveStep('prove', proofs.startTypes, checks),
    ];
  }
  const stopping = servicesToStop(answers, facts);
  const starting = servicesToStart(answers, facts);
  const isUp = starting.length > 0;
  const proven = isUp ? starting : stopping;
  return [
    ...stopping.map((service) => orderStep(service, 'stop')),
    ...(task === 'patchDay' ? [restartStep()] : []),
    ...starting.map((service) => orderStep(service, 'start')),
    proveStep(
      'prove',
      isUp ? proofs.start : proofs.stop,
      proven.map(({ seen }) => stateCheck(seen.name, isUp ? 'start' : 'stop', 30)),
    ),
    ...portSteps(starting, facts),
  ];
}

/** What the plan touches as it was found: what undo puts back, and the journal keeps. */
function foundNote(answers: ServicesAnswers, facts: ServerFacts): string {
  const { notes } = text;
  return notes.found(
    chosenServices(answers, facts).map(({ seen }) =>
      notes.foundOne(seen.name, seen.state, seen.startType),
    ),
  );
}

function planNotes(answers: ServicesAnswers, facts: ServerFacts): string[] {
  const { notes } = text;
  const stopping = servicesToStop(answers, facts);
  const isWrong = servicesHere(answers, facts).some(hasWrongStartType);
  return [
    ...(answers.task === 'patchDay' ? [notes.patchDay] : []),
    ...(stopping.length > 0 ? [notes.pause] : []),
    ...(stopping.some(({ seen }) => seen.name.toUpperCase() === 'W3SVC') ? [notes.webServer] : []),
    ...(answers.task === 'startTypes' && !isWrong ? [notes.nothingWrong] : []),
    foundNote(answers, facts),
    notes.undo,
  ];
}

/** Starts, stops, restarts the services of a process server, and sets their start types right. */
export const servicesRunbook: Runbook = {
  name: NAME,
  describe: describeServices,
  checkAnswers: checkServicesAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: (answers, facts) => servicesConditions(readServicesAnswers(answers), facts),
  plan(given, facts): PlanBody {
    const answers = readServicesAnswers(given);
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verbs[answers.task],
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(answers, facts),
      notes: planNotes(answers, facts),
    };
  },
};
