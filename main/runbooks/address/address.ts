import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { addressProcedureText as text } from '../../../contract/text/address-procedure';
import { startSequence } from '../../vendor/service-orders';
import { amethystPath } from '../../vendor/written-addresses';
import { backupSteps } from '../backup-step';
import { agentStep, registeredChecks, registerStep, registrationKeys } from '../registration-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import type { FoundService } from '../services/answers';
import { orderStep, stateCheck } from '../services/order-step';
import { actionUndo, noUndo, step } from '../steps';
import { changesFor, checkAddressAnswers, placesOf, type SettingChange } from './answers';
import { addressConditions, placesToChangeByHand } from './conditions';
import { readersOfAddress } from './extent';
import { describeAddress, NAME } from './questions';

const READER = 'whole';

const settingCheck = ({ path, setting }: SettingChange, value: string): Check => ({
  kind: 'settingIs',
  label: text.checks.setting(setting, value),
  path,
  reader: READER,
  setting,
  expected: value,
  withinSeconds: 0,
});

const IDS: Readonly<Record<string, string>> = { PS_IP: 'address', BPM_NTW_DEVICE: 'card' };

function changeStep(change: SettingChange): PlanStep {
  const { path, setting, from, to } = change;
  const action = (before: string, after: string) => ({
    kind: 'changeSetting' as const,
    path,
    reader: READER,
    setting,
    from: before,
    to: after,
  });
  return step(
    `change-${IDS[setting] ?? setting}`,
    text.steps.change(setting, from, to),
    action(from, to),
    {
      touches: { files: [path] },
      undo: actionUndo(text.undo.change(setting, from), action(to, from), [
        settingCheck(change, from),
      ]),
      checks: [settingCheck(change, to)],
      skipWhen: [settingCheck(change, to)],
    },
  );
}

const inStartOrder = (services: readonly FoundService[]): FoundService[] =>
  startSequence.flatMap((name) => services.filter(({ expected }) => expected.name === name));

/** By then it is stopped, so that undo stops it before the old values come back. */
const asStopped = (service: FoundService): FoundService => ({
  ...service,
  seen: { ...service.seen, state: 'stopped' },
});

const prove = (id: string, words: { title: string; reason: string }, checks: Check[]): PlanStep =>
  step(id, words, { kind: 'prove' }, { usualSeconds: 5, undo: noUndo(text.undo.prove), checks });

function portOf({ configuration }: ServerFacts): number | null {
  const port = Number(configuration.dataPort ?? '');
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

function portSteps(address: string, facts: ServerFacts): PlanStep[] {
  const port = portOf(facts);
  if (port === null) return [];
  const label = text.checks.port(address, port);
  return [
    prove('data-port', text.steps.port, [
      { kind: 'httpsAnswers', label, host: address, port, status: 400, withinSeconds: 120 },
    ]),
  ];
}

const hasRegistration = ({ products, registration, configuration }: ServerFacts): boolean =>
  products.masterTarget !== null &&
  products.agent !== null &&
  registration.registered &&
  configuration.installFolder !== null;

/** Fetched anew from the new address: the configuration server has to answer this server. */
function registrationSteps(facts: ServerFacts): PlanStep[] {
  const { installFolder } = facts.configuration;
  if (!hasRegistration(facts) || installFolder === null) return [];
  return [
    agentStep('agent-stop', 'stop'),
    registerStep(installFolder),
    agentStep('agent-start', 'start'),
    prove('registration', text.steps.registration, registeredChecks(0)),
  ];
}

function planSteps(answers: Answers, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const address = answers.address ?? '';
  const { installFolder } = facts.configuration;
  const all = changesFor(answers, facts);
  const changes = all.filter(({ from, to }) => from !== to);
  const isChange = changes.length > 0;
  const restarted = isChange ? readersOfAddress(facts) : [];
  const registry = hasRegistration(facts) ? registrationKeys : [];
  const files = installFolder === null ? [] : [amethystPath(installFolder)];
  return [
    ...backupSteps({ files, registry }, places),
    ...restarted.map((service) => orderStep(service, 'stop')),
    ...changes.map(changeStep),
    ...inStartOrder(restarted).map((service) => orderStep(asStopped(service), 'start')),
    prove('prove', text.steps.prove, [
      ...all.map((change) => settingCheck(change, change.to)),
      ...restarted.map(({ seen }) => stateCheck(seen.name, 'start', 30)),
    ]),
    ...portSteps(address, facts),
    ...registrationSteps(facts),
  ];
}

function planNotes(answers: Answers, facts: ServerFacts): string[] {
  const { notes } = text;
  const isChange = changesFor(answers, facts).some(({ from, to }) => from !== to);
  const found = placesOf(facts)
    .filter(({ role }) => role === 'own' || role === 'card')
    .map(({ setting, value }) => `${setting} ${value}`);
  const port = portOf(facts);
  return [
    isChange ? notes.pause : hasRegistration(facts) ? notes.nothing : notes.nothingToRegister,
    notes.afterwards(facts.serverName, answers.address ?? ''),
    notes.machines(port === null ? '' : String(port)),
    notes.rules,
    ...(port === null ? [notes.noPort] : []),
    ...(hasRegistration(facts) ? [] : [notes.noRegistration]),
    notes.found(found),
    ...(isChange ? [notes.undo] : []),
  ];
}

/** What this server can not see or change, once all is done. */
function whatFollows(answers: Answers, facts: ServerFacts) {
  const port = portOf(facts);
  const byHand = placesToChangeByHand(answers.address ?? '', facts);
  return [
    text.notes.afterwards(facts.serverName, answers.address ?? ''),
    text.notes.machines(port === null ? '' : String(port)),
    ...(byHand.length > 0 ? [text.notes.byHand(byHand)] : []),
  ].map((line) => ({ text: line, minutes: 0 }));
}

/** Follows a new address or card of this server in the files of the process server. */
export const addressRunbook: Runbook = {
  name: NAME,
  needs: ['writtenPlaces'],
  describe: describeAddress,
  checkAnswers: checkAddressAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: addressConditions,
  plan(answers, facts, places): PlanBody {
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(answers, facts, places),
      notes: planNotes(answers, facts),
      afterwards: whatFollows(answers, facts),
    };
  },
};
