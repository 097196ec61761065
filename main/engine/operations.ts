import type { LogLine, OperationState, OperationSummary } from '../../contract/operation';
import type { Approval, Plan } from '../../contract/plan';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type { Readers } from '../../contract/reader';
import type { Answers } from '../../contract/runbook';
import type { Secrets } from '../../contract/secret';
import { text } from '../../contract/text/engine';
import type { LockHolder, StateStore } from '../host/ports';
import type { Server } from '../host/server';
import { TOOL_LOST } from './actions/run-tool';
import { allPassed, evaluateNow } from './checks/evaluate';
import { readJournal } from './journal';
import { missingSecrets, OperationRun, type RunEnd, type TakeUp } from './operation';
import { planIsGenuine } from './plan';
import type { Redactor } from './redact';
import { isFinishedStep, stateFromJournal, summarise } from './state';
import { leftTool, stepsToReopen } from './take-up';
import { temporariesIn } from './temporaries';

/** Lets this program go on after Windows was restarted. */
export interface Continuation {
  register(operationId: string): Promise<Result<string>>;
  unregister(): Promise<string>;
}

export interface OperationsOptions {
  server: Server;
  readers: Readers;
  store: StateStore;
  redactor: Redactor;
  continuation: Continuation;
  user: string;
  program: string;
  bootId(): Promise<string>;
  onChange(state: OperationState): void;
  onLines(operationId: string, lines: readonly LogLine[]): void;
}

export interface StartedOperation {
  operationId: string;
  ended: Promise<RunEnd>;
}

