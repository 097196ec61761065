import type { Problem } from '../../contract/problem';
import { text as words } from '../../contract/text/set-up';
import { type ProblemWords, text } from '../../contract/text/set-up-codes';
import { unsigned, wordsFor } from './codes/exit-code-table';
import { partOf, type SetUpPart } from './codes/parts';
import { describeSetupExit, endByWindows, unifiedSetupCodes } from './codes/unified-setup';
import { readSetUpLog, type SetUpCommand, type SetUpLog } from './set-up-log';
import { tellingLines } from './set-up-telling-lines';

export interface SetUpFailure {
  problem: Problem;
  /** `exitCode`, and if told `milestone`, `part` (in words) and `partExitCode` (as logged). */
  facts: Record<string, string>;
}

const OTHER_INSTALLER = 1618;
/** Set-up found these by itself, without a program that failed. */
const OWN_FINDINGS = [2, 4, 101, 102, 103, 112, 116, 201, 203];
const NOT_FOUND = /cannot find the (?:file|path)/i;
const NOT_STARTED = /Win32Exception|Exception occured:/;

/** What set-up itself says of an upgrade that it refused; its codes alone do not tell it apart. */
const REFUSED_UPGRADES: readonly { code: number; says: RegExp; words: ProblemWords }[] = [
  { code: 2, says: /but \/Upgrade switch is/, words: text.codes.upgradeNotWhole },
  { code: 203, says: /as the same version of the software/, words: text.codes.upgradeSame },
  { code: 203, says: /as a higher version of the software/, words: text.codes.upgradeHigher },
  { code: 203, says: /is very old/, words: text.codes.upgradeTooOld },
  { code: 1, says: /Pre-requisite check has failed/, words: text.codes.upgradePrerequisite },
];

function refusedUpgrade(code: number, { messages }: SetUpLog): ProblemWords | undefined {
  return REFUSED_UPGRADES.find(
    (one) => one.code === code && messages.some((message) => one.says.test(message.text)),
  )?.words;
}

interface FailedPart {
  command: SetUpCommand;
  /** Null for a program that is on no list. */
  part: SetUpPart | null;
}

function hasFailed({ command, part }: FailedPart): boolean {
  const { exitCode } = command;
  return exitCode === null || !(part?.table.good ?? [0]).includes(exitCode);
}

/** The part that made set-up end with this code: set-up tries some twice, the last try counts. */
function failedPart(code: number, log: SetUpLog): FailedPart | null {
  const last = new Map<string, FailedPart>();
  for (const command of log.commands) {
    const part = partOf(command.program);
    if (part?.endsWith === null) continue;
    last.delete(command.program.toLowerCase());
    last.set(command.program.toLowerCase(), { command, part });
  }
  const failed = [...last.values()].filter(hasFailed);
  const expected = failed.filter(({ part }) => part?.endsWith === code);
  return expected.at(-1) ?? (OWN_FINDINGS.includes(code) ? null : (failed.at(-1) ?? null));
}

function whyNotStarted({ command, part }: FailedPart): ProblemWords | null {
  if (!NOT_STARTED.test(command.output) && !NOT_FOUND.test(command.output)) return null;
  if (command.exitCode !== null && command.exitCode !== -1) return null;
  if (!NOT_FOUND.test(command.output)) return text.partNotStarted(command.program);
  return part?.isInPackage === false
    ? text.installedPartMissing(command.program)
    : text.partMissing(command.program);
}

/** What the failing part's own code means, with the reason it gave, if one is known. */
function partWords(failed: FailedPart): ProblemWords | null {
  const { command, part } = failed;
  const notStarted = whyNotStarted(failed);
  if (notStarted) return notStarted;
  if (command.exitCode === null) return null;
  if (command.exitCode === OTHER_INSTALLER) return text.otherInstaller;
  if (!part) return text.unknownPart(command.program);
  const said = `${command.line}\n${command.output}`;
  const reason = part.table.reasons.find(
    ({ code, says }) => (code === null || code === command.exitCode) && says.test(said),
  );
  const { program, log } = part.table;
  return (
    reason?.words ??
    wordsFor(part.table.codes, command.exitCode) ??
    endByWindows(unsigned(command.exitCode)) ??
    text.unknownPartCode(program, log)
  );
}

function partSentence({ command, part }: FailedPart): string {
  const { program, exitCode, milestone } = command;
  const name = part ? text.parts[part.name] : text.otherPart;
  const where = milestone ? text.at(milestone.words) : '';
  return exitCode === null
    ? text.partUnfinished(where, program, name)
    : text.partEnded(where, program, name, exitCode);
}

const sentences = (parts: readonly (string | undefined)[]) =>
  parts.filter((one) => one !== undefined && one !== '').join(' ');

function explain(code: number, hasLog: boolean, log: SetUpLog, failed: FailedPart | null) {
  const base = describeSetupExit(code);
  if (!failed) {
    const refused = refusedUpgrade(code, log);
    if (refused) return refused;
    if (!hasLog && code === 1) return text.noLog;
    const reached = log.milestone ? text.reached(log.milestone.words) : '';
    const meaning = sentences([base.meaning, hasLog ? reached : text.noLogAdded]);
    return { ...base, meaning };
  }
  const own = partWords(failed);
  const isGeneral = code === 1 || code === 2;
  const fresh =
    failed.part?.name === 'processServer' &&
    log.messages.some((message) => message.text === 'Fresh installation scenario.');
  const meaning = sentences([
    partSentence(failed),
    isGeneral ? undefined : own?.what,
    own?.meaning,
    fresh ? text.freshProcessServer : '',
    isGeneral && own ? '' : base.meaning,
  ]);
  // A set-up that Windows ended has its own way on: its part did not fail by itself.
  const next = own && unifiedSetupCodes[code] ? own.next : base.next;
  const repeats = own ? text.repeats[code] : '';
  // Codes 1 and 2 say little by themselves: what the part says is what happened.
  const what = isGeneral && own ? own.what : base.what;
  return { what, meaning, next: sentences([next, repeats]) };
}

function problemWords(code: number, log: string, read: SetUpLog, failed: FailedPart | null) {
  if (read.quietErrors.length > 0) return words.quietError;
  if ((code === 0 || code === 3010) && log === '') return words.logMissing;
  return explain(code, log.trim() !== '', read, failed);
}

/**
 * Why a run of set-up counts as failed: what its exit code (32 bits, unsigned) and the part that
 * failed mean together, with what to do and the telling lines of the log. `log` is what this run
 * wrote to ASRUnifiedSetup.log; it may be cut off or empty. A log that tells of dropped tokens is a
 * failure whatever the code is.
 */
export function explainSetUpFailure(code: number, log: string): SetUpFailure {
  const read = readSetUpLog(log);
  const failed = failedPart(code, read);
  const milestone = failed?.command.milestone ?? read.milestone;
  const part = failed?.part ? text.parts[failed.part.name] : failed?.command.program;
  const partExitCode = failed?.command.exitCode ?? null;
  const facts = {
    exitCode: String(code),
    ...(milestone ? { milestone: milestone.words } : {}),
    ...(part === undefined ? {} : { part }),
    ...(partExitCode === null ? {} : { partExitCode: String(partExitCode) }),
  };
  const problem = {
    ...problemWords(code, log, read, failed),
    toolWords: tellingLines(read),
    code: String(code),
  };
  return { problem, facts };
}
