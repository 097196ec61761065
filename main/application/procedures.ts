import type { ServerFacts } from '../../contract/facts';
import type { Snapshot } from '../../contract/history';
import type { Approval, Plan } from '../../contract/plan';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type {
  AnswerProblem,
  Answers,
  PlanDifference,
  Procedure,
  Proposal,
  TestResult,
} from '../../contract/runbook';
import { serverFolder } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { text as setUpText } from '../../contract/text/set-up-procedure';
import { type LookFor, PLAIN_LOOK } from '../detection/detect';
import type { Operations } from '../engine/operations';
import type { StartedOperation } from '../engine/operations-options';
import { diffPlans, makePlan } from '../engine/plan';
import type { ServerPlaces } from '../host/ports';
import type { Server } from '../host/server';
import { findRunbook } from '../runbooks/catalogue';
import type { Runbook } from '../runbooks/runbook';
import { packagesFolder } from '../vendor/set-up-package';
import { createGlances, type Glances } from './glances';
import {
  lockQuestions,
  lookUpPolicy,
  policyConditions,
  policyProblems,
  restrictDownloads,
  withLocked,
} from './policies';
import type { SecretStore } from './secret-store';
import { snapshotOf } from './snapshot';
import { runTrial } from './trials';

/** Asks for the approval that only main may give. */
export type ApproveDestructive = (plan: Plan) => Promise<boolean>;

/** Whether an asker may name a set-up file outside of the folders where downloads lie. */
export type MayName = (path: string) => boolean;

const anyFile: MayName = () => true;

export interface ProposeOptions {
  fresh?: boolean;
  /** A look that nobody else began before: inside the lock. */
  alone?: boolean;
  mayName?: MayName;
  /** Is told what the look saw. */
  onFacts?(facts: ServerFacts): void;
}

/** Why an approved plan was not started. */
export interface NotStarted {
  problem: Problem;
  differences: PlanDifference[];
  newPlan: Plan | null;
}

export interface ProceduresOptions {
  server: Server;
  operations: Operations;
  secrets: SecretStore;
  approveDestructive: ApproveDestructive;
}

/** From a name and answers to a plan, and from an approval to a running operation. */
export class Procedures {
  readonly #options: ProceduresOptions;
  readonly #glances: Glances;

  constructor(options: ProceduresOptions) {
    this.#options = options;
    this.#glances = createGlances(options.server);
  }

  /** Looks at the server now. */
  detect(): Promise<Result<ServerFacts>> {
    return this.#glances.now(PLAIN_LOOK);
  }

  /** Looks seen so far count no more: the server was changed. */
  forgetGlances(): void {
    this.#glances.forget();
  }

  /** What was seen in the last half minute will do: nothing is decided by it. */
  glance(): Promise<Result<ServerFacts>> {
    return this.#glances.recent(PLAIN_LOOK);
  }

