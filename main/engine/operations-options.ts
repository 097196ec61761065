import type { Snapshot } from '../../contract/history';
import type { LogLine, OperationState } from '../../contract/operation';
import type { Problem, Result } from '../../contract/problem';
import type { Readers } from '../../contract/reader';
import type { StateStore } from '../host/ports';
import type { Server } from '../host/server';
import type { RunEnd } from './operation';
import type { Redactor } from './redact';

/** Lets this program go on after Windows was restarted. */
export interface Continuation {
  register(operationId: string): Promise<Result<string>>;
  /** The places entries were taken from, and those where one is left. */
  unregister(): Promise<{ removed: string[]; left: string[] }>;
}

export interface OperationsOptions {
  server: Server;
  readers: Readers;
  store: StateStore;
  redactor: Redactor;
  continuation: Continuation;
  /** Why nothing may be changed here at all; null when it may. */
  refusal: Problem | null;
  user: string;
  program: string;
  bootId(): Promise<string>;
  restartPending(): Promise<boolean>;
  /** Why an operation may not go on, although it was begun; null when it may. */
  forbidden(operationId: string): Promise<Problem | null>;
  /** What is worth comparing later; null when the server could not be looked at. */
  lookAtServer(): Promise<Snapshot | null>;
  onChange(state: OperationState): void;
  onLines(operationId: string, lines: readonly LogLine[]): void;
}

/** The lock of a server in hand; whoever goes on with it after the work takes it over. */
export interface Lock {
  handOn(): { release(): Promise<void> };
}

export interface StartedOperation {
  operationId: string;
  ended: Promise<RunEnd>;
}
