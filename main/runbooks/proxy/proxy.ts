import type { Check } from '../../../contract/check';
import type { ProxySetting } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { proxyProcedureText as text } from '../../../contract/text/proxy-procedure';
import { AZURE_BACKUP_KEY } from '../../vendor/products';
import { routeInput, routeSecret } from '../../vendor/proxy-route';
import { AGENT_SERVICE } from '../../vendor/services';
import { agentProxyCheck, setAgentProxy } from '../agent-proxy-step';
import { backupSteps } from '../backup-step';
import { portProblem, proxyAddressProblem } from '../fields';
import { proxyTrial } from '../proxy-trial';
import {
  agentStep,
  registerStep,
  registrationFiles,
  registrationKeys,
} from '../registration-steps';
import type { Runbook, Trial } from '../runbook';
import { actionUndo, noUndo, step } from '../steps';
import {
  agentOf,
  checkProxyAnswers,
  type ProxyAnswers,
  proxySecrets,
  readProxyAnswers,
  routeOf,
  settingInForce,
} from './answers';
import { azureAddress } from './azure-address';
import { proxyConditions } from './conditions';
import { proxyWords } from './findings';
import { describeProxy, NAME } from './questions';

const { steps: words, checks } = text;

/** What a change touches: the agent's settings lie below the first, the registration in both. */
const touchedKeys = [
  { view: '64' as const, key: AZURE_BACKUP_KEY },
  ...registrationKeys.filter(({ key }) => !key.startsWith(AZURE_BACKUP_KEY)),
];

const runs: Check = {
  kind: 'serviceIs',
  label: checks.runs,
  service: AGENT_SERVICE,
  state: 'running',
  startTypes: [],
  withinSeconds: 60,
};

/** True when one setting has addresses without the proxy, and the next is to have none. */
const losesBypass = (before: ProxySetting | null, next: ProxySetting | null) =>
  next !== null && next.bypass === '' && (before?.bypass ?? '') !== '';

const saysPlanned = ({ setting }: ProxyAnswers, facts: ServerFacts) =>
  agentProxyCheck(
    setting,
    setting === null ? checks.none : checks.set,
    losesBypass(settingInForce(facts), setting),
  );

function tryStep(setting: ProxySetting | null, facts: ServerFacts): PlanStep {
  const route = routeOf(setting);
  return step(
    'try-proxy',
    setting === null ? words.tryDirect : words.tryProxy,
    {
      kind: 'script',
      script: 'test-proxy',
      input: { ...routeInput(route), address: azureAddress(facts), timeoutSeconds: '30' },
      secretInput: routeSecret(route),
      reader: 'proxyRoute',
      timeoutSeconds: 120,
    },
    { usualSeconds: 5, undo: noUndo(text.undo.nothing) },
  );
}

/** Back to what the agent had; not without the password of a user that it had. */
function undoOf({ setting, oldPasswordKnown }: ProxyAnswers, facts: ServerFacts): PlanStep['undo'] {
  const agent = agentOf(facts);
  if (agent === null || agent.kind === 'unknown') return noUndo(text.undo.unknown);
  const before = settingInForce(facts);
  const { user = '' } = before ?? {};
  if (user !== '' && !oldPasswordKnown) return noUndo(text.undo.password(user));
  return actionUndo(
    text.undo.restored(proxyWords(before)),
    setAgentProxy(before, { secret: 'oldProxyPassword', restarts: true }),
    [agentProxyCheck(before, checks.before, losesBypass(setting, before)), runs],
  );
}

function setStep(answers: ProxyAnswers, facts: ServerFacts): PlanStep {
  const { setting } = answers;
  return step(
    'agent-proxy',
    setting === null ? words.remove : setting.user === '' ? words.set : words.setWithUser,
    setAgentProxy(setting, { secret: 'proxyPassword', restarts: false }),
    {
      touches: { registry: [AZURE_BACKUP_KEY] },
      usualSeconds: 10,
      undo: undoOf(answers, facts),
      // No `skipWhen`: a new password can not be seen.
      checks: [saysPlanned(answers, facts)],
      isRepeated: true,
    },
  );
}

/** The agent reads its settings only when it starts. */
function restartSteps(suffix: '' | '-again'): PlanStep[] {
  return (['stop', 'start'] as const).map((order) => {
    const one = agentStep(`${order}-agent${suffix}`, order);
    return suffix === '' ? one : { ...one, title: words.again(one.title) };
  });
}

function planNotes(answers: ProxyAnswers, facts: ServerFacts): string[] {
  const { notes } = text;
  const { setting } = answers;
  const before = settingInForce(facts);
  const isUndoable = undoOf(answers, facts).kind === 'action';
  return [
    notes.before(proxyWords(before)),
    notes.after(proxyWords(setting)),
    ...(answers.saveUntried ? [notes.untried] : []),
    ...(losesBypass(before, setting) ? [notes.bypassLost] : []),
    ...(facts.details.agentProxy?.processServer ? [notes.kept] : []),
    isUndoable ? notes.undoable : notes.notUndoable(before?.user ?? ''),
    notes.elsewhere,
  ];
}

function trial(question: string, given: Answers, facts: ServerFacts): Trial | null {
  const { setting } = readProxyAnswers(given);
  const isAsked = question === (setting === null ? 'proxyMode' : 'proxyPort');
  const isGood =
    setting === null ||
    (proxyAddressProblem(setting.server) === null && portProblem(setting.port) === null);
  return isAsked && isGood ? proxyTrial(routeOf(setting), azureAddress(facts)) : null;
}

/** Shows, sets, changes and removes the proxy of the agent, as the article on proxies wants it. */
export const proxyRunbook: Runbook = {
  name: NAME,
  needs: ['agentProxy'],
  describe: describeProxy,
  checkAnswers: checkProxyAnswers,
  secrets: proxySecrets,
  trial,
  preconditions: (answers, facts) => proxyConditions(readProxyAnswers(answers), facts),
  plan(given, facts, places): PlanBody {
    const answers = readProxyAnswers(given);
    const { setting } = answers;
    return {
      runbook: NAME,
      title: text.title,
      verb: setting === null ? text.verbs.direct : text.verbs.custom,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        ...backupSteps({ files: registrationFiles, registry: touchedKeys }, places),
        ...(answers.saveUntried ? [] : [tryStep(setting, facts)]),
        setStep(answers, facts),
        ...restartSteps(''),
        registerStep(facts.configuration.installFolder ?? ''),
        ...restartSteps('-again'),
        step(
          'prove',
          words.prove,
          { kind: 'prove' },
          {
            usualSeconds: 5,
            undo: noUndo(text.undo.prove),
            checks: [saysPlanned(answers, facts), runs],
          },
        ),
      ],
      notes: planNotes(answers, facts),
    };
  },
};
