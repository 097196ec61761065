import { type Milestone, milestoneIn } from './set-up-milestones';

/** One message of the log; most are a line, some go on over more lines. */
export interface SetUpMessage {
  /** Seconds since the log was begun; null when the log's first line is not there. */
  seconds: number | null;
  text: string;
}

/** A program that set-up started, with what the log tells of its end. */
export interface SetUpCommand {
  /** File name without its folder, as the log spells it. */
  program: string;
  /** The whole command; one that carries a password is logged by its name alone. */
  line: string;
  /** As the log shows it, signed; null when the log tells of no end. */
  exitCode: number | null;
  /** What the log says from its start up to the next command or part. */
  output: string;
  /** Where the run was when it was started. */
  milestone: Milestone | null;
}

export interface SetUpLog {
  /** ISO date of the first line; null when that is not there. */
  startedAt: string | null;
  /** Up to the line that tells set-up's exit code: what follows is a dump of its own values. */
  messages: readonly SetUpMessage[];
  commands: readonly SetUpCommand[];
  /** The last one that was told; `ending` comes in every ending and does not count. */
  milestone: Milestone | null;
  /** Tokens that set-up dropped, in its own words. */
  quietErrors: readonly string[];
  /** What set-up itself says of its end; null when the log is cut off before. */
  ended: { code: number; name: string } | null;
}

/** Every line of the log but the first begins with a 12-hour clock. */
const CLOCK = /^(0[1-9]|1[0-2]):([0-5]\d):([0-5]\d):/;
const SESSION =
  /^\uFEFF?(\d{4}-\d\d-\d\dT(\d\d):(\d\d):(\d\d)\S*)\t.*Trace Session (Started|Ended)/;
const EXECUTING = /^Executing the following command: ?"?(.*)$/;
const COMMAND_ENDED = /^Exit code returned by command:\s*(-?\d+)/;
const SETUP_ENDED = /^Exit code returned by unified setup:\s*(-?\d+)\s*(?:\((\w*)\))?/;
const QUIET_ERROR = /^Quite mode Error:\s*(.*)/;
const PART = /^Currently: /;

const HALF_DAY = 12 * 3600;
/** Set-up never pauses that long: the clock of the server was set back. */
const SET_BACK = 11 * 3600;

const clockSeconds = (hour = '0', minute = '0', second = '0') =>
  (Number(hour) % 12) * 3600 + Number(minute) * 60 + Number(second);

/** A line of the log without its clock. */
export const withoutClock = (line: string): string => line.replace(CLOCK, '');

/** The first line's ISO date, by which a log is told from the one of an earlier run. */
export function sessionStart(log: string): string | null {
  const found = SESSION.exec(log);
  return found?.[5] === 'Started' ? (found[1] ?? null) : null;
}

function readMessages(log: string): SetUpMessage[] {
  const messages: SetUpMessage[] = [];
  let clock: number | null = null;
  let seconds = 0;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const session = SESSION.exec(line);
    if (session) {
      if (clock === null) clock = clockSeconds(session[2], session[3], session[4]);
      continue;
    }
    const time = CLOCK.exec(line);
    const last = messages.at(-1);
    if (!time) {
      if (last) last.text += `\n${line}`;
      else if (line !== '') messages.push({ seconds: null, text: line });
      continue;
    }
    const now = clockSeconds(time[1], time[2], time[3]);
    if (clock !== null) {
      const passed = (now - clock + HALF_DAY) % HALF_DAY;
      seconds += passed > SET_BACK ? 0 : passed;
      clock = now;
    }
    messages.push({ seconds: clock === null ? null : seconds, text: withoutClock(line) });
  }
  return messages.map(({ seconds, text }) => ({ seconds, text: text.trimEnd() }));
}

function programIn(command: string): string {
  const path = /^.*?\.(?:exe|msi|bat|cmd)(?=["\s]|$)/i.exec(command)?.[0] ?? command;
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1).trim();
}

function readCommands(messages: readonly SetUpMessage[]): SetUpCommand[] {
  const commands: SetUpCommand[] = [];
  let milestone: Milestone | null = null;
  let open: SetUpCommand | null = null;
  for (const { text } of messages) {
    milestone = milestoneIn(text) ?? milestone;
    const line = EXECUTING.exec(text)?.[1];
    const exit = COMMAND_ENDED.exec(text)?.[1];
    if (line !== undefined) {
      open = { program: programIn(line), line, exitCode: null, output: '', milestone };
      commands.push(open);
    } else if (PART.test(text)) open = null;
    else if (open !== null && exit !== undefined && open.exitCode === null) {
      open.exitCode = Number(exit);
    } else if (open !== null) open.output += `${text}\n`;
  }
  return commands;
}

/**
 * Reads ASRUnifiedSetup.log as far as it goes: a log that is cut off, or that is none at all, gives
 * less but never throws. The clock has 12 hours and neither date nor half of the day, so times are
 * counted from the first line.
 * Source: vendor source, SetupFramework/HelperClasses/TraceUtil.cs and CommandExecutor.cs; seen in
 * recorded logs.
 */
export function readSetUpLog(log: string): SetUpLog {
  const all = readMessages(log);
  const end = all.findIndex(({ text }) => SETUP_ENDED.test(text));
  const messages = end < 0 ? all : all.slice(0, end + 1);
  const ended = SETUP_ENDED.exec(messages.at(-1)?.text ?? '');
  const told = messages.flatMap(({ text }) => milestoneIn(text) ?? []);
  return {
    startedAt: sessionStart(log),
    messages,
    commands: readCommands(messages),
    milestone: told.findLast(({ name }) => name !== 'ending') ?? null,
    quietErrors: messages.flatMap(({ text }) => QUIET_ERROR.exec(text)?.[1] ?? []),
    ended: ended ? { code: Number(ended[1]), name: ended[2] ?? '' } : null,
  };
}
