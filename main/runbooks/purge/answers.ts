import type { ListedServers } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { purgeProcedureText as text } from '../../../contract/text/purge-procedure';
import { csAddressProblem, type FieldProblem } from '../fields';

const { wrong } = text;

export type ListedRow = NonNullable<ListedServers['rows']>[number];

/** The value that stands for a row as an answer: all that it says, so that it stays true or is gone. */
export const rowKey = ({ server, heartbeat }: ListedRow): string => `${server} @ ${heartbeat}`;

/** The rows that were read for the address that is answered. */
export function rowsFor({ address = '', list }: Answers, { details }: ServerFacts): ListedRow[] {
  const listed = details.disconnectedServers;
  return list === 'yes' && listed?.address === address ? (listed.rows ?? []) : [];
}

/** The one row that is meant; null when there is not exactly one. */
export function chosenRow(answers: Answers, facts: ServerFacts): ListedRow | null {
  const meant = rowsFor(answers, facts).filter((row) => rowKey(row) === answers.row);
  const [only] = meant;
  return meant.length === 1 && only !== undefined ? only : null;
}

function addressProblem(address: string, { addresses }: ServerFacts): FieldProblem {
  const isOwn = addresses.some((own) => own.address === address);
  return csAddressProblem(address) ?? (isOwn ? wrong.ownAddress : null);
}

export function checkPurgeAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const problem = (name: string, message: FieldProblem) =>
    message === null ? [] : [{ name, message }];
  const first = [
    ...problem('address', addressProblem(answers.address ?? '', facts)),
    ...problem('list', answers.list === 'yes' ? null : wrong.readFirst),
  ];
  if (first.length > 0) return first;
  const rows = rowsFor(answers, facts);
  // What keeps the list from being read is told by the conditions.
  if (rows.length === 0) return [];
  const meant = rows.filter((row) => rowKey(row) === answers.row).length;
  return [
    ...problem('row', meant === 1 ? null : meant === 0 ? wrong.chooseRow : wrong.several),
    ...problem('gone', answers.gone === 'yes' ? null : wrong.confirm),
  ];
}
