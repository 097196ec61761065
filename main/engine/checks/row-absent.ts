import type { ListedRow } from '../../../contract/reader';
import { purgeToolText as words } from '../../../contract/text/purge-tool';
import { type Evaluate, seen, unseen } from './context';

/** The rows that say all of this. */
export const rowsLike = (
  rows: readonly ListedRow[],
  wanted: Readonly<Record<string, string>>,
): ListedRow[] =>
  rows.filter(({ facts }) =>
    Object.entries(wanted).every(([name, value]) => facts[name] === value),
  );

/** The list is read once more; the program is left without an answer. */
export const rowAbsent: Evaluate<'rowAbsent'> = async (check, { server, readers }) => {
  const { file, args, cwd, timeoutSeconds, reader: name } = check.program;
  const reader = readers.lists[name];
  const needed = words.absent(Object.values(check.row).join(', '));
  const evidence = [file.replace(/^.*\\/, ''), ...args.slice(1)].join(' ');
  if (!reader) throw new Error(`No list reader named ${name}.`);
  const ended = await server.holdDialogue(
    { file, args, cwd, timeoutSeconds, encoding: 'oem' },
    { isAsking: (output) => reader.isAsking(output), answer: () => null },
  );
  const { end, wasAsked, output, error } = ended;
  if (wasAsked) {
    const rows = reader.rows(output);
    if (rows === null) return unseen(check, needed, words.unreadable, evidence);
    const { length } = rowsLike(rows, check.row);
    const found = length === 0 ? words.absentFound : words.listedFound(length);
    return seen(check, length === 0, needed, found, evidence);
  }
  if (end.kind !== 'exited') return unseen(check, needed, ended.ending, evidence);
  return reader.saysNone({ code: end.code, output, error, log: '' })
    ? seen(check, true, needed, words.absentFound, evidence)
    : unseen(check, needed, `${words.unreadable} ${ended.ending}`, evidence);
};
