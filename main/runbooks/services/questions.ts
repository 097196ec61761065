import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Finding, Procedure, Question } from '../../../contract/runbook';
import { servicesProcedureText as text } from '../../../contract/text/services-procedure';
import { deployments, type ManagedService, servicesOf } from '../../vendor/service-orders';
import { choicesOf, makeQuestion } from '../question';
import { choosingTasks, detectedDeployment, everyService, findService, tasks } from './answers';

export const NAME = 'services';

const words = text.questions;

function asItIs({ name, startTypes }: ManagedService, facts: ServerFacts): string {
  const { findings, asFound } = text;
  const seen = findService(facts, name);
  if (!seen) return findings.notThere;
  const needs = findings.dependsOn(seen.dependsOn ?? []);
  // A right start type is told too where it looks wrong: the article finds fault with Manual.
  const isUsual = seen.startType !== 'manual' && startTypes.some((one) => one === seen.startType);
  const right = isUsual ? '' : findings.needed(startTypes);
  return findings.value(asFound(seen.state, seen.startType), right, needs);
}

/** Whether it is as it should be; a service that need not run is fine either way. */
function isRight({ name, startTypes, runs }: ManagedService, facts: ServerFacts): boolean {
  const seen = findService(facts, name);
  if (!seen) return false;
  return (
    (!runs || seen.state === 'running') && startTypes.some((wanted) => wanted === seen.startType)
  );
}

/** Every service of what is here; where that is not known, what is here of any. */
function findings(facts: ServerFacts, answers: Answers): Finding[] {
  const answered = deployments.find((one) => one === answers.deployment);
  const deployment = answered ?? detectedDeployment(facts);
  const services = deployment === null ? everyService : servicesOf(deployment);
  return services.flatMap((service): Finding[] => {
    const isHere = findService(facts, service.name) !== null;
    if (!isHere && (deployment === null || !service.belongs)) return [];
    const value = asItIs(service, facts);
    return [{ label: service.name, value, isGood: isRight(service, facts) }];
  });
}

/** One switch for every service of this server; all there can be where none is here. */
function serviceQuestions(facts: ServerFacts): Question[] {
  const here = everyService.filter(({ name }) => findService(facts, name) !== null);
  return (here.length === 0 ? everyService : here).map((service) => {
    const hint = here.length === 0 ? words.serviceHint : asItIs(service, facts);
    return makeQuestion(
      service.key,
      'services',
      'toggle',
      { label: words.service(service.name), hint },
      { required: false, suggestion: 'no', onlyWhen: { name: 'which', in: ['chosen'] } },
    );
  });
}

/** The questions of the services, with how each of them is now. */
export function describeServices(facts: ServerFacts, answers: Answers): Procedure {
  const { action, deployment, which } = words;
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'task',
        title: text.sections.task,
        place: 'questions',
        findings: findings(facts, answers),
      },
      { id: 'services', title: text.sections.services, place: 'questions', findings: [] },
    ],
    questions: [
      makeQuestion('action', 'task', 'choice', action, {
        suggestion: 'start',
        choices: choicesOf(tasks, action),
      }),
      makeQuestion('deployment', 'task', 'choice', deployment, {
        suggestion: detectedDeployment(facts),
        choices: choicesOf(deployments, deployment),
      }),
      makeQuestion('which', 'services', 'choice', which, {
        onlyWhen: { name: 'action', in: [...choosingTasks] },
        suggestion: 'all',
        choices: [
          { value: 'all', label: which.all, hint: which.allHint },
          { value: 'chosen', label: which.chosen, hint: which.chosenHint },
        ],
      }),
      ...serviceQuestions(facts),
    ],
  };
}
