import type { Check } from '../../../contract/check';
import type { Leftover } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep, StepAction } from '../../../contract/plan';
import type { AnswerProblem, Answers, Precondition, Procedure } from '../../../contract/runbook';
import { joinServerPath, serverFolder } from '../../../contract/server-path';
import { text } from '../../../contract/text/leftovers-procedure';
import { unlinkCommand } from '../../vendor/junction';
import { knownLeftovers, REGISTRATION_CERTIFICATE_ID } from '../../vendor/leftovers';
import { SERVICE_SECONDS } from '../../vendor/service-orders';
import { backupSteps } from '../backup-step';
import { blocksUnless, condition, generalConditions } from '../conditions';
import { makeQuestion } from '../question';
import type { PlanPlaces, Runbook } from '../runbook';
import { noUndo, step } from '../steps';

const NAME = 'leftovers';

const leftoversOf = ({ details }: ServerFacts): readonly Leftover[] => details.leftovers ?? [];

const chosen = (answers: Answers, facts: ServerFacts) =>
  leftoversOf(facts).filter(({ id }) => answers[id] === 'yes');

/** One switch for each of what is left; all there can be where nothing is known of a server. */
function describe(facts: ServerFacts): Procedure {
  const { findings, hints } = text;
  const found = leftoversOf(facts);
  const possible: readonly Leftover[] =
    facts.details.leftovers === undefined
      ? [
          ...knownLeftovers,
          { id: REGISTRATION_CERTIFICATE_ID, kind: 'certificate', name: 'of the registration' },
        ]
      : found;
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'left',
        title: text.section,
        place: 'questions',
        findings: [
          found.length === 0
            ? { ...findings.nothing, isGood: true }
            : {
                label: findings.count.label,
                value: findings.count.value(found.length),
                isGood: null,
              },
        ],
      },
    ],
    questions: possible.map(({ id, kind, name }) =>
      makeQuestion(
        id,
        'left',
        'toggle',
        { label: text.named(kind, name), hint: hints[kind] },
        { required: false, suggestion: 'no' },
      ),
    ),
  };
}

function checkAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const found = leftoversOf(facts);
  const absent = Object.entries(answers).flatMap(([name, value]): AnswerProblem[] =>
    value === 'yes' && !found.some(({ id }) => id === name)
      ? [{ name, message: text.wrong.notThere(name) }]
      : [],
  );
  if (absent.length > 0) return absent;
  const [first] = found;
  return first && chosen(answers, facts).length === 0
    ? [{ name: first.id, message: text.wrong.none }]
    : [];
}

function preconditions(_answers: Answers, facts: ServerFacts): Precondition[] {
  const { decommissioned, something } = text.conditions;
  const isSomething = leftoversOf(facts).length > 0;
  const { masterTarget, processServer, dependencies } = facts.products;
  const isGone = masterTarget === null && processServer === null && dependencies === null;
  return [
    ...generalConditions(facts),
    condition(
      'decommissioned',
      decommissioned,
      blocksUnless(isGone),
      isGone ? decommissioned.needed : decommissioned.installed,
    ),
    condition(
      'something',
      something,
      blocksUnless(isSomething),
      isSomething ? something.needed : text.findings.nothing.value,
    ),
  ];
}

const MY_STORE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SystemCertificates\\MY';
const FIREWALL_RULES =
  'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';

const LISTS = {
  certificate: 'certificates',
  firewallRule: 'firewallRules',
  key: 'keys',
  service: 'services',
} as const;

function goneCheck({ kind, name }: Leftover): Check {
  const label = text.checks.gone(kind, name);
  if (kind === 'folder') return { kind: 'fileAbsent', label, path: name, withinSeconds: 0 };
  // A look at the path follows the junction: one that leads nowhere would pass for gone.
  if (kind === 'junction') {
    const expected = { asrFolder: 'absent' };
    return {
      kind: 'scriptSays',
      label,
      script: 'read-other-software',
      input: {},
      expected,
      withinSeconds: 0,
    };
  }
  const nothing = { certificates: '', firewallRules: '', keys: '', services: '' };
  return {
    kind: 'scriptSays',
    label,
    script: 'find-leftovers',
    input: { ...nothing, [LISTS[kind]]: name },
    expected: { [LISTS[kind]]: '' },
    withinSeconds: kind === 'service' ? 30 : 0,
  };
}

