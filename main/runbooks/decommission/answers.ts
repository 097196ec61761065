import type { RemovalFacts } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { text } from '../../../contract/text/decommission-procedure';
import { productParts } from '../../vendor/removal';
import { type FieldProblem, oneOf } from '../fields';

/** Parts in the order in which their uninstallers let them be removed. */
export const removalOrder = ['masterTarget', 'processServer', 'dependencies', 'agent'] as const;
export type RemovedPart = (typeof removalOrder)[number];

export const csStates = ['connected', 'gone'] as const;
export const agentAnswers = ['only', 'mayGo', 'stays'] as const;

export const installedParts = ({ products }: ServerFacts): RemovedPart[] =>
  removalOrder.filter((part) => productParts.includes(part) && products[part] !== null);

/** What the look before a removal saw; a runbook that needs it always has it. */
export const removalFacts = ({ details }: ServerFacts): RemovalFacts =>
  details.removal ?? {
    uninstallers: {},
    backupSigns: [],
    configurationServer: null,
    deletedFolders: [],
    temporaryFiles: [],
  };

export const isConfigurationServerGone = (answers: Answers) => answers.csState === 'gone';

function agentProblem(value: string, facts: ServerFacts): FieldProblem {
  const known = oneOf(value, ...agentAnswers);
  if (known !== null) return known;
  return value === 'only' && removalFacts(facts).backupSigns.length > 0
    ? text.wrong.backupSeen
    : null;
}

export function checkDecommissionAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const { serverName } = facts;
  const isNamed = of('unassigned').trim().toLowerCase() === serverName.toLowerCase();
  const fields: readonly (readonly [string, FieldProblem])[] = [
    ['csState', oneOf(of('csState'), ...csStates)],
    ['unassigned', isNamed ? null : text.wrong.otherName(serverName)],
    ['agent', agentProblem(of('agent'), facts)],
  ];
  return fields.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}
