import { commandLine } from '../../contract/command-line';
import { failure, type Result, success } from '../../contract/problem';
import { joinServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { type Collected, collect, describeEnd } from './collect';
import type { ServerHost } from './ports';
import { createRegistry } from './registry';
import { failureWords } from './tool-failure';

const RUN_ONCE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const NAME = 'ProcessServerManager';

/** What became of the entries, by their places; neither names one that was not there. */
export interface Unregistered {
  removed: string[];
  /** Those that are still there, or of which that can't be told. */
  left: string[];
}

const succeeded = ({ end }: Collected) => end.kind === 'exited' && end.code === 0;

/** How this program is started again. */
export interface Continuing {
  /** The window comes back at the next sign-in, `psm` at start-up under SYSTEM. */
  at: 'signIn' | 'startUp';
  /** Program file, then what comes before its own arguments. */
  program: readonly [string, ...string[]];
}

/**
 * Registers this program to go on after a restart of Windows, and takes the entry away again.
 * RunOnce for the window (its `!` keeps the entry until the command has run), a start-up task for
 * `psm`.
 */
export function createContinuation(host: ServerHost, continuing: Continuing) {
  const run = (tool: string, args: string[]) =>
    collect(host.processes, {
      file: joinServerPath(host.places.system32, tool),
      args,
      cwd: host.places.system32,
      encoding: 'oem',
      timeoutSeconds: 60,
    });
  const registry = createRegistry(host);
  /** What can't be told may still be there. */
  const entryIsLeft = async () => {
    const tree = await registry.read('64', RUN_ONCE).catch(() => null);
    if (tree === null) return true;
    const [values] = tree.values();
    return values?.has(`!${NAME}`.toLowerCase()) ?? false;
  };
  const taskIsLeft = async () => {
    const { end, output } = await run('schtasks.exe', ['/query', '/tn', NAME]);
    if (end.kind !== 'exited') return true;
    return end.code === 0 && output.includes(NAME);
  };
  const [file, ...before] = continuing.program;
  const command = (operationId: string) => commandLine(file, [...before, 'resume', operationId]);
  return {
    async register(operationId: string): Promise<Result<string>> {
      const atSignIn = continuing.at === 'signIn';
      const tool = atSignIn ? 'reg.exe' : 'schtasks.exe';
      const done = atSignIn
        ? await run(tool, [
            'add',
            RUN_ONCE,
            '/v',
            `!${NAME}`,
            '/t',
            'REG_SZ',
            '/d',
            command(operationId),
            '/f',
            '/reg:64',
          ])
        : await run(tool, [
            '/create',
            '/tn',
            NAME,
            '/tr',
            command(operationId),
            '/sc',
            'onstart',
            '/ru',
            'SYSTEM',
            '/rl',
            'HIGHEST',
            '/f',
          ]);
      if (succeeded(done)) {
        return success(atSignIn ? `${RUN_ONCE}\\!${NAME}` : NAME);
      }
      const words = failureWords(done).map((line) => `${tool}: ${line}`);
      return failure({
        ...text.unexpected(words.join(' ')),
        toolWords: words,
        code: describeEnd(done.end),
      });
    },
    /**
     * Takes the entries away. Both kinds are looked for: what the window registered may be taken up
     * by psm. Neither tool says by its exit code whether there was none or it was refused, and their
     * words are in the language of Windows, so what could not be removed is looked for.
     */
    async unregister(): Promise<Unregistered> {
      const entry = await run('reg.exe', [
        ...['delete', RUN_ONCE, '/v', `!${NAME}`, '/f', '/reg:64'],
      ]);
      const task = await run('schtasks.exe', ['/delete', '/tn', NAME, '/f']);
      const places = [
        { where: `${RUN_ONCE}\\!${NAME}`, isGone: succeeded(entry), isLeft: entryIsLeft },
        { where: NAME, isGone: succeeded(task), isLeft: taskIsLeft },
      ];
      const found: Unregistered = { removed: [], left: [] };
      for (const { where, isGone, isLeft } of places) {
        if (isGone) found.removed.push(where);
        else if (await isLeft()) found.left.push(where);
      }
      return found;
    },
  };
}
