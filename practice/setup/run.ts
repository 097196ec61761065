import { serverFileName } from '../../contract/server-path';
import type { InstallTarget } from '../products/target';
import type { ToolContext } from '../runner/tool';
import type { SetupMessage } from '../vendor-behaviour/setup-journal';
import type { SetupLog } from './setup-log';

/** One run of set-up while it plays its actions. */
export interface SetupRun {
  context: ToolContext;
  log: SetupLog;
  target: InstallTarget;
  /** The folder the set-up program lies in; null when it was started by name alone. */
  folder: string | null;
  version: string;
  kind: 'fresh' | 'again' | 'upgrade';
  /** Services that came with this run, for the check at the end. */
  services: Set<string>;
  needsRestart: boolean;
  proxyType: 'Custom' | 'Bypass';
}

/** The vendor's program ends with an exception, which is exit code 1. */
export class SetupException extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'SetupException';
    this.type = type;
  }
}

/** The vendor's program ends at once: its log has none of the last lines. */
export class SetupQuit extends Error {
  readonly exit: number;

  constructor(exit: number) {
    super(`set-up quit with ${exit}`);
    this.name = 'SetupQuit';
    this.exit = exit;
  }
}

/** Writes what set-up says, to the console too where it does. */
export async function tell({ log }: SetupRun, messages: readonly SetupMessage[]): Promise<void> {
  for (const { text, console } of messages) await (console ? log.print(text) : log.write(text));
}

/** Windows looks for a program when it is to be started: a missing one is an exception. */
export async function requireProgram(run: SetupRun, program: string): Promise<void> {
  if (!program.includes('\\')) return;
  if (await run.context.systemFiles.stat(program).catch(() => null)) return;
  throw new SetupException(
    'System.ComponentModel.Win32Exception',
    `The system cannot find the file specified (${serverFileName(program)})`,
  );
}
