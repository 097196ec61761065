import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/psm';

/** Where psm prints: words for people, or with `--json` one JSON object a line. */
export interface Console {
  json: boolean;
  /** Words for people; nothing with `--json`. */
  say(line: string): void;
  /** A JSON line with `--json`; nothing for people. */
  tell(event: Readonly<Record<string, unknown>>): void;
  problem(problem: Problem): void;
}

export function createConsole(json: boolean, clean: (text: string) => string): Console {
  const write = (stream: NodeJS.WriteStream, line: string) => stream.write(`${clean(line)}\n`);
  return {
    json,
    say: (line) => {
      if (!json) write(process.stdout, line);
    },
    tell: (event) => {
      if (json) write(process.stdout, JSON.stringify(event));
    },
    problem: (problem) => {
      if (json) {
        write(process.stdout, JSON.stringify({ event: 'problem', ...problem }));
        return;
      }
      const lines = [problem.what, problem.meaning, problem.next];
      const words = problem.toolWords.map((line) => `  ${line}`);
      const code = problem.code === null ? [] : [`  ${text.code(problem.code)}`];
      write(process.stderr, [...lines, ...words, ...code].join('\n'));
    },
  };
}
