import type { Secret } from '../../contract/secret';
import type { ServerPath } from '../../contract/server-path';

export type OutputEncoding = 'utf8' | 'utf16le' | 'oem' | 'bytes';

/** One start of one program. `args` reach the program exactly as given; there is no shell. */
export interface ProcessSpec {
  file: ServerPath;
  args: readonly string[];
  cwd: ServerPath;
  /** Added to a small fixed environment; the own environment of this program is not inherited. */
  env?: Readonly<Record<string, string>>;
  stdin?: string | Secret;
  /** Its standard input is held open for the one answer of `RunningProcess.answer`. */
  asks?: true;
  encoding: OutputEncoding;
  timeoutSeconds: number;
  signal?: AbortSignal;
  /** The tool has to outlive this program: where the step host keeps its files. */
  survives?: { folder: string; endpoint: string };
  /**
   * The program shows a window to a person, who was told to enter these; null for a secret. Only a
   * practice server, which plays that person too, reads them.
   */
  window?: readonly WindowValue[];
}

/** One field of a window that a person fills in. */
export interface WindowValue {
  label: string;
  value: string | null;
}

export interface OutputChunk {
  stream: 'output' | 'error';
  text: string;
}

/** How a process ended. Exit codes are the whole 32 bits, unsigned, as Windows has them. */
export type ProcessEnd =
  | { kind: 'exited'; code: number }
  | { kind: 'killed'; signal: string }
  | { kind: 'timedOut'; seconds: number }
  | { kind: 'cancelled' }
  /** The program could not be started: ENOENT, EACCES and the like, with the system's words. */
  | { kind: 'notStarted'; code: string; message: string }
  /** The step host and its tool are gone and left no exit code. */
  | { kind: 'lost' };

export interface RunningProcess {
  /** Output as it comes; ends when the process does. Read it once. */
  output: AsyncIterable<OutputChunk>;
  ended: Promise<ProcessEnd>;
  /** Resolves when the process id is known, null when it never started. */
  identity: Promise<{ pid: number | null; startedAt: string | null }>;
  /** Writes one answer to its standard input and closes that; there only when the start `asks`. */
  answer?(text: string): void;
}

/** Starts a program that lives and dies with this one. */
export interface ToolRunner {
  run(spec: ProcessSpec): RunningProcess;
}

/** The one way any program is started. */
export interface ProcessRunner extends ToolRunner {
  /** Takes over a tool that a step host still runs, or reads how it ended. */
  adopt(survives: { folder: string; endpoint: string }): RunningProcess;
  /**
   * Whether a tool that was left under a step host still runs, has ended and left its exit code, or
   * is gone. One that was only just ordered is waited for.
   */
  leftTool(survives: { folder: string; endpoint: string }): Promise<'running' | 'ended' | 'gone'>;
}

/** Files of the server. Every path is a server path; errors carry Node's codes (ENOENT, EBUSY …). */
export interface ServerFiles {
  read(path: ServerPath): Promise<Uint8Array>;
  /** Written to a neighbour, flushed, then renamed over `path`: whole or not at all. */
  write(path: ServerPath, content: Uint8Array): Promise<void>;
  copy(from: ServerPath, to: ServerPath, signal?: AbortSignal): Promise<void>;
  /** Gives a file of the same drive another name, over one that has it; waits while that is in use. */
  move(from: ServerPath, to: ServerPath): Promise<void>;
  remove(path: ServerPath): Promise<void>;
  /**
   * Removes a file, or a folder with all in it; nothing happens when it isn't there. A link is
   * removed itself, what it leads to stays.
   */
  removeTree(path: ServerPath): Promise<void>;
  /** Removes what a write of `path` left beside it when a crash came before its end. */
  removeUnfinished(path: ServerPath): Promise<void>;
  /** Only an empty folder is removed; false when something lies in it. */
  removeEmptyFolder(path: ServerPath): Promise<boolean>;
  makeFolder(path: ServerPath): Promise<void>;
  list(path: ServerPath): Promise<string[]>;
  stat(path: ServerPath): Promise<{ isFolder: boolean; size: number; modified: string } | null>;
  /** SHA-256 of the content, lower-case hex. */
  sha256(path: ServerPath, signal?: AbortSignal): Promise<string>;
}

