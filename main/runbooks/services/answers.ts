import type { ServerFacts, ServiceFact } from '../../../contract/facts';
import { isGalleryServer } from '../../../contract/gallery-image';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { servicesProcedureText as text } from '../../../contract/text/services-procedure';
import {
  type Deployment,
  deploymentOf,
  deployments,
  type ManagedService,
  servicesOf,
} from '../../vendor/service-orders';
import { type FieldProblem, oneOf } from '../fields';

const { wrong } = text;

export const tasks = ['start', 'stop', 'restart', 'startTypes', 'patchDay'] as const;
export type Task = (typeof tasks)[number];

/** The tasks that may be about some of the services only. */
export const choosingTasks: readonly Task[] = ['start', 'stop', 'restart'];

/** A service of the product as it should be and as it is. */
export interface FoundService {
  expected: ManagedService;
  seen: ServiceFact;
}

/** Services whose set is known from elsewhere: every one that any deployment has. */
export const everyService = servicesOf('configurationServer');

const seenIn = ({ services }: ServerFacts, name: string): ServiceFact | null => {
  const seen = services.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const isThere = seen && !(seen.state === 'unknown' && seen.startType === 'unknown');
  return isThere ? seen : null;
};

/** What is known of one service of this server; null when it is not there. */
export const findService = seenIn;

/** What the server shows of itself; null when it does not tell. */
export function detectedDeployment(facts: ServerFacts): Deployment | null {
  const { configuration, products } = facts;
  if (configuration.serverType !== '3' && isGalleryServer(facts)) return 'azure';
  const hasMore = products.masterTarget !== null || products.agent !== null;
  return deploymentOf(configuration.serverType, hasMore);
}

/** The same for those who have to go by something. */
export const deploymentHere = (facts: ServerFacts): Deployment =>
  detectedDeployment(facts) ?? 'standAlone';

export interface ServicesAnswers {
  task: Task;
  deployment: Deployment;
  /** False: only those that were chosen. */
  isAll: boolean;
  /** Keys of the services that were chosen. */
  chosen: readonly string[];
}

const found = <T extends string>(values: readonly T[], value: string | undefined, other: T): T =>
  values.find((one) => one === value) ?? other;

export function readServicesAnswers(answers: Answers): ServicesAnswers {
  const task = found(tasks, answers.action, 'start');
  const isAll = !choosingTasks.includes(task) || answers.which !== 'chosen';
  return {
    task,
    deployment: found(deployments, answers.deployment, 'standAlone'),
    isAll,
    chosen: everyService.map(({ key }) => key).filter((key) => answers[key] === 'yes'),
  };
}

/** The services of this deployment that are on the server, in the order in which they start. */
export function servicesHere({ deployment }: ServicesAnswers, facts: ServerFacts): FoundService[] {
  return servicesOf(deployment).flatMap((expected) => {
    const seen = seenIn(facts, expected.name);
    return seen ? [{ expected, seen }] : [];
  });
}

/** Those of them that the answers are about. */
export function chosenServices(answers: ServicesAnswers, facts: ServerFacts): FoundService[] {
  const here = servicesHere(answers, facts);
  return answers.isAll
    ? here
    : here.filter(({ expected }) => answers.chosen.includes(expected.key));
}

function deploymentProblem(value: string, facts: ServerFacts): FieldProblem {
  const known = oneOf(value, ...deployments);
  if (known !== null) return known;
  const { serverType } = facts.configuration;
  if (serverType === '3' && value !== 'configurationServer') return wrong.isConfigurationServer;
  if (serverType === '2' && value === 'configurationServer') return wrong.isNoConfigurationServer;
  const { masterTarget, agent } = facts.products;
  const hasMore = masterTarget !== null || agent !== null;
  return value === 'azure' && hasMore ? wrong.hasMasterTarget : null;
}

/** A chosen service has to belong to the deployment and to be there. */
function chosenProblems(answers: ServicesAnswers, facts: ServerFacts): AnswerProblem[] {
  if (answers.isAll) return [];
  if (answers.chosen.length === 0) {
    // Beside the services, so that it is not shown before anybody could choose one.
    const [first] = servicesHere(answers, facts);
    return [{ name: first?.expected.key ?? 'which', message: wrong.noneChosen }];
  }
  const belonging = servicesOf(answers.deployment);
  return answers.chosen.flatMap((key): AnswerProblem[] => {
    const service = everyService.find((one) => one.key === key);
    if (!service) return [];
    const { name } = service;
    if (!belonging.some((one) => one.key === key)) {
      return [{ name: key, message: wrong.notOfThis(name) }];
    }
    return seenIn(facts, name) ? [] : [{ name: key, message: wrong.notHere(name) }];
  });
}

export function checkServicesAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const given = readServicesAnswers(answers);
  const fields: readonly (readonly [string, FieldProblem])[] = [
    ['action', oneOf(of('action'), ...tasks)],
    ['deployment', deploymentProblem(of('deployment'), facts)],
    ['which', choosingTasks.includes(given.task) ? oneOf(of('which'), 'all', 'chosen') : null],
  ];
  const problems = fields.flatMap(([name, message]) =>
    message === null ? [] : [{ name, message }],
  );
  return problems.length > 0 ? problems : chosenProblems(given, facts);
}