function removing({ kind, name }: Leftover, { system32 }: PlanPlaces): StepAction {
  const run = (command: { file: string; args: string[] }): StepAction => ({
    kind: 'run',
    ...command,
    cwd: system32,
    timeoutSeconds: 120,
    survives: false,
    reader: 'removingCommand',
    log: null,
  });
  const command = (file: string, args: string[]) =>
    run({ file: joinServerPath(system32, file), args });
  switch (kind) {
    case 'folder':
      return { kind: 'remove', path: name, within: serverFolder(name) };
    case 'junction':
      return run(unlinkCommand(system32, name));
    case 'key':
      return command('reg.exe', ['delete', name, '/f', '/reg:64']);
    case 'service':
      return command('sc.exe', ['delete', name]);
    case 'certificate':
    case 'firewallRule':
      return {
        kind: 'script',
        script: 'remove-leftover',
        input: { kind, name },
        secretInput: {},
        reader: 'plain',
        timeoutSeconds: 120,
      };
  }
}

function stopStep(name: string, id: string): PlanStep {
  const isStopped: Check = {
    kind: 'serviceIs',
    label: text.checks.stopped(name),
    service: name,
    state: 'stopped',
    startTypes: [],
    withinSeconds: 0,
  };
  return step(
    `stop-${id}`,
    text.steps.stop(name),
    { kind: 'service', service: name, order: 'stop', seconds: SERVICE_SECONDS },
    {
      touches: { services: [name] },
      usualSeconds: 10,
      undo: noUndo(text.undo.none),
      checks: [isStopped],
      skipWhen: [isStopped],
    },
  );
}

/** Where Windows keeps what is removed; a plan that named nothing would look as if it did nothing. */
function registryOf({ kind, name }: Leftover): string[] {
  if (kind === 'key') return [name];
  if (kind === 'certificate') return [`${MY_STORE}\\Certificates\\${name}`];
  return kind === 'firewallRule' ? [FIREWALL_RULES] : [];
}

function removeSteps(one: Leftover, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const { id, kind, name } = one;
  const isKept = kind === 'folder' || kind === 'key';
  const seen = facts.services.find((service) => service.name === name);
  const removal = step(`remove-${id}`, text.steps.remove(kind, name), removing(one, places), {
    touches: {
      files: kind === 'folder' || kind === 'junction' ? [name] : [],
      registry: registryOf(one),
      services: kind === 'service' ? [name] : [],
    },
    usualSeconds: 3,
    undo: noUndo(isKept ? text.undo.backedUp : text.undo.none),
    checks: [goneCheck(one)],
    skipWhen: [goneCheck(one)],
  });
  return kind === 'service' && seen?.state !== 'stopped'
    ? [stopStep(name, id), removal]
    : [removal];
}

function whatIsKept(leftovers: readonly Leftover[]) {
  const keys = leftovers.flatMap(({ kind, name }) =>
    kind === 'key' ? [name] : kind === 'certificate' ? [MY_STORE] : [],
  );
  return {
    files: leftovers.flatMap(({ kind, name }) => (kind === 'folder' ? [name] : [])),
    registry: keys.map((key) => ({ view: '64' as const, key })),
  };
}

/** Removes what the uninstallers left: only what was chosen, each by its whole name. */
export const leftoversRunbook: Runbook = {
  name: NAME,
  needs: ['leftovers'],
  describe: (facts) => describe(facts),
  checkAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions,
  plan(answers, facts, places): PlanBody {
    const { notes, named } = text;
    const going = chosen(answers, facts);
    const staying = leftoversOf(facts).filter((one) => !going.includes(one));
    const names = (leftovers: readonly Leftover[]) =>
      leftovers.map(({ kind, name }) => named(kind, name));
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: true,
      steps: [
        ...backupSteps(whatIsKept(going), places),
        ...going.flatMap((one) => removeSteps(one, facts, places)),
      ],
      notes: [
        notes.chosen(names(going)),
        ...(staying.length > 0 ? [notes.kept(names(staying))] : []),
      ],
    };
  },
};
