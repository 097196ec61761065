import type { ExplainedLine, ExplainedToken, Explanation } from '../../contract/explanation';
import { text } from '../../contract/text/psm';
import type { Console } from './console';

const words = text.explain;

function tokenLine({ text: token, verdict, meaning, correction }: ExplainedToken): string {
  const better = correction === null ? '' : ` -> ${correction}`;
  return `    ${words.marks[verdict]} ${token}${better}: ${meaning}`;
}

function showLine(console: Console, line: ExplainedLine): void {
  console.say(line.text);
  console.say(`  ${line.meaning}`);
  for (const token of line.tokens) console.say(tokenLine(token));
  if (line.corrected !== null) console.say(`  ${words.instead} ${line.corrected}`);
}

/** Prints pasted text line by line, what to type instead, and what can be made of it. */
export function showExplanation(console: Console, explanation: Explanation): void {
  const { lines, corrected, answers, secretsSeen, remarks } = explanation;
  console.say(words.legend);
  for (const line of lines) {
    console.say('');
    showLine(console, line);
  }
  const part = (title: string, found: readonly string[]) => {
    if (found.length === 0) return;
    console.say('');
    console.say(title);
    for (const one of found) console.say(`  ${one}`);
  };
  part(words.corrected, corrected);
  part(
    words.answers,
    Object.entries(answers).map(([name, value]) => `${name}: ${value}`),
  );
  part(words.secrets, secretsSeen);
  part(words.remarks, remarks);
}
