import type { CheckResult } from '../../contract/check';
import type { Snapshot } from '../../contract/history';
import type {
  JournalEntry,
  JournalRecord,
  LogLine,
  OperationState,
} from '../../contract/operation';
import { type PlanStep, secretsOf } from '../../contract/plan';
import type { Problem } from '../../contract/problem';
import type { Readers } from '../../contract/reader';
import type { Secrets } from '../../contract/secret';
import { text } from '../../contract/text/engine';
import type { StateStore } from '../host/ports';
import type { Server } from '../host/server';
import type { ActionContext, ActionOutcome } from './actions/context';
import { perform } from './actions/perform';
import { adoptTool } from './actions/run-tool';
import { adoptUninstaller } from './actions/uninstall';
import { allPassed, evaluateChecks, evaluateNow } from './checks/evaluate';
import { notProven, notProvenOf } from './describe';
import { type Journal, openJournal, readJournal } from './journal';
import { createLiveLines, type LiveLines } from './live-lines';
import type { Redactor } from './redact';
import {
  awaitsProof,
  estimateSecondsLeft,
  isFinishedStep,
  restartsOf,
  seenBefore,
  stateFromJournal,
} from './state';
import { isToldByChecks, toolRuns } from './take-up';
import { endingsOf, removeTemporaries, temporariesIn } from './temporaries';
import { asUndo, removedByUndo, stepsToUndo } from './undo';

export interface OperationDependencies {
  server: Server;
  readers: Readers;
  store: StateStore;
  redactor: Redactor;
  bootId(): Promise<string>;
  /** Whether Windows waits for a restart now. */
  restartPending(): Promise<boolean>;
  /** What is worth comparing later; null when the server could not be looked at. */
  lookAtServer(): Promise<Snapshot | null>;
  onChange(state: OperationState): void;
  onLines(operationId: string, lines: readonly LogLine[]): void;
}

/** How a run of an operation ended, and whether it may go on later. */
export type RunEnd = 'done' | 'failed' | 'cancelled' | 'restartNeeded' | 'undone';

/** Where a run takes up an operation that was begun before. */
export interface TakeUp {
  /** The step whose tool may still run or has ended by itself: its result is taken over. */
  adopt: string | null;
}

/**
 * One operation at work: applies the steps of its plan in order, each journalled before and after,
 * proven by looking at the server. Made anew for every start, retry or resume of an operation.
 */
export class OperationRun {
  readonly id: string;
  readonly #deps: OperationDependencies;
  readonly #journal: Journal;
  readonly #abort = new AbortController();
  #records: JournalRecord[];
  readonly #lines: LiveLines;
  #live = new Map<string, { milestone: string; fraction: number | null }>();

