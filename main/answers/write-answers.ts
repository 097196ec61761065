import type { Answers, Procedure, Question } from '../../contract/runbook';
import { text } from '../../contract/text/answers';
import { schemaFileName } from './answer-schema';
import { askedQuestions } from './asked-questions';
import { PROCEDURE_KEY, SCHEMA_KEY } from './read-answers';

const WIDTH = 100;
const INDENT = '  ';
const MARK = `${INDENT}// `;

/** A comment of as many lines as it takes; line ends in the words count as blanks. */
function comment(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined || MARK.length + longer.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `${MARK}${line}`);
}

const isSwitch = ({ kind }: Question) => kind === 'toggle' || kind === 'terms';

/** The answer as JSON that reads back as the same answer. */
function valueFor(question: Question, answer: string): string {
  if (isSwitch(question) && answer === 'yes') return 'true';
  if (isSwitch(question) && answer === 'no') return 'false';
  if (question.kind === 'number' && /^(0|[1-9]\d{0,8})$/.test(answer)) return answer;
  // A short escape such as \t is refused in an answer file, because it usually is half a path.
  return JSON.stringify(answer).replace(/\\(\\|[bfnrt])/g, (whole, sign: string) => {
    const code = { b: '0008', f: '000c', n: '000a', r: '000d', t: '0009' }[sign];
    return code === undefined ? whole : `\\u${code}`;
  });
}

/** What stands behind `//` for an answer not given; terms are accepted in so many words only. */
function openValue(question: Question): string {
  if (question.kind === 'terms') return 'false';
  if (question.suggestion !== null) return valueFor(question, question.suggestion);
  return question.kind === 'toggle' ? 'false' : '""';
}

function answerLine(question: Question, answer: string | undefined): string {
  const name = JSON.stringify(question.name);
  return answer === undefined
    ? `${MARK}${name}: ${openValue(question)},`
    : `${INDENT}${name}: ${valueFor(question, answer)},`;
}

function questionLines(question: Question, answers: Answers): string[] {
  const { name, label, hint, kind, choices } = question;
  const about = [...comment(label), ...comment(hint)];
  if (kind === 'secret') return [...about, ...comment(text.secret(name))];
  const offers = choices.flatMap((choice) =>
    comment(
      kind === 'choice'
        ? text.choice(choice.value, choice.label, choice.hint)
        : text.offered(choice.value),
    ),
  );
  return [...about, ...offers, answerLine(question, answers[name])];
}

/**
 * The answers as a file for people: JSON with comments, in the order of the questions. The same
 * answers give the same text, and reading it gives the answers back. Questions that are not asked
 * with these answers are left out, and so are secrets.
 */
export function writeAnswers(procedure: Procedure, answers: Answers): string {
  const asked = askedQuestions(procedure, answers);
  const groups = [...procedure.sections, { id: null, title: '' }].map(({ id, title }) => {
    const isHere = ({ section }: Question) =>
      id === null ? !procedure.sections.some((one) => one.id === section) : section === id;
    return { title, questions: asked.filter(isHere) };
  });
  const blocks = groups
    .filter(({ questions }) => questions.length > 0)
    .map(({ title, questions }) => [
      '',
      ...comment(title === '' ? '' : text.section(title)),
      ...questions.flatMap((question) => ['', ...questionLines(question, answers)]),
    ]);
  const lines = [
    '{',
    `${INDENT}"${SCHEMA_KEY}": ${JSON.stringify(`./${schemaFileName(procedure)}`)},`,
    `${INDENT}"${PROCEDURE_KEY}": ${JSON.stringify(procedure.name)},`,
    '',
    ...text.howToRead.flatMap(comment),
    ...blocks.flat(),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
