import { matchesHost } from '../../contract/host-patterns';
import type { PlanBody } from '../../contract/plan';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type { AnswerProblem, Answers, Precondition, Procedure } from '../../contract/runbook';
import { policyText as text } from '../../contract/text/policy';
import { askedQuestions } from '../answers/asked-questions';
import type { Registry } from '../host/registry';
import { runbookNames } from '../runbooks/catalogue';
import { condition } from '../runbooks/conditions';
import { DOWNLOAD_HOSTS, isDownloadHost } from '../vendor/download-hosts';
import { POLICY_KEY, type Policy, readPolicy } from '../vendor/policy';
import { procedureBehind } from './prepared-procedures';

/** What the organisation decided, read now. */
export async function lookUpPolicy(registry: Registry): Promise<Result<Policy>> {
  try {
    const [values] = (await registry.read('64', POLICY_KEY)).values();
    return success(readPolicy(values));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return failure({ ...text.unreadable, toolWords: [words], code: null });
  }
}

/** The answers as they count: what is locked takes the place of what was given. */
export const withLocked = (answers: Answers, policy: Policy): Answers => ({
  ...answers,
  ...policy.answers,
});

/** The procedure with its locked questions marked. A choice that does not offer the value stays. */
export function lockQuestions(procedure: Procedure, policy: Policy): Procedure {
  const questions = procedure.questions.map((question) => {
    const value = policy.answers[question.name];
    const isOffered =
      question.kind !== 'choice' || question.choices.some((choice) => choice.value === value);
    if (value === undefined || !isOffered) return question;
    return { ...question, suggestion: value, isLocked: true };
  });
  return { ...procedure, questions };
}

/** The hosts of a list that policy and program both allow. */
const allowedBy = (policyHosts: readonly string[]) =>
  policyHosts.filter((host) => DOWNLOAD_HOSTS.includes(host) || isDownloadHost(host));

function linkProblems({ link }: Answers, { downloadHosts }: Policy): AnswerProblem[] {
  if (downloadHosts === null || link === undefined) return [];
  const host = /^https:\/\/([^/?#:]*)/i.exec(link)?.[1]?.toLowerCase() ?? '';
  if (host === '' || matchesHost(host, downloadHosts)) return [];
  return [{ name: 'link', message: text.otherHost(downloadHosts.join(', ')) }];
}

/** Answers that are not those of the policy. `locked` is the procedure with its locked questions. */
export function policyProblems(
  locked: Procedure,
  answers: Answers,
  policy: Policy,
): AnswerProblem[] {
  const others = locked.questions.flatMap(({ name, isLocked, suggestion }): AnswerProblem[] => {
    const given = answers[name];
    if (!isLocked || given === undefined || given === suggestion) return [];
    return [{ name, message: text.otherValue(suggestion ?? '') }];
  });
  return [...others, ...linkProblems(answers, policy)];
}

/** What prepares a procedure that is not allowed is not allowed either. */
const isBlocked = (procedure: string, { blocked }: Policy) =>
  blocked.includes(procedure) || blocked.includes(procedureBehind(procedure));

/**
 * The condition that stands for a procedure that is not allowed; none where nothing is. A name that
 * no procedure has is told, because whoever mistyped it believes that something is blocked.
 */
export function policyConditions(procedure: string, policy: Policy): Precondition[] {
  if (isBlocked(procedure, policy)) {
    return [condition('policy', text.condition, 'blocks', text.condition.blocked)];
  }
  const unknown = policy.blocked.filter((name) => !runbookNames.includes(name));
  if (unknown.length === 0) return [];
  return [condition('policy', text.condition, 'warns', text.condition.unknown(unknown.join(', ')))];
}

/** An operation that was begun: what it was asked, and the plan that was approved. */
export interface Begun {
  given: Answers;
  body: PlanBody;
}

/** What of an approved plan is not as the policy has it now, in words. */
async function contradictions(
  { given, body }: Begun,
  policy: Policy,
  describe: (name: string, answers: Answers) => Promise<Result<Procedure>>,
): Promise<Result<string[]>> {
  const { downloadHosts, answers } = policy;
  const isOther = Object.entries(answers).some(([name, value]) => (given[name] ?? value) !== value);
  const words: string[] = [];
  // The server is looked at only where something may differ: it may be in no state to be.
  if (isOther || linkProblems(given, policy).length > 0) {
    const described = await describe(body.runbook, given);
    if (!described.ok) return described;
    const locked = lockQuestions(described.value, policy);
    const asked = { ...locked, questions: askedQuestions(locked, given) };
    for (const { name, message } of policyProblems(asked, given, policy)) {
      const label = asked.questions.find((question) => question.name === name)?.label ?? name;
      words.push(`${label}: ${message}`);
    }
  }
  const leadsElsewhere = (hosts: readonly string[]) =>
    body.steps.some(
      ({ action }) =>
        action.kind === 'download' && action.allowedHosts.some((host) => !hosts.includes(host)),
    );
  if (words.length === 0 && downloadHosts !== null && leadsElsewhere(allowedBy(downloadHosts))) {
    return success([text.otherHost(downloadHosts.join(', '))]);
  }
  return success(words);
}

/**
 * Why an operation that was begun may not go on; null when it may. The policy counts as it is now:
 * it is newer than the approval, and going on changes as much as beginning does. Undoing and ending
 * it stay allowed, as they lead away from what is forbidden.
 */
export async function goingOnForbidden(
  begun: Begun,
  registry: Registry,
  describe: (name: string, answers: Answers) => Promise<Result<Procedure>>,
): Promise<Problem | null> {
  const policy = await lookUpPolicy(registry);
  if (!policy.ok) return policy.problem;
  if (isBlocked(begun.body.runbook, policy.value)) {
    return { ...text.notGoingOn, toolWords: [], code: 'policy' };
  }
  const others = await contradictions(begun, policy.value, describe);
  if (!others.ok) return others.problem;
  if (others.value.length === 0) return null;
  return { ...text.lockedSince, toolWords: others.value, code: 'policy' };
}

/** Redirects too may lead only where policy and program both allow. */
export function restrictDownloads(body: PlanBody, { downloadHosts }: Policy): PlanBody {
  if (downloadHosts === null) return body;
  const allowedHosts = allowedBy(downloadHosts);
  const steps = body.steps.map((step) =>
    step.action.kind === 'download' ? { ...step, action: { ...step.action, allowedHosts } } : step,
  );
  return { ...body, steps };
}
