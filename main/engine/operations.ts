import type { Snapshot } from '../../contract/history';
import type {
  JournalRecord,
  LogLine,
  OperationState,
  OperationSummary,
} from '../../contract/operation';
import { type Approval, type Plan, secretsOf } from '../../contract/plan';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type { Answers } from '../../contract/runbook';
import type { Secrets } from '../../contract/secret';
import { text } from '../../contract/text/engine';
import { TOOL_LOST } from './actions/run-tool';
import { BrokenOff } from './broken-off';
import { allPassed, evaluateNow } from './checks/evaluate';
import { describeHolder, isSameBoot, openProblem, plainProblem, unreadable } from './describe';
import { readJournal } from './journal';
import { OperationRun, type RunEnd, type TakeUp } from './operation';
import type { Lock, OperationsOptions, StartedOperation } from './operations-options';
import { newOperationId, planIsGenuine } from './plan';
import { awaitsProof, isFinishedStep, isUntouched, stateFromJournal, summarise } from './state';
import { isToldByChecks, leftTool, missingSecrets, stepsToReopen, toolRuns } from './take-up';
import { temporariesIn } from './temporaries';
import { asUndo, stepsToUndo } from './undo';

/** All operations of one server: starts, takes up, cancels and remembers them, one at a time. */
export class Operations {
  readonly #options: OperationsOptions;
  #running: OperationRun | null = null;
  #lastRun: OperationRun | null = null;
  readonly #brokenOff = new BrokenOff();

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** Takes the one lock of this server; whoever changes anything does it inside. */
  async withLock<T>(title: string, work: (lock: Lock) => Promise<Result<T>>): Promise<Result<T>> {
    const { refusal } = this.#options;
    if (refusal) return failure(refusal);
    const lock = await this.#lock(title);
    if (!lock.ok) return lock;
    let isHandedOn = false;
    try {
      return await work({
        handOn: () => {
          isHandedOn = true;
          return lock.value;
        },
      });
    } finally {
      if (!isHandedOn) await lock.value.release();
    }
  }