/** A certificate as a server sent it. */
export interface SentCertificate {
  /** Written as Windows does: `CN=Scout, OU=InMage, …, S=Washington, C=US`. */
  subject: string;
  issuer: string;
  /** SHA-1, lower-case hex. */
  thumbprint: string;
  validFrom: string;
  validUntil: string;
  /** Host names and addresses it is made for besides its subject. */
  names: readonly string[];
}

/** Nobody listens, nothing came back in time, or what else went wrong, in words. */
export interface Unreached {
  kind: 'refused' | 'timedOut' | 'failed';
  message: string;
}

export type TcpProbe = { kind: 'open' } | Unreached;

export type HttpsProbe =
  | {
      kind: 'answered';
      status: number;
      /** The chain as it was sent, the server's own first. */
      certificates: readonly SentCertificate[];
      /** Node's codes for what is wrong with it for that host, CERT_HAS_EXPIRED and the like. */
      doubts: readonly string[];
    }
  | Unreached;

export interface ServerNetwork {
  /**
   * `GET /asrps-probe` over TLS 1.2, as the data port wants it (only a whole request is answered; a
   * bare handshake looks like a broken upload in its log). No certificate is refused: the data port
   * and the configuration server sign theirs themselves.
   */
  probeHttps(host: string, port: number, timeoutSeconds: number): Promise<HttpsProbe>;
  /** Whether a port takes a connection; it is closed at once, with nothing said. */
  probeTcp(host: string, port: number, timeoutSeconds: number): Promise<TcpProbe>;
}

export interface ServerClock {
  now(): Date;
  /** Waits; on a practice server simulated seconds pass faster than real ones. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}

/** Folders and names every server has; read once, with nothing taken from PATH. */
export interface ServerPlaces {
  system32: ServerPath;
  windows: ServerPath;
  programData: ServerPath;
  programFiles: ServerPath;
  downloads: readonly ServerPath[];
  powershell: ServerPath;
  /** The user's own temporary folder on the server, where registry exports pass through. */
  temp: ServerPath;
  /** Our protected folder on the server: packages and work files. */
  ownFolder: ServerPath;
  /** The folder with the shipped scripts. */
  scripts: ServerPath;
  user: string;
}

/** The server as this program sees it: real or practice, through the same ports. */
export interface ServerHost {
  kind: 'real' | 'practice';
  processes: ProcessRunner;
  files: ServerFiles;
  network: ServerNetwork;
  clock: ServerClock;
  places: ServerPlaces;
}

/** Where journal, lock and history live: per machine for a real server, per user for practice. */
export interface StateStore {
  /** Appends one line and flushes it to the disk before it returns. */
  append(operationId: string, line: string): void;
  /** All whole lines; a last line that a crash cut short is left out. */
  lines(operationId: string): string[];
  operations(): string[];
  /** Local folder for the step host's files of one attempt of a step. */
  stepFolder(operationId: string, stepId: string, attempt: number): string;
  /** Name of the endpoint that a step host of this server holds for that attempt. */
  stepEndpoint(operationId: string, stepId: string, attempt: number): string;
  /** Takes the one lock of this server; else tells who holds it. */
  lock(
    holder: LockHolder,
  ): Promise<
    { taken: true; release(): Promise<void> } | { taken: false; holder: LockHolder | null }
  >;
  /** True while some program holds the lock. */
  isLocked(): Promise<boolean>;
  /** Writes a finished document (a report) and returns its local path. */
  writeDocument(operationId: string, name: string, content: string): string;
}

export interface LockHolder {
  operation: string;
  user: string;
  pid: number;
  program: string;
  since: string;
}
