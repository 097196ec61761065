import type { Answers, Procedure, Proposal } from '../../contract/runbook';
import { text } from '../../contract/text/psm';
import { orThrow } from '../application/problem-error';
import { findRunbook, runbookNames } from '../runbooks/catalogue';
import type { Runbook } from '../runbooks/runbook';
import type { Console } from './console';
import type { GlobalOptions, Opened } from './context';
import { EXIT } from './exit-codes';
import { fillIn, readAnswerFile, readSecretFiles, readSecretInput } from './input';
import { showConditions } from './show';
import { WrongUse } from './wrong-use';

export interface ProcedureOptions extends GlobalOptions {
  answers?: string;
  secret?: string[];
  yes?: boolean;
  approve?: string;
}

/** The procedure of that name; throws `WrongUse` when there is none. */
export function namedRunbook(name: string): Runbook {
  const runbook = findRunbook(name);
  if (!runbook) throw new WrongUse(text.unknownProcedure(name, runbookNames.join(', ')));
  return runbook;
}

/** A procedure as these answers make it, and the answers in the file that the options name. */
export async function readGiven(
  { application }: Pick<Opened, 'application'>,
  name: string,
  { answers: file }: Pick<ProcedureOptions, 'answers'>,
): Promise<{ procedure: Procedure; given: Answers }> {
  namedRunbook(name);
  const { procedures } = application;
  const unanswered = orThrow(await procedures.describe(name, {}));
  if (file === undefined) return { procedure: unanswered, given: {} };
  const given = readAnswerFile(file, unanswered);
  return { procedure: orThrow(await procedures.describe(name, given)), given };
}

/** Those of the given secrets that neither this procedure nor what prepares it asks for. */
export function notAskedFor(
  { name, preparedBy }: Pick<Procedure, 'name' | 'preparedBy'>,
  answers: Answers,
  given: readonly string[],
): string[] {
  const asked = [name, ...(preparedBy === null ? [] : [preparedBy])].flatMap(
    (one) => findRunbook(one)?.secrets(answers) ?? [],
  );
  return given.filter((secret) => !asked.some((one) => one.name === secret));
}

/** All answers, with what was detected where none was given, and the secrets that they need. */
export async function readInput(
  opened: Opened,
  name: string,
  options: ProcedureOptions,
): Promise<{ procedure: Procedure; answers: Answers }> {
  const runbook = namedRunbook(name);
  const { secrets } = opened.application;
  const { procedure, given } = await readGiven(opened, name, options);
  const { answers, filled } = fillIn(given, procedure);
  for (const line of filled) opened.console.say(line);
  for (const [secret, value] of readSecretFiles(options.secret ?? [])) secrets.enter(secret, value);
  const needed = runbook.secrets(answers).filter((question) => secrets.get(question.name) === null);
  if (needed.length > 0) {
    for (const [secret, value] of await readSecretInput()) secrets.enter(secret, value);
  }
  for (const secret of notAskedFor(procedure, answers, Object.keys(secrets.all()))) {
    opened.console.note(text.secretNotUsed(secret));
  }
  return { procedure, answers };
}

/** Prints conditions and wrong answers and returns the exit code that they mean. */
export function tellProposal(console: Console, proposal: Proposal, procedure: Procedure): number {
  showConditions(console, proposal, procedure);
  console.tell({ event: 'proposal', ...proposal });
  if (proposal.problems.length > 0) return EXIT.wrongUse;
  return proposal.plan === null ? EXIT.forbidden : EXIT.done;
}
