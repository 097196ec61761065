import { LONGEST_EXPLAINED } from '../../contract/explanation';
import type { ArgumentReference, ExitCodeReference } from '../../contract/reference';
import { text } from '../../contract/text/psm';
import { explain } from '../vendor/explain/explain';
import { argumentReference } from '../vendor/reference/arguments';
import { exitCodeReference } from '../vendor/reference/exit-codes';
import { createConsole } from './console';
import type { GlobalOptions } from './context';
import { EXIT } from './exit-codes';
import { readAllInput } from './input';
import { readText } from './read-text';
import { showExplanation } from './show-explanation';
import { WrongUse } from './wrong-use';

const words = text.reference;

/** A line with its name in front; nothing when there is nothing to say. */
const named = (name: string, value: string | null) =>
  value === null || value === '' ? [] : [`  ${name} ${value}`];

function argumentLines(argument: ArgumentReference): string[] {
  const { name, use, takesValue, documented, real, byDefault, example, why } = argument;
  return [
    `${name}${takesValue ? words.value : ''} (${words.uses[use]})`,
    ...named(words.documented, documented),
    ...named(words.real, real),
    ...named(words.byDefault, byDefault),
    ...named(words.example, example),
    ...named(words.why, why),
  ];
}

function exitCodeLines(one: ExitCodeReference): string[] {
  const { program, code, what, meaning, next, milestones } = one;
  return [
    `${program} ${code}: ${what}`,
    ...named(words.meaning, meaning),
    ...named(words.next, next),
    ...named(words.milestones, milestones.join(', ')),
  ];
}

async function readPasted(file: string | undefined): Promise<string> {
  if (file === undefined) return readAllInput();
  try {
    return readText(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUse(text.explain.unreadable(file, why));
  }
}

/** `psm explain [FILE]`: a pasted command line or proxy file, explained piece by piece. */
export async function explainPasted(
  file: string | undefined,
  options: GlobalOptions,
): Promise<number> {
  const pasted = await readPasted(file);
  if (pasted.trim() === '') throw new WrongUse(text.explain.nothing);
  if (pasted.length > LONGEST_EXPLAINED) throw new WrongUse(text.explain.tooLong);
  const console = createConsole(options.json ?? false);
  const explanation = explain(pasted);
  showExplanation(console, explanation);
  console.tell({ event: 'explanation', ...explanation });
  return EXIT.done;
}

/** `psm arguments`: every argument of set-up, as documented and as it really is. */
export async function listArguments(options: GlobalOptions): Promise<number> {
  const console = createConsole(options.json ?? false);
  for (const argument of argumentReference) {
    console.say(argumentLines(argument).join('\n'));
    console.tell({ event: 'argument', ...argument });
  }
  return EXIT.done;
}

/** `psm exit-codes`: every exit code of set-up and of the programs that it starts. */
export async function listExitCodes(options: GlobalOptions): Promise<number> {
  const console = createConsole(options.json ?? false);
  for (const one of exitCodeReference) {
    console.say(exitCodeLines(one).join('\n'));
    console.tell({ event: 'exitCode', ...one });
  }
  return EXIT.done;
}
