import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { joinServerPath } from '../../../contract/server-path';
import { repairProcedureText as text } from '../../../contract/text/repair-procedure';
import { linkCommand } from '../../vendor/junction';
import { amethystPath } from '../../vendor/written-addresses';
import { backupSteps } from '../backup-step';
import { agentStep, registeredChecks, registerStep, registrationKeys } from '../registration-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { servicesHere } from '../services/answers';
import { orderStep, stateCheck } from '../services/order-step';
import { portSteps, startTypeStep } from '../services/services';
import { noUndo, step } from '../steps';
import {
  allServices,
  goneServices,
  lacksLink,
  lacksRegistration,
  linkTarget,
  type Mending,
  mendingOf,
  notRunning,
  wrongStartTypes,
} from './broken';
import { repairConditions } from './conditions';
import { describeRepair, NAME } from './questions';
import { wayOut } from './way-out';

/** The junction, proven by a file of the installation that is found through it. */
function linkSteps(facts: ServerFacts, { system32, programData }: PlanPlaces): PlanStep[] {
  const target = linkTarget(facts);
  if (!lacksLink(facts) || target === null) return [];
  const path = joinServerPath(programData, 'ASR');
  const isThere: Check = {
    kind: 'fileExists',
    label: text.link.check,
    path: amethystPath(path),
    withinSeconds: 0,
  };
  return [
    step(
      'junction',
      text.link.step,
      {
        kind: 'run',
        ...linkCommand(system32, path, target),
        cwd: system32,
        timeoutSeconds: 60,
        survives: false,
        reader: 'linkCommand',
        log: null,
      },
      {
        touches: { files: [path] },
        undo: noUndo(text.link.undo),
        checks: [isThere],
        skipWhen: [isThere],
      },
    ),
  ];
}

function registrationSteps(facts: ServerFacts): PlanStep[] {
  const { installFolder } = facts.configuration;
  if (!lacksRegistration(facts) || installFolder === null) return [];
  return [
    agentStep('agent-stop', 'stop'),
    registerStep(installFolder),
    agentStep('agent-start', 'start'),
    step(
      'registration',
      text.steps.registration,
      { kind: 'prove' },
      { usualSeconds: 5, undo: noUndo(text.undo.prove), checks: registeredChecks(0) },
    ),
  ];
}

/** Every service that was to run in the end does; what was left as it is proves nothing. */
function proveStep(facts: ServerFacts, mends: Mending): PlanStep[] {
  const left = mends.services ? [] : notRunning(facts).map(({ seen }) => seen.name);
  const running = servicesHere(allServices(facts), facts).filter(
    ({ expected, seen }) => expected.runs && !left.includes(seen.name),
  );
  const checks = running.map(({ seen }) => stateCheck(seen.name, 'start', 30));
  if (checks.length === 0) return [];
  return [
    step(
      'prove',
      text.steps.prove,
      { kind: 'prove' },
      { usualSeconds: 5, undo: noUndo(text.undo.prove), checks },
    ),
  ];
}

function planSteps(answers: Answers, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const mends = mendingOf(answers);
  const types = mends.services ? wrongStartTypes(facts) : [];
  const starting = mends.services ? notRunning(facts) : [];
  const registering = mends.registration ? registrationSteps(facts) : [];
  const mending = [
    ...(mends.link ? linkSteps(facts, places) : []),
    ...types.map(startTypeStep),
    ...starting.map((service) => orderStep(service, 'start')),
    ...registering,
  ];
  const { installFolder } = facts.configuration;
  const files = installFolder === null ? [] : [amethystPath(installFolder)];
  const registry = registering.length > 0 ? registrationKeys : [];
  const all = servicesHere(allServices(facts), facts);
  const isUp = mends.services || notRunning(facts).length === 0;
  return [
    ...(mending.length > 0 ? backupSteps({ files, registry }, places) : []),
    ...mending,
    ...proveStep(facts, mends),
    ...(isUp ? portSteps(all, facts) : []),
  ];
}

/** What is broken and was answered with no. */
function leftAlone(facts: ServerFacts, mends: Mending): string[] {
  const services = [...new Set([...wrongStartTypes(facts), ...notRunning(facts)])];
  const { link, registration } = text.conditions;
  return [
    ...(mends.services ? [] : services.map(({ seen }) => seen.name)),
    ...(mends.link || !lacksLink(facts) ? [] : [link.title]),
    ...(mends.registration || !lacksRegistration(facts) ? [] : [registration.title]),
  ];
}

function planNotes(answers: Answers, facts: ServerFacts): string[] {
  const { notes } = text;
  const left = [...new Set(leftAlone(facts, mendingOf(answers)))];
  const isBroken =
    wrongStartTypes(facts).length > 0 ||
    notRunning(facts).length > 0 ||
    lacksLink(facts) ||
    lacksRegistration(facts);
  return [
    ...(isBroken ? [] : [notes.nothing]),
    ...(left.length > 0 ? [notes.left(left.join(', '))] : []),
    ...(wayOut(facts) === 'upgrade' ? [notes.upgrade] : []),
    ...(goneServices(facts).length > 0 ? [notes.gone] : []),
  ];
}

/** Tells what of a process server is there and missing, and mends what needs no set-up. */
export const repairRunbook: Runbook = {
  name: NAME,
  describe: describeRepair,
  checkAnswers: () => [],
  secrets: () => [],
  trial: () => null,
  preconditions: (_answers, facts) => repairConditions(facts),
  plan(answers, facts, places): PlanBody {
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(answers, facts, places),
      notes: planNotes(answers, facts),
    };
  },
};
