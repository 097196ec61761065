import { serverFileName } from '../../contract/server-path';
import type { Tool } from '../runner/tool';
import type { PerlContext } from './perl/context';
import { unregisterComponent } from './perl/unregister-component';

const scripts: Readonly<Record<string, (context: PerlContext) => Promise<number>>> = {
  'unregister-asrcomponent.pl': unregisterComponent,
};

/** Perl's own end for an error that nobody caught. */
const died = 255;

/**
 * perl.exe of the vendor's Strawberry Perl. As real Perl does, it holds back what goes to a pipe
 * until it ends, unless code before the script switches that off; an end by force loses it.
 */
export const perl: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const options = context.args.filter((argument) => /^-[A-Za-z]/.test(argument));
    const first = context.args.findIndex((argument) => !argument.startsWith('-'));
    const file = context.args[first] ?? '';
    const before = options.slice(0, Math.max(first, 0)).join(';');
    if ((await context.files.stat(file).catch(() => null)) === null) {
      context.error(`Can't open perl script "${file}": No such file or directory\r\n`);
      return 2;
    }
    const script = scripts[serverFileName(file).toLowerCase()];
    if (!script) return 0;
    const isFlushed = /\$\|\s*(?:=\s*1|\+\+)|autoflush\(1\)/.test(before);
    const guard = /defined \$line\?\$line:exit (\d+)\}.*tie \*STDIN/.exec(before)?.[1];
    let held = '';
    const print = (text: string) => {
      if (isFlushed) context.output(text);
      else held += text;
    };
    class Unanswered extends Error {}
    const readLine = async () => {
      const line = await context.readLine();
      if (line === null && guard !== undefined) throw new Unanswered();
      return line;
    };
    const args = context.args.slice(first + 1);
    let code: number;
    try {
      code = await script({ ...context, args, print, readLine });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      code = Number(guard ?? died);
    }
    if (held !== '') context.output(held);
    return code;
  },
};
