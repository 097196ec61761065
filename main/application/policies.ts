import { matchesHost } from '../../contract/host-patterns';
import type { PlanBody } from '../../contract/plan';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type { AnswerProblem, Answers, Precondition, Procedure } from '../../contract/runbook';
import { policyText as text } from '../../contract/text/policy';
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

/**
 * Why an operation that was begun may not go on; null when it may. The policy counts as it is now:
 * it is newer than the approval, and going on changes as much as beginning does. Undoing and ending
 * it stay allowed, as they lead away from what is forbidden.
 */
export async function goingOnForbidden(
  procedure: string,
  registry: Registry,
): Promise<Problem | null> {
  const policy = await lookUpPolicy(registry);
  if (!policy.ok) return policy.problem;
  if (!isBlocked(procedure, policy.value)) return null;
  return { ...text.notGoingOn, toolWords: [], code: 'policy' };
}

/** Redirects too may lead only where policy and program both allow. */
export function restrictDownloads(body: PlanBody, { downloadHosts }: Policy): PlanBody {
  if (downloadHosts === null) return body;
  const allowedHosts = downloadHosts.filter(
    (host) => DOWNLOAD_HOSTS.includes(host) || isDownloadHost(host),
  );
  const steps = body.steps.map((step) =>
    step.action.kind === 'download' ? { ...step, action: { ...step.action, allowedHosts } } : step,
  );
  return { ...body, steps };
}
