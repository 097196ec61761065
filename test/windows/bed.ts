import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { createInterface } from 'node:readline';
import { collect } from '../../main/host/collect';
import { findOwnPlaces } from '../../main/host/own-places';
import type { OutputEncoding, ProcessSpec } from '../../main/host/ports';
import { createServer } from '../../main/host/server';
import { stepHostProgram } from '../../main/host/step-host-program';
import { createWindowsServer } from '../../main/host/windows-server';
import { NotHere } from './harness';

const own = findOwnPlaces(import.meta.dirname);

/** A folder of this run; each case makes its own below it. */
const bed = win32.join(own.psm, '..', '..');
const work = win32.join(bed, 'work');

/** psm's bundle, and the node.exe that runs it. */
export const psm = { node: own.node, script: win32.join(own.psm, 'psm.js') };
/** What was prepared outside Wine. */
export const bedFile = win32.join(bed, 'bed.json');
export const exampleFile = (name: string) => win32.join(bed, 'examples', name);

/** The very host the program has on a Windows server. */
export const host = createWindowsServer(own.scripts, stepHostProgram(own, { kind: 'real' }));
export const server = createServer(host);

export function workFolder(name: string): string {
  const folder = win32.join(work, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One of the compiled programs of the bed. */
export const programFile = (name: string) => win32.join(bed, 'programs', `${name}.exe`);

/** How one of the compiled programs is started. */
export function programSpec(
  name: string,
  args: readonly string[],
  rest: Partial<ProcessSpec> = {},
): ProcessSpec {
  return {
    file: programFile(name),
    args,
    cwd: host.places.system32,
    encoding: 'utf8',
    timeoutSeconds: 30,
    ...rest,
  };
}

/** Runs one of Windows' own tools to its end. */
export const runSystemTool = (
  name: string,
  args: readonly string[],
  encoding: OutputEncoding = 'oem',
) =>
  collect(host.processes, {
    file: win32.join(host.places.system32, name),
    args,
    cwd: host.places.system32,
    encoding,
    timeoutSeconds: 30,
  });

export interface Helper {
  pid: number;
  /** The first line it printed. */
  said: string;
  /** Ends it as a crash or the Task Manager would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a second node.exe in one of the roles of `role.ts` and waits for its first line. */
export async function startHelper(role: string, ...args: readonly string[]): Promise<Helper> {
  const script = win32.join(own.psm, 'role.js');
  const child: ChildProcess = spawn(own.node, [script, role, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    windowsHide: true,
  });
  const { pid, stdout } = child;
  if (pid === undefined || stdout === null) throw new Error('The second node.exe did not start.');
  const gone = once(child, 'exit');
  const lines = createInterface({ input: stdout });
  const said = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    gone.then(([code]) => `ended with ${code}`),
  ]);
  return {
    pid,
    said,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Ends the case as not run where a second holder of a named pipe would not be refused. */
export async function needsExclusivePipes(): Promise<void> {
  const { output } = await collect(host.processes, programSpec('pipes', []));
  if (output.trim() !== 'kept') throw new NotHere('it ignores FILE_FLAG_FIRST_PIPE_INSTANCE');
}

/** Asks again and again until the answer is yes; false after `seconds`. */
export async function becomesTrue(
  ask: () => boolean | Promise<boolean>,
  seconds = 10,
): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