  constructor(id: string, deps: OperationDependencies) {
    this.id = id;
    this.#deps = deps;
    this.#journal = openJournal(deps.store, id, deps.redactor, () => deps.server.clock.now());
    this.#records = readJournal(deps.store, id);
    this.#lines = createLiveLines(
      (line) => deps.redactor.clean(line),
      (lines) => deps.onLines(id, lines),
    );
  }

  write(entry: JournalEntry): void {
    this.#records.push(this.#journal.write(entry));
    this.#changed();
  }

  state(): OperationState {
    const state = stateFromJournal(this.#records, true);
    const steps = state.steps.map((step) => {
      const live = step.status === 'running' ? this.#live.get(step.id) : undefined;
      return live ? { ...step, ...live } : step;
    });
    const current = { ...state, steps };
    return {
      ...current,
      secondsLeft:
        state.status === 'running'
          ? estimateSecondsLeft(current, this.#deps.server.clock.now())
          : null,
    };
  }

  /** Says something beside the steps. */
  tell(words: string): void {
    this.#lines.add('', 'engine', words);
  }

  lines(fromSeq: number): LogLine[] {
    return this.#lines.from(fromSeq);
  }

  /** Stops at once where the running step allows it, else at the next boundary. */
  cancel(): void {
    if (this.#cancelAsked()) return;
    this.write({ kind: 'cancelAsked' });
    this.#abort.abort();
  }

  /** Applies every step that is not finished, and puts away what was there for a while. */
  async run(secrets: Secrets, takeUp: TakeUp): Promise<RunEnd> {
    try {
      const end = await this.#applySteps(secrets, takeUp);
      await this.cleanUp();
      if (end === 'done') await this.#noteServer();
      this.write({ kind: 'closed', status: end });
      return end;
    } catch (error) {
      // Whatever went wrong, a full disk included: no secret stays because of it, but for the tool
      // that goes on and needs it. Who takes that up, or the next start, puts it away.
      const goesOn = await toolRuns(stateFromJournal(this.#records, false), this.#deps).catch(
        () => false,
      );
      if (!goesOn) await this.cleanUp().catch(() => undefined);
      throw error;
    } finally {
      this.#lines.flush();
    }
  }

  /** Takes back every step that can be taken back, the last one first, each proven. */
  async undo(secrets: Secrets): Promise<RunEnd> {
    try {
      let end: RunEnd = 'undone';
      for (const step of stepsToUndo(this.state())) {
        if (this.#cancelAsked()) end = 'cancelled';
        else if (!(await this.#undoStep(asUndo(step), secrets))) end = 'failed';
        if (end !== 'undone') break;
      }
      await this.cleanUp();
      this.write({ kind: 'closed', status: end });
      return end;
    } finally {
      this.#lines.flush();
    }
  }

  async #noteServer(): Promise<void> {
    const facts = await this.#deps.lookAtServer().catch(() => null);
    if (facts) this.write({ kind: 'serverSeen', when: 'end', facts });
  }

  async #undoStep(step: PlanStep, secrets: Secrets): Promise<boolean> {
    this.write({ kind: 'undoStarted', stepId: step.id });
    const outcome = await this.#perform(step, secrets, this.#attempts(step), false);
    const failed = outcome.kind === 'failed' ? outcome.problem : null;
    const checks = failed ? [] : await evaluateChecks(step.checks, this.#deps);
    const left = allPassed(checks) ? null : notProven(checks, text.undo.notProven);
    const problem = failed ?? left;
    this.write({ kind: 'undoEnded', stepId: step.id, checks, problem });
    return problem === null;
  }

  /** Removes what was placed for a while; what is in use stays noted for the next start. */
  async cleanUp(which: (path: string) => boolean = () => true): Promise<string[]> {
    const { server } = this.#deps;
    const journal: Journal = {
      operationId: this.id,
      write: (entry) => {
        const record = this.#journal.write(entry);
        this.#records.push(record);
        return record;
      },
    };
    const temporaries = temporariesIn(this.#records).filter(({ path }) => which(path));
    const left = await removeTemporaries(temporaries, server, journal);
    for (const words of endingsOf(temporaries, left)) this.tell(words);
    return left;
  }

  /** With a file goes the copy of what was there before it. */
  #putBack(paths: readonly string[]): Promise<string[]> {
    const copies = temporariesIn(this.#records).flatMap(({ path, original }) =>
      paths.includes(path) && original !== null ? [original] : [],
    );
    return this.cleanUp((path) => paths.includes(path) || copies.includes(path));
  }

  async #applySteps(secrets: Secrets, takeUp: TakeUp): Promise<RunEnd> {
    const { steps } = this.state().plan.body;
    for (const step of steps) {
      if (this.#isFinished(step)) {
        if (!this.#awaitsProof(step)) continue;
        if (await this.#wantsAnotherRestart(step)) return 'restartNeeded';
        const end = await this.#prove(step, {}, () => 0);
        if (end !== 'goOn') return end;
        continue;
      }
      const adopt = step.id === takeUp.adopt;
      if (!adopt && this.#cancelAsked()) return 'cancelled';
      if (!adopt && !this.#isNeeded(step)) {
        this.write(this.#ended(step, 'alreadyDone', 0, [], {}, null));
        continue;
      }
      const end = await this.#applyStep(step, secrets, adopt);
      if (end !== 'goOn') return end;
    }
    return 'done';
  }

  async #applyStep(step: PlanStep, secrets: Secrets, adopt: boolean): Promise<RunEnd | 'goOn'> {
    const { clock } = this.#deps.server;
    const startedAt = clock.now();
    const seconds = () => (clock.now().getTime() - startedAt.getTime()) / 1000;
    const shown = adopt ? null : await this.#alreadyShown(step);
    if (shown) {
      // Begun before and proven now is done, so that what follows it is done too.
      const status = this.#attempts(step) > 0 ? 'done' : 'alreadyDone';
      this.write(this.#ended(step, status, seconds(), shown, {}, null));
      return 'goOn';
    }
    const missing = adopt ? [] : secretsOf(step).filter((name) => !secrets[name]);
    if (missing.length > 0) {
      const problem = { ...text.secretsNeeded, toolWords: missing, code: 'secretsNeeded' };
      this.write(this.#ended(step, 'failed', 0, [], {}, problem));
      return 'failed';
    }
    const forbidden = await this.#rerunProblem(step, adopt);
    const attempt = this.#attempts(step) + (adopt ? 0 : 1);
    if (!adopt && !forbidden) await this.#noteWhatIsMade(step);
    if (!adopt) this.write({ kind: 'stepStarted', stepId: step.id, attempt });
    const outcome: ActionOutcome =
      forbidden ?? (await this.#perform(step, secrets, attempt, adopt));
    if (outcome.kind === 'cancelled') {
      this.write(this.#ended(step, 'cancelled', seconds(), [], {}, null));
      return 'cancelled';
    }
    if (outcome.kind === 'failed') {
      this.write(this.#ended(step, 'failed', seconds(), [], outcome.facts, outcome.problem));
      return 'failed';
    }
    if (outcome.restart) {
      const restartOf = await this.#deps.bootId();
      const ended = this.#ended(step, 'done', seconds(), [], outcome.facts, null);
      this.write({ ...ended, restartOf });
      return 'restartNeeded';
    }
    return this.#prove(step, outcome.facts, seconds);
  }

  async #prove(
    step: PlanStep,
    facts: Record<string, string>,
    seconds: () => number,
  ): Promise<'failed' | 'goOn'> {
    const results = await evaluateChecks(step.checks, this.#deps);
    const problem = allPassed(results) ? null : notProvenOf(step, results);
    const status = problem ? 'failed' : 'done';
    this.write(this.#ended(step, status, seconds(), results, facts, problem));
    return problem ? 'failed' : 'goOn';
  }

  /**
   * After its restart Windows can want another one. Waited for once more only: some servers show a
   * pending restart for ever.
   */
  async #wantsAnotherRestart(step: PlanStep): Promise<boolean> {
    if (restartsOf(this.#records, step.id) > 1) return false;
    if (!(await this.#deps.restartPending())) return false;
    const facts = this.state().steps.find((one) => one.id === step.id)?.facts ?? {};
    const restartOf = await this.#deps.bootId();
    this.write({ ...this.#ended(step, 'done', 0, [], facts, null), restartOf });
    return true;
  }

  /** Only what was not there before may be removed when the step is undone. */
  async #noteWhatIsMade(step: PlanStep): Promise<void> {
    if (step.undo.kind !== 'action') return;
    const path = removedByUndo(step);
    if (path !== null && (await this.#deps.server.files.stat(path)) !== null) return;
    this.write({ kind: 'willMake', stepId: step.id });
  }

  #awaitsProof(step: PlanStep): boolean {
    return this.state().steps.some((one) => one.id === step.id && awaitsProof(one));
  }

  /** What the server shows of a step that need not be done; null when it has to be. */
  async #alreadyShown(step: PlanStep): Promise<CheckResult[] | null> {
    const begunBefore = this.#attempts(step) > 0 && isToldByChecks(step);
    const checks = step.skipWhen.length > 0 ? step.skipWhen : begunBefore ? step.checks : [];
    if (checks.length === 0) return null;
    const results = await evaluateNow(checks, this.#deps);
    return allPassed(results) ? results : null;
  }

  #perform(
    step: PlanStep,
    secrets: Secrets,
    attempt: number,
    adopt: boolean,
  ): Promise<ActionOutcome> {
    const { store, server, readers } = this.#deps;
    const started = this.#records.findLast(
      (record) => record.kind === 'stepStarted' && record.stepId === step.id,
    );
    const context: ActionContext = {
      operationId: this.id,
      operationTitle: this.state().plan.body.title,
      seenBefore: () => seenBefore(this.#records),
      server,
      readers,
      step,
      secrets,
      startedAt: started ? new Date(started.at) : server.clock.now(),
      signal: this.#abort.signal,
      survives: {
        folder: store.stepFolder(this.id, step.id, attempt),
        endpoint: store.stepEndpoint(this.id, step.id, attempt),
      },
      write: (entry) => this.write(entry),
      placedAt: (path) => temporariesIn(this.#records).find((one) => one.path === path) ?? null,
      putBack: (paths) => this.#putBack(paths),
      line: (source, line) => this.#lines.add(step.id, source, line),
      milestone: (milestone, fraction) => {
        this.#live.set(step.id, { milestone, fraction });
        this.#changed();
      },
      toolStarted: (identity) => this.write({ kind: 'toolStarted', stepId: step.id, identity }),
    };
    const { action } = step;
    if (adopt && action.kind === 'run') {
      return perform(context, (given) => adoptTool(action, given));
    }
    return adopt && action.kind === 'uninstall'
      ? perform(context, (given) => adoptUninstaller(action, given))
      : perform(context);
  }

  /** A tool that died may be run again only where its own rules allow what it left behind. */
  async #rerunProblem(step: PlanStep, adopt: boolean): Promise<ActionOutcome | null> {
    if (adopt || this.#attempts(step) === 0 || step.rerunChecks.length === 0) return null;
    const results = await evaluateChecks(step.rerunChecks, this.#deps);
    if (allPassed(results)) return null;
    return { kind: 'failed', problem: notProven(results, text.rerunForbidden), facts: {} };
  }

  #ended(
    step: PlanStep,
    status: 'done' | 'alreadyDone' | 'failed' | 'cancelled',
    seconds: number,
    checks: Extract<JournalEntry, { kind: 'stepEnded' }>['checks'],
    facts: Record<string, string>,
    problem: Problem | null,
  ): Extract<JournalEntry, { kind: 'stepEnded' }> {
    const restartOf = null;
    const stepId = step.id;
    return { kind: 'stepEnded', stepId, status, seconds, checks, facts, problem, restartOf };
  }

  #isFinished(step: PlanStep): boolean {
    const state = stateFromJournal(this.#records, true).steps.find((one) => one.id === step.id);
    return state !== undefined && isFinishedStep(state);
  }

  /**
   * A step that only serves others is left out when none of those is still to come; one that only
   * follows others, when those found nothing to do.
   */
  #isNeeded(step: PlanStep): boolean {
    const { steps } = this.state();
    const idle = (id: string) => steps.find((one) => one.id === id)?.status === 'alreadyDone';
    if (step.follows.length > 0 && step.follows.every(idle)) return false;
    if (step.supports.length === 0) return true;
    return steps.some((one) => step.supports.includes(one.id) && !isFinishedStep(one));
  }

  #attempts(step: PlanStep): number {
    return this.#records.filter(
      (record) => record.kind === 'stepStarted' && record.stepId === step.id,
    ).length;
  }

  #cancelAsked(): boolean {
    return stateFromJournal(this.#records, true).cancelAsked;
  }

  #changed(): void {
    this.#deps.onChange(this.state());
  }
}
