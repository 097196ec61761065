import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/psm';

/** Where psm prints: words for people, or with `--json` one JSON object a line. */
export interface Console {
  json: boolean;
  /** Words for people; nothing with `--json`. */
  say(line: string): void;
  /** Words for people beside what is printed, so that a redirected output stays what it is. */
  note(line: string): void;
  /** A JSON line with `--json`; nothing for people. */
  tell(event: Readonly<Record<string, unknown>>): void;
  problem(problem: Problem): void;
}

/** Secrets are masked where text comes from tools; what is printed here holds none. */
export function createConsole(json: boolean): Console {
  const write = (stream: NodeJS.WriteStream, line: string) => stream.write(`${line}\n`);
  return {
    json,
    say: (line) => {
      if (!json) write(process.stdout, line);
    },
    note: (line) => {
      if (!json) write(process.stderr, line);
    },
    tell: (event) => {
      if (json) write(process.stdout, JSON.stringify(event));
    },
    problem: (problem) => {
      if (json) {
        write(process.stdout, JSON.stringify({ event: 'problem', ...problem }));
        return;
      }
      const lines = [problem.what, problem.meaning, problem.next].filter((line) => line !== '');
      const words = problem.toolWords.map((line) => `  ${line}`);
      const code = problem.code === null ? [] : [`  ${text.code(problem.code)}`];
      write(process.stderr, [...lines, ...words, ...code].join('\n'));
    },
  };
}
