import { createScanner } from 'jsonc-parser';
import type { Procedure } from '../../contract/runbook';
import { text } from '../../contract/text/answers';
import { AnswerFileProblem, type Place } from './answer-file-problem';

// The library's own names for these exist only as const enums, which modules can't import.
const STRING = 10;
const COLON = 6;
const END = 17;

/**
 * Throws `AnswerFileProblem` when a secret's name stands before a colon anywhere in the text, at
 * any depth and in text that is broken otherwise: what follows may be the secret itself.
 */
export function refuseSecrets(content: string, { questions }: Procedure): void {
  const secrets = new Map(
    questions
      .filter(({ kind }) => kind === 'secret')
      .map(({ name }) => [name.toLowerCase(), name] as const),
  );
  const scanner = createScanner(content, true);
  let last: { name: string; at: Place } | null = null;
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === COLON && last !== null) {
      throw new AnswerFileProblem(text.problems.secret(last.name), last.at);
    }
    const name = token === STRING ? secrets.get(scanner.getTokenValue().toLowerCase()) : undefined;
    const line = scanner.getTokenStartLine() + 1;
    const column = scanner.getTokenStartCharacter() + 1;
    last = name === undefined ? null : { name, at: { line, column } };
  }
}