  /** Starts what was approved. The plan has just been made again, inside the lock, and is the same. */
  async start(
    plan: Plan,
    approval: Approval,
    answers: Answers,
    secrets: Secrets,
    lock: Lock,
    seen: Snapshot | null = null,
  ): Promise<Result<StartedOperation>> {
    if (plan.id !== approval.planId || plan.hash !== approval.hash || !planIsGenuine(plan)) {
      return failure(plainProblem(text.approvalMismatch));
    }
    const open = this.current();
    if (open) return failure(openProblem(open));
    const bootId = await this.#options.bootId();
    const id = newOperationId(plan);
    const run = this.#make(id);
    this.#begin(run, () => {
      const { user } = this.#options;
      run.write({ kind: 'opened', operationId: id, plan, answers, user, bootId });
      if (seen) run.write({ kind: 'serverSeen', when: 'begin', facts: seen });
    });
    return success(this.#go(run, secrets, { adopt: null }, lock));
  }

  /** Goes on with an operation that failed, was cancelled, interrupted or waits for a restart. */
  async takeUp(operationId: string, secrets: Secrets): Promise<Result<StartedOperation>> {
    const known = this.#known(operationId);
    if (!known.ok) return known;
    return this.withLock(known.value.plan.body.title, async (lock) => {
      const forbidden = await this.#options.forbidden(operationId);
      if (forbidden) return failure(forbidden);
      const prepared = await this.#prepareTakeUp(operationId, secrets);
      if (!prepared.ok) return prepared;
      const run = await this.#reopen(operationId, prepared.value.reopen);
      await this.#forgetContinuation(run);
      return success(this.#go(run, secrets, prepared.value.takeUp, lock));
    });
  }

  /** The operation's state, when there is one and its plan is the one that was approved. */
  #known(operationId: string): Result<OperationState> {
    if (!this.#readable().includes(operationId)) {
      return failure(plainProblem(text.operationMissing));
    }
    const state = this.state(operationId);
    return planIsGenuine(state.plan)
      ? success(state)
      : failure(plainProblem(text.approvalMismatch));
  }

  async #prepareTakeUp(
    operationId: string,
    secrets: Secrets,
  ): Promise<Result<{ takeUp: TakeUp; reopen: string[] }>> {
    const { store, server, readers } = this.#options;
    const state = stateFromJournal(readJournal(store, operationId), false);
    if (['done', 'stopped', 'undone'].includes(state.status)) {
      return failure(plainProblem(text.notResumable));
    }
    if (state.isUndoing) return failure({ ...text.undo.begun, toolWords: [], code: 'undoBegun' });
    const other = await this.#otherAtWork(operationId);
    if (other) return failure(other);
    const waiting = state.steps.find(awaitsProof)?.restartOf ?? null;
    if (waiting !== null && isSameBoot(waiting, await this.#options.bootId())) {
      return failure({ ...text.restartPending, toolWords: [], code: 'restartPending' });
    }
    const left = leftTool(state, store);
    const adopt =
      left !== null && (await server.processes.leftTool(left.survives)) !== 'gone'
        ? left.stepId
        : null;
    const context = { server, readers };
    const toRunAgain = new Set<string>();
    for (const step of state.plan.body.steps) {
      const current = state.steps.find((one) => one.id === step.id);
      if (!current || isFinishedStep(current) || step.id === adopt) continue;
      const looks = current.attempts > 0 && step.checks.length > 0 && isToldByChecks(step);
      const proven = looks && allPassed(await evaluateNow(step.checks, context));
      if (!proven) toRunAgain.add(step.id);
    }
    const reopen = (await stepsToReopen(state, context, toRunAgain)).map((step) => step.id);
    const future = {
      ...state,
      steps: state.steps.map((step) => {
        if (reopen.includes(step.id)) return { ...step, status: 'waiting' as const };
        const willRun = isFinishedStep(step) || toRunAgain.has(step.id);
        return willRun ? step : { ...step, status: 'done' as const };
      }),
    };
    const missing = missingSecrets(future, secrets);
    return missing.length > 0
      ? failure({ ...text.secretsNeeded, toolWords: missing, code: 'secretsNeeded' })
      : success({ takeUp: { adopt }, reopen });
  }

  async #reopen(operationId: string, steps: readonly string[]): Promise<OperationRun> {
    const run = this.#make(operationId);
    const bootId = await this.#options.bootId();
    // Cut off before it was noted what the server was like: nothing has been changed since.
    const isFresh = isUntouched(readJournal(this.#options.store, operationId));
    const seen = isFresh ? await this.#options.lookAtServer().catch(() => null) : null;
    this.#begin(run, () => {
      run.write({ kind: 'resumed', bootId });
      if (seen) run.write({ kind: 'serverSeen', when: 'begin', facts: seen });
      for (const stepId of steps) run.write({ kind: 'stepReopened', stepId });
    });
    return run;
  }

  /** What can't be written down is not at work. */
  #begin(run: OperationRun, writes: () => void): void {
    try {
      writes();
    } catch (error) {
      this.#brokenOff.note(run.id, error);
      if (this.#canRead(run.id)) this.#options.onChange(this.state(run.id));
      throw error;
    }
  }

  /** An adopted tool can still die: what it left is looked at, and the rest is done, as ever. */
  async #runOn(run: OperationRun, secrets: Secrets, takeUp: TakeUp): Promise<RunEnd> {
    const end = await run.run(secrets, takeUp);
    if (takeUp.adopt === null || run.state().problem?.code !== TOOL_LOST) return end;
    if (run.state().cancelAsked) return end;
    const prepared = await this.#prepareTakeUp(run.id, secrets);
    if (!prepared.ok || run.state().cancelAsked) return end;
    const next = await this.#reopen(run.id, prepared.value.reopen);
    this.#running = next;
    return next.run(secrets, { adopt: null });
  }

  /**
   * What every start does first: adopts a tool that still runs, and where none does, removes
   * secrets and other temporary files that an interrupted operation left.
   */
  async recover(secrets: Secrets): Promise<StartedOperation | null> {
    await this.#options.server.registry.removeLeftExports();
    for (const id of this.#readable()) {
      const recovered = await this.#recoverOne(id, secrets).catch(() => null);
      if (recovered) return recovered;
    }
    return null;
  }

  async #recoverOne(id: string, secrets: Secrets): Promise<StartedOperation | null> {
    const { store, server } = this.#options;
    const title = this.state(id).plan.body.title;
    const isConcerned = (state: OperationState) =>
      leftTool(state, store) !== null || temporariesIn(readJournal(store, id)).length > 0;
    if (!isConcerned(this.state(id))) return null;
    const recovered = await this.withLock(title, async (lock) => {
      // Looked at inside the lock: another program may have finished it a moment ago.
      const state = this.state(id);
      const left = leftTool(state, store);
      const runs = left !== null && (await server.processes.leftTool(left.survives)) === 'running';
      if (left && runs && planIsGenuine(state.plan)) {
        const run = await this.#reopen(id, []);
        run.write({ kind: 'adopted', stepId: left.stepId, how: 'running' });
        return success(this.#go(run, secrets, { adopt: left.stepId }, lock));
      }
      if (!runs && temporariesIn(readJournal(store, id)).length > 0) await this.#make(id).cleanUp();
      return success(null);
    });
    return recovered.ok ? recovered.value : null;
  }

  /** Takes back what can be taken back of an operation that is not at work. */
  async undo(operationId: string, secrets: Secrets = {}): Promise<Result<StartedOperation>> {
    const known = this.#known(operationId);
    if (!known.ok) return known;
    return this.withLock(known.value.plan.body.title, async (lock) => {
      const state = this.state(operationId);
      if (await toolRuns(state, this.#options)) return failure(plainProblem(text.undo.toolRuns));
      const other = await this.#otherAtWork(operationId);
      if (other) return failure(other);
      if (state.status === 'undone' || (!state.isUndoing && stepsToUndo(state).length === 0)) {
        return failure(plainProblem(text.undo.nothing));
      }
      const needed = stepsToUndo(state).flatMap((step) => secretsOf(asUndo(step)));
      const missing = [...new Set(needed)].filter((name) => !secrets[name]);
      if (missing.length > 0) {
        return failure({ ...text.secretsNeeded, toolWords: missing, code: 'secretsNeeded' });
      }
      const run = this.#make(operationId);
      const bootId = await this.#options.bootId();
      this.#begin(run, () => run.write({ kind: 'undoBegun', bootId }));
      await this.#forgetContinuation(run);
      return success(this.#follow(run, lock, () => run.undo(secrets)));
    });
  }

  /** An operation that is not over holds everything else up: it may need what the other would change. */
  async #otherAtWork(operationId: string): Promise<Problem | null> {
    for (const id of this.#readable()) {
      if (id === operationId) continue;
      const state = this.state(id);
      const isOpen = state.status === 'interrupted' || state.status === 'restartNeeded';
      if (isOpen || (await toolRuns(state, this.#options))) return openProblem(state);
    }
    return null;
  }

  /** Ends an operation for good: nothing more of it is done. */
  async stop(operationId: string): Promise<Result<true>> {
    const known = this.#known(operationId);
    if (!known.ok) return known;
    return this.withLock(known.value.plan.body.title, async () => {
      const state = this.state(operationId);
      if (await toolRuns(state, this.#options)) return failure(plainProblem(text.toolStillRuns));
      if (!['failed', 'cancelled', 'interrupted', 'restartNeeded'].includes(state.status)) {
        return failure(plainProblem(text.notResumable));
      }
      const run = this.#make(operationId);
      await run.cleanUp();
      run.write({ kind: 'closed', status: 'stopped' });
      // The entry that goes on after a restart may be that of another operation.
      if (!(await this.#otherAtWork(operationId))) await this.#forgetContinuation(run);
      return success(true);
    });
  }

  async #forgetContinuation(run: OperationRun): Promise<void> {
    const { removed, left } = await this.#options.continuation.unregister();
    this.#begin(run, () => {
      for (const where of removed) run.write({ kind: 'continuation', registered: false, where });
      for (const where of left) run.write({ kind: 'continuation', registered: true, where });
    });
    for (const where of left) run.tell(text.stillRegistered(where));
  }

  cancel(operationId: string): boolean {
    if (this.#running?.id !== operationId) return false;
    this.#running.cancel();
    return true;
  }

  /** True while an operation is at work in this program. */
  isBusy(): boolean {
    return this.#running !== null;
  }

  state(operationId: string): OperationState {
    if (this.#running?.id === operationId) return this.#running.state();
    const records = readJournal(this.#options.store, operationId);
    return this.#brokenOff.tell(stateFromJournal(records, false));
  }

  /** Everything the journal of an operation holds. */
  records(operationId: string): JournalRecord[] {
    return readJournal(this.#options.store, operationId);
  }

  lines(operationId: string, fromSeq: number): LogLine[] {
    return this.#lastRun?.id === operationId ? this.#lastRun.lines(fromSeq) : [];
  }

  /** The operation at work, else the newest one that is not over. */
  current(): OperationState | null {
    if (this.#running) return this.#running.state();
    const open = this.#readable()
      .map((id) => this.state(id))
      .filter((state) => ['interrupted', 'restartNeeded'].includes(state.status));
    return open.at(-1) ?? null;
  }

  /** True while another program holds the lock of this server. */
  async isLockedElsewhere(): Promise<boolean> {
    return this.#running === null && (await this.#options.store.isLocked());
  }

  list(): OperationSummary[] {
    return this.#options.store
      .operations()
      .map((id) => (this.#canRead(id) ? summarise(this.state(id)) : unreadable(id)))
      .reverse();
  }

  #readable(): string[] {
    return this.#options.store.operations().filter((id) => this.#canRead(id));
  }

  #canRead(id: string): boolean {
    if (this.#running?.id === id) return true;
    try {
      stateFromJournal(readJournal(this.#options.store, id), false);
      return true;
    } catch {
      return false;
    }
  }

  #go(run: OperationRun, secrets: Secrets, takeUp: TakeUp, lock: Lock): StartedOperation {
    return this.#follow(run, lock, () => this.#runOn(run, secrets, takeUp));
  }

  /** Keeps lock and books of a run until it has ended. */
  #follow(run: OperationRun, lock: Lock, work: () => Promise<RunEnd>): StartedOperation {
    const held = lock.handOn();
    this.#running = run;
    const ended = work()
      .then(async (end) => {
        if (end === 'restartNeeded') {
          const registered = await this.#options.continuation.register(run.id);
          const where = registered.ok ? registered.value : registered.problem.what;
          (this.#running ?? run).write({ kind: 'continuation', registered: registered.ok, where });
        }
        return end;
      })
      .catch((error: unknown) => {
        this.#brokenOff.note(run.id, error);
        throw error;
      })
      .finally(async () => {
        this.#running = null;
        await held.release();
        this.#options.onChange(this.state(run.id));
      });
    return { operationId: run.id, ended };
  }

  #make(id: string): OperationRun {
    this.#lastRun = new OperationRun(id, this.#options);
    return this.#lastRun;
  }

  async #lock(title: string): Promise<Result<{ release(): Promise<void> }>> {
    const { store, user, program } = this.#options;
    const since = new Date().toISOString();
    const lock = await store.lock({ operation: title, user, pid: process.pid, program, since });
    if (lock.taken) return success(lock);
    return failure({
      ...text.lockHeld(describeHolder(lock.holder)),
      toolWords: [],
      code: 'lockHeld',
    });
  }
}
