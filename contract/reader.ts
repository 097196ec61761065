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
}