  /** The procedure with its questions, filled in from what was detected and answered so far. */
  async describe(
    name: string,
    answers: Answers = {},
    mayName: MayName = anyFile,
  ): Promise<Result<Procedure>> {
    const runbook = this.#runbook(name);
    const facts = await this.#glances.recent(this.#lookFor(runbook, answers, mayName));
    if (!facts.ok) return facts;
    const policy = await lookUpPolicy(this.#options.server.registry);
    if (!policy.ok) return policy;
    const given = withLocked(answers, policy.value);
    return success(lockQuestions(runbook.describe(facts.value, given), policy.value));
  }

  /**
   * The same with answers that were given long ago: they are only put in words, and no tool of the
   * vendor is started for them as it would be for answers given now.
   */
  async describeEarlier(name: string, answers: Answers): Promise<Result<Procedure>> {
    const runbook = this.#runbook(name);
    const facts = await this.#glances.recent(this.#lookFor(runbook, {}, () => false));
    return facts.ok ? success(runbook.describe(facts.value, answers)) : facts;
  }

  /** Tries the answer of one question. Nothing on the server is changed. */
  async test(name: string, question: string, answers: Answers): Promise<Result<TestResult>> {
    const { server, secrets } = this.#options;
    const runbook = this.#runbook(name);
    const look = this.#lookFor(runbook, answers, () => false);
    const facts = await this.#glances.recent(look);
    if (!facts.ok) return facts;
    const trial = runbook.trial(question, answers, facts.value);
    if (trial)
      return success(await runTrial(trial, { server, secrets, glances: this.#glances, look }));
    const saw = setUpText.tests.invalid;
    return success({ verdict: 'couldNotTell', did: '', saw, next: '', context: null });
  }

  /**
   * What is wrong with the answers, what stands in the way and, unless something blocks, the plan.
   * `fresh` looks at the server now; without it what was seen seconds ago will do, as while typing.
   */
  async propose(
    name: string,
    answers: Answers,
    { fresh = true, alone = false, mayName = anyFile, onFacts }: ProposeOptions = {},
  ): Promise<Result<Proposal>> {
    const runbook = this.#runbook(name);
    const look = alone ? 'alone' : fresh ? 'now' : 'recent';
    const facts = await this.#glances[look](this.#lookFor(runbook, answers, mayName));
    if (!facts.ok) return facts;
    onFacts?.(facts.value);
    const policy = await lookUpPolicy(this.#options.server.registry);
    if (!policy.ok) return policy;
    const described = lockQuestions(runbook.describe(facts.value, answers), policy.value);
    const problems = [
      ...policyProblems(described, answers, policy.value),
      ...runbook.checkAnswers(answers, facts.value),
      ...this.#secretProblems(runbook, answers),
    ];
    const preconditions = [
      ...policyConditions(name, policy.value),
      ...runbook.preconditions(answers, facts.value),
    ];
    const blocked =
      problems.length > 0 || preconditions.some(({ verdict }) => verdict === 'blocks');
    const plan = blocked
      ? null
      : makePlan(
          restrictDownloads(
            runbook.plan(answers, facts.value, this.#options.server.places),
            policy.value,
          ),
        );
    return success({ problems, preconditions, plan });
  }

  /**
   * Takes the lock, looks again, compares with what was approved, and starts only when nothing
   * differs. `approved` is the plan that was shown, to tell what changed since.
   */
  async apply(
    name: string,
    answers: Answers,
    approved: Plan | null,
    approval: Approval,
    mayName: MayName = anyFile,
  ): Promise<{ ok: true; value: StartedOperation } | { ok: false; value: NotStarted }> {
    let differences: PlanDifference[] = [];
    let newPlan: Plan | null = null;
    const { operations, secrets, approveDestructive } = this.#options;
    const title = approved?.body.title ?? name;
    const started = await operations.withLock(title, async (lock) => {
      let seen: Snapshot | null = null;
      const onFacts = (facts: ServerFacts) => {
        seen = snapshotOf(facts);
      };
      const proposal = await this.propose(name, answers, { alone: true, mayName, onFacts });
      if (!proposal.ok) return proposal;
      const { plan } = proposal.value;
      if (!plan) return failure(blockedBy(proposal.value));
      if (plan.hash !== approval.hash || plan.id !== approval.planId) {
        differences = approved ? diffPlans(approved, plan) : [];
        newPlan = plan;
        return failure({ ...text.planChanged, toolWords: [], code: 'planChanged' });
      }
      if (plan.body.destructive && !(await approveDestructive(plan))) {
        return failure({ ...text.notApproved, toolWords: [], code: 'notApproved' });
      }
      return operations.start(plan, approval, answers, secrets.all(), lock, seen);
    });
    return started.ok
      ? { ok: true, value: started.value }
      : { ok: false, value: { problem: started.problem, differences, newPlan } };
  }

  #lookFor(runbook: Runbook, answers: Answers, mayName: MayName): LookFor {
    const setupFile = setupFileIn(answers, mayName, this.#options.server.places);
    const asked = Object.fromEntries(
      (runbook.asksWith ?? []).map((answer) => [answer, answers[answer] ?? '']),
    );
    return { setupFile, details: runbook.needs ?? [], asked };
  }

  #secretProblems(runbook: Runbook, answers: Answers): AnswerProblem[] {
    return runbook.secrets(answers).flatMap(({ name, check }) => {
      const secret = this.#options.secrets.get(name);
      const message = secret === null ? setUpText.wrong.required : check(secret.reveal());
      return message === null ? [] : [{ name, message }];
    });
  }

  #runbook(name: string): Runbook {
    const runbook = findRunbook(name);
    if (!runbook) throw new Error(`There is no procedure named ${name}.`);
    return runbook;
  }
}

/** The set-up file that the answers name, when the asker may name it. */
function setupFileIn(
  { setupFile }: Answers,
  mayName: MayName,
  places: ServerPlaces,
): string | null {
  if (!setupFile || setupFile.split(/[\\/]/).includes('..')) return null;
  return mayName(setupFile) || liesInUsualPlace(setupFile, places) ? setupFile : null;
}

/** Where this program looks for set-up files by itself, so that naming one gives nothing away. */
function liesInUsualPlace(path: string, { downloads, ownFolder }: ServerPlaces): boolean {
  const folder = serverFolder(path).toLowerCase();
  const isDownload = downloads.some((place) => place.toLowerCase() === folder);
  return isDownload || folder.startsWith(`${packagesFolder(ownFolder)}\\`.toLowerCase());
}

function blockedBy({ preconditions, problems }: Proposal): Problem {
  const toolWords = [
    ...preconditions
      .filter(({ verdict }) => verdict === 'blocks')
      .map(({ title, found }) => `${title}: ${found}`),
    ...problems.map(({ name, message }) => `${name}: ${message}`),
  ];
  return { ...text.planBlocked, toolWords, code: 'blocked' };
}