/** All operations of one server: starts, takes up, cancels and remembers them, one at a time. */
export class Operations {
  readonly #options: OperationsOptions;
  #running: OperationRun | null = null;
  #lastRun: OperationRun | null = null;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** Starts what was approved. The plan has just been made again and is the same. */
  async start(
    plan: Plan,
    approval: Approval,
    answers: Answers,
    secrets: Secrets,
  ): Promise<Result<StartedOperation>> {
    if (plan.id !== approval.planId || plan.hash !== approval.hash || !planIsGenuine(plan)) {
      return failure(this.#problem(text.approvalMismatch));
    }
    const open = await this.#openOperation();
    if (open) return failure(open);
    const bootId = await this.#options.bootId();
    const id = this.#newId(plan);
    const lock = await this.#lock(plan.body.title);
    if (!lock.ok) return lock;
    const run = this.#make(id);
    run.write({ kind: 'opened', operationId: id, plan, answers, user: this.#options.user, bootId });
    return success(this.#go(run, secrets, { adopt: null, restarted: false }, lock.value));
  }

  /** Goes on with an operation that failed, was cancelled, interrupted or waits for a restart. */
  async takeUp(operationId: string, secrets: Secrets): Promise<Result<StartedOperation>> {
    if (!this.#options.store.operations().includes(operationId)) {
      return failure(this.#problem(text.operationMissing));
    }
    const lock = await this.#lock(this.state(operationId).plan.body.title);
    if (!lock.ok) return lock;
    const prepared = await this.#prepareTakeUp(operationId, secrets);
    if (!prepared.ok) {
      await lock.value.release();
      return prepared;
    }
    const run = await this.#reopen(operationId, prepared.value.reopen);
    const where = await this.#options.continuation.unregister();
    if (where !== '') run.write({ kind: 'continuation', registered: false, where });
    return success(this.#go(run, secrets, prepared.value.takeUp, lock.value));
  }

  async #reopen(operationId: string, steps: readonly string[]): Promise<OperationRun> {
    const run = this.#make(operationId);
    run.write({ kind: 'resumed', bootId: await this.#options.bootId() });
    for (const stepId of steps) run.write({ kind: 'stepReopened', stepId });
    return run;
  }

  /** An adopted tool can still die: what it left is looked at, and the rest is done, as ever. */
  async #runOn(run: OperationRun, secrets: Secrets, takeUp: TakeUp): Promise<RunEnd> {
    const end = await run.run(secrets, takeUp);
    if (takeUp.adopt === null || run.state().problem?.code !== TOOL_LOST) return end;
    const prepared = await this.#prepareTakeUp(run.id, secrets);
    if (!prepared.ok) return end;
    const next = await this.#reopen(run.id, prepared.value.reopen);
    this.#running = next;
    return next.run(secrets, { ...prepared.value.takeUp, adopt: null });
  }

  async #prepareTakeUp(
    operationId: string,
    secrets: Secrets,
  ): Promise<Result<{ takeUp: TakeUp; reopen: string[] }>> {
    const { store, server, readers } = this.#options;
    const records = readJournal(store, operationId);
    const state = stateFromJournal(records, false);
    if (state.status === 'done' || state.status === 'stopped') {
      return failure(this.#problem(text.notResumable));
    }
    const restarted = state.status === 'restartNeeded';
    const lastBoot = records.findLast((one) => one.kind === 'opened' || one.kind === 'resumed');
    const sameBoot =
      lastBoot !== undefined &&
      'bootId' in lastBoot &&
      isSameBoot(lastBoot.bootId, await this.#options.bootId());
    if (restarted && sameBoot) return failure(this.#problem(text.restartPending));
    const left = leftTool(state, records);
    const adopt =
      left !== null && (await this.#toolCanBeAdopted(left.survives)) ? left.stepId : null;
    const context = { server, readers };
    const toRunAgain = new Set<string>();
    for (const step of state.plan.body.steps) {
      const current = state.steps.find((one) => one.id === step.id);
      if (!current || isFinishedStep(current) || step.id === adopt) continue;
      const proven =
        current.attempts > 0 &&
        step.checks.length > 0 &&
        step.supports.length === 0 &&
        allPassed(await evaluateNow(step.checks, context));
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
    if (missing.length > 0) {
      return failure({ ...text.secretsNeeded, toolWords: missing, code: 'secretsNeeded' });
    }
    return success({ takeUp: { adopt, restarted }, reopen });
  }

  async #toolCanBeAdopted(survives: { folder: string; endpoint: string }): Promise<boolean> {
    const { processes } = this.#options.server;
    if (await processes.isAlive(survives.endpoint)) return true;
    const ended = await processes.adopt(survives).ended;
    return ended.kind === 'exited';
  }

  /**
   * What every start does first: adopts a tool that still runs, and where none does, removes
   * secrets and other temporary files that an interrupted operation left.
   */
  async recover(secrets: Secrets): Promise<StartedOperation | null> {
    for (const id of this.#options.store.operations()) {
      const records = readJournal(this.#options.store, id);
      const state = stateFromJournal(records, false);
      const left = leftTool(state, records);
      if (left && (await this.#options.server.processes.isAlive(left.survives.endpoint))) {
        const adopted = await this.#adoptRunning(id, left.stepId, secrets);
        if (adopted) return adopted;
      } else if (temporariesIn(records).length > 0) {
        const lock = await this.#lock(state.plan.body.title);
        if (!lock.ok) continue;
        await this.#make(id).cleanUp();
        await lock.value.release();
      }
    }
    return null;
  }

  async #adoptRunning(
    id: string,
    stepId: string,
    secrets: Secrets,
  ): Promise<StartedOperation | null> {
    const lock = await this.#lock(this.state(id).plan.body.title);
    if (!lock.ok) return null;
    const run = this.#make(id);
    run.write({ kind: 'resumed', bootId: await this.#options.bootId() });
    run.write({ kind: 'adopted', stepId, how: 'running' });
    return this.#go(run, secrets, { adopt: stepId, restarted: false }, lock.value);
  }

  /** Ends an operation for good: nothing more of it is done. */
  async stop(operationId: string): Promise<Result<true>> {
    const lock = await this.#lock(this.state(operationId).plan.body.title);
    if (!lock.ok) return lock;
    const run = this.#make(operationId);
    await run.cleanUp();
    run.write({ kind: 'closed', status: 'stopped' });
    await this.#options.continuation.unregister();
    await lock.value.release();
    return success(true);
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
    return stateFromJournal(readJournal(this.#options.store, operationId), false);
  }

  lines(operationId: string, fromSeq: number): LogLine[] {
    return this.#lastRun?.id === operationId ? this.#lastRun.lines(fromSeq) : [];
  }

  /** The operation at work, else the newest one that is not over. */
  current(): OperationState | null {
    if (this.#running) return this.#running.state();
    const open = this.#options.store
      .operations()
      .map((id) => this.state(id))
      .filter((state) => ['interrupted', 'restartNeeded'].includes(state.status));
    return open.at(-1) ?? null;
  }

  list(): OperationSummary[] {
    return this.#options.store
      .operations()
      .map((id) => summarise(this.state(id)))
      .reverse();
  }

  async #openOperation(): Promise<Problem | null> {
    const current = this.current();
    if (!current) return null;
    return {
      ...text.lockHeld(text.openOperation(current.plan.body.title)),
      toolWords: [],
      code: 'operationOpen',
    };
  }

  #go(
    run: OperationRun,
    secrets: Secrets,
    takeUp: TakeUp,
    lock: { release(): Promise<void> },
  ): StartedOperation {
    this.#running = run;
    const ended = this.#runOn(run, secrets, takeUp)
      .then(async (end) => {
        if (end === 'restartNeeded') {
          const registered = await this.#options.continuation.register(run.id);
          if (registered.ok) {
            run.write({ kind: 'continuation', registered: true, where: registered.value });
          }
        }
        return end;
      })
      .finally(async () => {
        this.#running = null;
        await lock.release();
        this.#options.onChange(this.state(run.id));
      });
    return { operationId: run.id, ended };
  }

  #make(id: string): OperationRun {
    const { server, readers, store, redactor, onChange, onLines } = this.#options;
    this.#lastRun = new OperationRun(id, { server, readers, store, redactor, onChange, onLines });
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

  #newId(plan: Plan): string {
    const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('.', '').replace('Z', '');
    return `${stamp}-${plan.body.runbook}`;
  }

  #problem(words: Pick<Problem, 'what' | 'meaning' | 'next'>): Problem {
    return { ...words, toolWords: [], code: null };
  }
}

const BOOT_TOLERANCE_MS = 60_000;

/** Boots are told apart by their time, which moves a little when the clock is set. */
function isSameBoot(a: string, b: string): boolean {
  return a === b || Math.abs(Date.parse(a) - Date.parse(b)) < BOOT_TOLERANCE_MS;
}

function describeHolder(holder: LockHolder | null): string {
  return holder
    ? text.lockHolder(holder.operation, holder.user, holder.pid, holder.since)
    : text.lockHolderUnknown;
}
