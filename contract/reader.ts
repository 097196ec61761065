import type { Problem } from './problem';

/** What a vendor tool left behind when it exited. */
export interface ToolOutcome {
  /** 32 bits, unsigned. */
  code: number;
  output: string;
  error: string;
  /** What the tool wrote to its log during this run; empty when it has none. */
  log: string;
}

/** What that means. `restart`: Windows has to be restarted before the result counts. */
export interface ToolJudgement {
  problem: Problem | null;
  facts: Record<string, string>;
  restart: boolean;
}

/** How one vendor tool is read. Pure: made from text and numbers only. */
export interface ToolReader {
  judge(outcome: ToolOutcome): ToolJudgement;
  /** The milestone that a line of the tool's log tells, with how far that is (0 to 1). */
  progress?(logLine: string): { milestone: string; fraction: number } | null;
  /** True when the log was begun by the run that started at `startedAt`. */
  logBelongsTo?(log: string, startedAt: Date): boolean;
  /** Where a log is put away when the tool is started once more, and how its name ends there. */
  putAwayTo?(log: string): { folder: string; nameEnd: string };
}

/** One row of a list that a program prints before it asks which one is meant. */
export interface ListedRow {
  /** What has to be answered to choose it. */
  answer: string;
  /** What it says of itself, as printed; a row is told from others by all of it. */
  facts: Readonly<Record<string, string>>;
}

/** How a program is read that prints a list and asks which row is meant. Pure. */
export interface ListReader {
  /** True when the question stands at the end of what was printed. */
  isAsking(output: string): boolean;
  /** The rows; null when there is no list in it. */
  rows(output: string): ListedRow[] | null;
  /** True when the program ended by itself and said that its list is empty. */
  saysNone(outcome: ToolOutcome): boolean;
  /** Judges what it said after the answer that chose this row. */
  judge(outcome: ToolOutcome, chosen: ListedRow): ToolJudgement;
}

/** Reads one setting out of a configuration file's text; null when it is not set there. */
export type SettingReader = (text: string, setting: string) => string | null;

/**
 * The text of a configuration file with another value of one setting and nothing else changed; null
 * when it is not set there.
 */
export type SettingWriter = (text: string, setting: string, value: string) => string | null;

/** Judges the answer of a shipped script. */
export type ScriptReader = (answer: Readonly<Record<string, unknown>>) => ToolJudgement;

/** Everything the engine needs to understand tools it knows nothing about. */
export interface Readers {
  tools: Readonly<Record<string, ToolReader>>;
  settings: Readonly<Record<string, SettingReader>>;
  /** By the name of the reader of the same form. */
  settingWriters: Readonly<Record<string, SettingWriter>>;
  scripts: Readonly<Record<string, ScriptReader>>;
  lists: Readonly<Record<string, ListReader>>;
}
