import type { PracticeClock } from '../world/clock';
import type { WorldFiles } from '../world/files';
import type { WorldStore } from '../world/store';

/** How one simulated program was started. */
export interface ToolRequest {
  /** A server path, or a bare name as a person types it. */
  file: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  stdin: string;
  /** What the person at its window was told to enter; null for a secret. */
  window?: readonly { label: string; value: string | null }[] | undefined;
}

/** What a simulated program has while it runs. */
export interface ToolContext extends ToolRequest {
  /** Its own simulated process id. */
  pid: number;
  world: WorldStore;
  /** With the rights of the user who is logged on. */
  files: WorldFiles;
  /** With the rights of the system, for what installers and services do. */
  systemFiles: WorldFiles;
  clock: PracticeClock;
  output(text: string): void;
  error(text: string): void;
  /** Simulated time passes; the only place where a program can be ended from outside. */
  wait(seconds: number): Promise<void>;
  /** Never returns by itself, as a program that shows a box nobody closes. */
  hang(): Promise<never>;
  /** Signs the user out: this program ends, and so does the one that started it. */
  signOut(): never;
  /** The next line of standard input without its end; null when no more can come. Waits for it. */
  readLine(): Promise<string | null>;
  /** Runs another simulated program and waits for it. */
  start(file: string, args: readonly string[]): Promise<ToolOutcome>;
}

export interface ToolOutcome {
  exit: number;
  output: string;
  error: string;
}

/** Code page of what a program writes: that of the console, or UTF-8. */
export type ToolEncoding = 'oem' | 'utf8';

/** One simulated program: returns its exit code; negative ones become 32-bit unsigned. */
export interface Tool {
  encoding: ToolEncoding;
  /**
   * False for what comes with Windows and is gone in a moment: nobody looks for it among the
   * processes, and it isn't written there.
   */
  isNoted?: false;
  run(context: ToolContext): Promise<number>;
}

export type GoneReason =
  | 'cancelled'
  | 'timedOut'
  | 'crashed'
  | 'programGone'
  | 'restarted'
  | 'signedOut';

/** The program ended by force, in the middle of what it did. */
export class ToolGone extends Error {
  readonly reason: GoneReason;

  constructor(reason: GoneReason) {
    super(`The simulated program ended by force: ${reason}`);
    this.name = 'ToolGone';
    this.reason = reason;
  }
}

/** The program couldn't be started; `code` as Node gives it. */
export class ToolNotStarted extends Error {
  readonly code: string;

  constructor(code: string, file: string) {
    super(`spawn ${file} ${code}`);
    this.name = 'ToolNotStarted';
    this.code = code;
  }
}
