import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Finding, Procedure } from '../../../contract/runbook';
import { purgeProcedureText as text } from '../../../contract/text/purge-procedure';
import { makeQuestion } from '../question';
import { type ListedRow, rowKey, rowsFor } from './answers';
import { silentSeconds } from './conditions';
import { roleWords } from './role';

export const NAME = 'purge';

const { questions: words, findings } = text;

function serverFindings(facts: ServerFacts): Finding[] {
  const isRight = facts.configuration.serverType === '3';
  const role = { label: findings.role, value: roleWords(facts), isGood: isRight };
  const listed = facts.details.disconnectedServers;
  if (!isRight || !listed) return [role];
  const file = (label: string, { path, isThere }: { path: string; isThere: boolean }) => ({
    label,
    value: isThere ? path : findings.missing(path),
    isGood: isThere,
  });
  return [role, file(findings.script, listed.script), file(findings.perl, listed.perl)];
}

function listFindings(answers: Answers, facts: ServerFacts): Finding[] {
  const listed = facts.details.disconnectedServers;
  const { length } = rowsFor(answers, facts);
  const asked = listed?.address != null && listed.address === answers.address;
  if (!asked) {
    const isHere = facts.configuration.serverType === '3';
    const value = isHere ? findings.notRead : findings.notHere;
    return [{ label: findings.list, value, isGood: isHere ? null : false }];
  }
  const value =
    length > 0
      ? findings.listed(length)
      : listed.rows === null
        ? listed.trouble
        : findings.none(listed.address ?? '');
  return [{ label: findings.list, value, isGood: length > 0 }];
}

/** When it was last heard of, and how long ago that is. */
function heardOf(row: ListedRow, rows: readonly ListedRow[], facts: ServerFacts): string {
  const seconds = silentSeconds(row, facts);
  const age = seconds === null ? text.neverHeard : text.age(Math.max(0, seconds) / 3600);
  const same = rows.filter((other) => rowKey(other) === rowKey(row)).length;
  return text.choiceHint(row.heartbeat, age) + (same > 1 ? text.sameRows(same) : '');
}

/** The questions of the purge, with the rows that were listed. */
export function describePurge(facts: ServerFacts, answers: Answers): Procedure {
  const rows = rowsFor(answers, facts);
  const distinct = [...new Map(rows.map((row) => [rowKey(row), row])).values()];
  const whenRead = { onlyWhen: { name: 'list', in: ['yes'] } };
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'server',
        title: text.sections.server,
        place: 'questions',
        findings: serverFindings(facts),
      },
      {
        id: 'row',
        title: text.sections.row,
        place: 'questions',
        findings: listFindings(answers, facts),
      },
    ],
    questions: [
      makeQuestion('address', 'server', 'text', words.address),
      makeQuestion('list', 'server', 'toggle', words.list, {
        suggestion: 'no',
        isMomentary: true,
      }),
      makeQuestion('row', 'row', 'choice', words.row, {
        ...whenRead,
        isMomentary: true,
        choices: distinct.map((row) => ({
          value: rowKey(row),
          label: `${row.server}, ${row.heartbeat}`,
          hint: heardOf(row, rows, facts),
        })),
      }),
      makeQuestion('gone', 'row', 'toggle', words.gone, {
        ...whenRead,
        suggestion: 'no',
        isMomentary: true,
      }),
    ],
  };
}
