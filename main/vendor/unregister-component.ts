import type { ListedRow, ListReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { purgeToolText as text } from '../../contract/text/purge-tool';

/** Where the dependencies lay Perl, whatever the drive. Source: vendor source, cx_thirdparty_setup.iss. */
export const PERL_PATH = 'C:\\strawberry\\perl\\bin\\perl.exe';

/** The folder of the script; `installFolder` without `\\home\\svsystems`. */
export const scriptFolder = (installFolder: ServerPath): ServerPath =>
  joinServerPath(installFolder, 'home', 'svsystems', 'bin');

export const scriptPath = (installFolder: ServerPath): ServerPath =>
  joinServerPath(scriptFolder(installFolder), 'Unregister-ASRComponent.pl');

/**
 * Code that Perl runs before the script. Perl holds back what it prints into a pipe until it ends,
 * so the question would never appear: `$|=1` lets all out at once. And an input that ends, as when
 * this program is killed at the question, must not be taken for an answer: the script ends there
 * with exit code 9. `-M` runs the script itself, unlike `-e` with `do`, so that it finds its own
 * name and folder. Nothing in it needs a quote. Source: perlrun, "extra code after the module name";
 * perltie. Tried with Perl 5 on Linux.
 */
export const PERL_PREAMBLE =
  '-Mvars;$|=1;package PsmInput;sub TIEHANDLE{open(my $in,q(<&=0))or die;bless $in}' +
  'sub READLINE{my $line=readline $_[0];defined $line?$line:exit 9}' +
  'package main;tie *STDIN,q(PsmInput)';

/** What the preamble ends with when the input ended before an answer came. */
export const UNANSWERED = 9;

/** The command that lists the process servers of an address and removes the one that is chosen. */
export const unregisterCommand = (installFolder: ServerPath, address: string) => ({
  file: PERL_PATH,
  args: [PERL_PREAMBLE, scriptPath(installFolder), '-IPAddress', address, '-Component', 'PS'],
  cwd: scriptFolder(installFolder),
  reader: 'unregisterComponent',
});

/** Source: the public article on managing process servers, in its Dutch and Spanish wording too. */
const QUESTION = /choose one of the above servers[^\r\n]*\s*$/i;
const HEADER = /^.*\bS\.?\s*No\b.*\bHeartbeat\b.*$/im;
const TIME = /\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?/;
/** Lines and bars that only draw the table. */
const plain = (line: string) => line.replace(/[|+]/g, '  ').trim();

function rowOf(line: string): ListedRow | null {
  const numbered = /^(\d{1,6})[.)]?\s+(\S.*)$/.exec(plain(line));
  const [, answer, rest] = numbered ?? [];
  if (answer === undefined || rest === undefined) return null;
  const time = TIME.exec(rest);
  if (time && time.index > 0) {
    const heartbeat = rest.slice(time.index).trim();
    return { answer, facts: { server: rest.slice(0, time.index).trim(), heartbeat } };
  }
  const columns = rest.split(/\s{2,}|\t/).map((part) => part.trim());
  const heartbeat = columns.pop() ?? '';
  const server = columns.join(' ').trim();
  return server === '' ? null : { answer, facts: { server, heartbeat } };
}

function rows(output: string): ListedRow[] | null {
  const header = HEADER.exec(output);
  if (!header) return null;
  return output
    .slice(header.index + header[0].length)
    .split(/\r?\n/)
    .flatMap((line) => rowOf(line) ?? []);
}

/** When a heartbeat was, as this server's own clock has it; null when it is no point in time. */
export function heartbeatTime(heartbeat: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(heartbeat);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? '0'));
  // 0000-00-00 and the beginning of time stand for "never".
  if (year < 2000) return null;
  return new Date(year, month - 1, day, hour, minute, second);
}

/**
 * How long a process server is silent before its entry counts as dead, in seconds. It reports every
 * few minutes, and the portal shows it as disconnected after 15 minutes.
 * Source: the public article on monitoring the process server.
 */
export const RECENT_SECONDS = 3600;
/** Silent for less than this is not certainly dead for good: a night's power cut, a patch day. */
export const SURE_SECONDS = 86_400;

/** It stands on the line of the question: what is answered through a pipe shows no line end. */
const SUCCESS = /Successfully unregistered\s+(.+?)\s*$/m;
const NONE = /\bno\b.*\bserver|not found|does not exist/i;
/** "No connection to the server" is no empty list. */
const TROUBLE =
  /sql|database|\bDB[DI]\b|\bconnect(?:ion)?\b|denied|refused|error|fail|\.p[lm]\b|@INC/i;

const words = (output: string, error: string) =>
  `${output}\n${error}`.split(/\r?\n/).filter((line) => line.trim() !== '');

/**
 * Unregister-ASRComponent.pl. Its source is not public: columns, question and words of success are
 * those of the public article; the rest is read with care, and nothing counts without the list.
 */
export const unregisterComponentReader: ListReader = {
  isAsking: (output) => QUESTION.test(output),
  rows,
  saysNone({ code, output, error }) {
    const listed = rows(output);
    if (code !== 0 || (listed !== null && listed.length > 0)) return false;
    const said = `${output}\n${error}`;
    // A table with nothing in it says so as well as words do.
    return !TROUBLE.test(said) && (listed !== null || NONE.test(said));
  },
  judge({ code, output, error }, { facts }) {
    const said = SUCCESS.exec(output)?.[1] ?? null;
    if (code === 0 && said !== null) {
      return { problem: null, facts: { unregistered: said, ...facts }, restart: false };
    }
    return {
      problem: { ...text.failed, toolWords: words(output, error), code: String(code) },
      facts: {},
      restart: false,
    };
  },
};
