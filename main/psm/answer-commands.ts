import type { TestResult } from '../../contract/runbook';
import { text } from '../../contract/text/psm';
import { answerSchema, schemaFileName, writeAnswers } from '../answers/answer-file';
import { orThrow } from '../application/problem-error';
import type { Console } from './console';
import { openFor, openForFile } from './context';
import { EXIT } from './exit-codes';
import { fillIn } from './input';
import { namedRunbook, type ProcedureOptions, readGiven, readInput } from './procedure-input';
import { WrongUse } from './wrong-use';

/** `psm answers NAME`: the answer file, with what was detected where nothing was given. */
export async function answers(name: string, options: ProcedureOptions): Promise<number> {
  namedRunbook(name);
  const opened = await openForFile(options);
  const { procedure, given } = await readGiven(opened, name, options);
  const { answers } = fillIn(given, procedure);
  const file = writeAnswers(procedure, answers);
  opened.console.say(file.trimEnd());
  opened.console.note(text.schemaFrom(schemaFileName(procedure), name));
  opened.console.tell({ event: 'answers', procedure: name, answers, file });
  return EXIT.done;
}

/** `psm schema NAME`: the JSON Schema of the answer file. */
export async function schema(name: string, options: ProcedureOptions): Promise<number> {
  namedRunbook(name);
  const opened = await openForFile(options);
  const { procedure } = await readGiven(opened, name, {});
  const schema = answerSchema(procedure);
  opened.console.say(JSON.stringify(schema, null, 2));
  opened.console.tell({ event: 'schema', procedure: name, schema });
  return EXIT.done;
}

function showTest(console: Console, { verdict, did, saw, next, context }: TestResult): void {
  const words = [did, saw, context ?? '', next].filter((line) => line !== '');
  console.say(text.tests[verdict]);
  for (const line of words) console.say(`  ${line}`);
}

/** `psm test NAME QUESTION`: tries an answer. Nothing on the server is changed by it. */
export async function tryAnswer(
  name: string,
  asked: string,
  options: ProcedureOptions,
): Promise<number> {
  namedRunbook(name);
  const opened = await openFor(options);
  const { procedure, answers } = await readInput(opened, name, options);
  const testable = procedure.questions.filter(({ test }) => test !== null);
  if (!testable.some((one) => one.name === asked)) {
    throw new WrongUse(text.notTestable(asked, testable.map((one) => one.name).join(', ')));
  }
  const result = orThrow(await opened.application.procedures.test(name, asked, answers));
  showTest(opened.console, result);
  opened.console.tell({ event: 'test', question: asked, ...result });
  return result.verdict === 'passed' ? EXIT.done : EXIT.stepFailed;
}
