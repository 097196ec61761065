import type { Answers, Procedure } from '../../contract/runbook';
import { text } from '../../contract/text/answers';
import { AnswerFileProblem } from './answer-file-problem';
import { type Entry, readFlatObject } from './flat-object';
import { nearestName } from './nearest-name';
import { refuseSecrets } from './refuse-secrets';

const words = text.problems;
const LARGEST = 1_000_000;
const LONGEST_NAME_SHOWN = 60;

/** Keys beside the answers: where the schema lies, and which procedure is answered. */
export const SCHEMA_KEY = '$schema';
export const PROCEDURE_KEY = 'procedure';

/** `\t` in `"C:\temp"` and its like: what was meant as a path would silently be another. */
const SHORT_ESCAPE = /(?<!\\)(?:\\\\)*\\[bfnrt]/;

function answerOf({ name, value, written, valueAt }: Entry): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'number':
      if (String(value) !== written) throw new AnswerFileProblem(words.number(name), valueAt);
      return written;
    case 'string':
      if (SHORT_ESCAPE.test(written)) throw new AnswerFileProblem(words.backslash(name), valueAt);
      return value;
    default:
      throw new AnswerFileProblem(words.noValue(name), valueAt);
  }
}

function refuseUnknown({ name, nameAt }: Entry, { questions }: Procedure): never {
  const shown = name.slice(0, LONGEST_NAME_SHOWN);
  const nearest = nearestName(
    shown,
    questions.map((question) => question.name),
  );
  const isSecret = questions.some(({ name, kind }) => name === nearest && kind === 'secret');
  const say = isSecret ? words.secretLike : words.unknown;
  throw new AnswerFileProblem(say(shown, nearest ?? PROCEDURE_KEY), nameAt);
}

/** `$schema` and `procedure`; everything else is an answer. */
function isBesideAnswers(entry: Entry, procedure: Procedure): boolean {
  const { name, value, valueAt } = entry;
  if (name !== SCHEMA_KEY && name !== PROCEDURE_KEY) return false;
  if (typeof value !== 'string') throw new AnswerFileProblem(words.notText(name), valueAt);
  if (name === PROCEDURE_KEY && value !== procedure.name) {
    const given = value.slice(0, LONGEST_NAME_SHOWN);
    throw new AnswerFileProblem(words.otherProcedure(given, procedure.name), valueAt);
  }
  return true;
}

/**
 * The answers in an answer file: JSON with comments and trailing commas, `true` as `yes`, numbers as
 * they were written. Throws `AnswerFileProblem` for anything that is none, for a name that no
 * question has or that stands there twice, and for a secret wherever it stands.
 */
export function readAnswers(file: string, procedure: Procedure): Answers {
  if (file.length > LARGEST) throw new AnswerFileProblem(words.tooLarge, null);
  const content = file.replace(/^\uFEFF/, '');
  refuseSecrets(content, procedure);
  const entries = readFlatObject(content);
  const known = new Set(procedure.questions.map(({ name }) => name));
  const lines = new Map<string, number>();
  const answers: Record<string, string> = {};
  for (const entry of entries) {
    const { name, nameAt } = entry;
    const first = lines.get(name);
    if (first !== undefined) throw new AnswerFileProblem(words.twice(name, first), nameAt);
    if (!isBesideAnswers(entry, procedure)) {
      if (!known.has(name)) refuseUnknown(entry, procedure);
      answers[name] = answerOf(entry);
    }
    lines.set(name, nameAt.line);
  }
  return answers;
}
