import { commandLine } from '../../contract/command-line';
import { failure, type Result, success } from '../../contract/problem';
import { joinServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { collect, describeEnd } from './collect';
import type { ServerHost } from './ports';
import { failureWords } from './tool-failure';

const RUN_ONCE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const NAME = 'ProcessServerManager';

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
      if (done.end.kind === 'exited' && done.end.code === 0) {
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
     * The places entries were taken from, empty when there were none. Both kinds are looked for:
     * what the window registered may be taken up by psm.
     */
    async unregister(): Promise<string> {
      const entry = await run('reg.exe', [
        ...['delete', RUN_ONCE, '/v', `!${NAME}`, '/f', '/reg:64'],
      ]);
      const task = await run('schtasks.exe', ['/delete', '/tn', NAME, '/f']);
      const isGone = ({ end }: typeof entry) => end.kind === 'exited' && end.code === 0;
      return [isGone(entry) ? `${RUN_ONCE}\\!${NAME}` : '', isGone(task) ? NAME : '']
        .filter((place) => place !== '')
        .join(', ');
    },
  };
}
