import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Precondition } from '../../../contract/runbook';
import { purgeProcedureText } from '../../../contract/text/purge-procedure';
import { RECENT_SECONDS, SURE_SECONDS } from '../../vendor/unregister-component';
import { blocksUnless, condition, generalConditions } from '../conditions';
import { chosenRow, type ListedRow, rowsFor } from './answers';
import { roleWords } from './role';

const { conditions: text, findings } = purgeProcedureText;

/** Seconds since it was last heard of; null when that is no time. */
export function silentSeconds({ heardAt }: ListedRow, facts: ServerFacts): number | null {
  const readAt = facts.details.disconnectedServers?.readAt;
  if (heardAt === null || readAt === undefined) return null;
  return (Date.parse(readAt) - Date.parse(heardAt)) / 1000;
}

function silent(row: ListedRow, facts: ServerFacts): Precondition {
  const seconds = silentSeconds(row, facts);
  const { lives, unreadable } = text.silent;
  if (seconds === null) return condition('silent', text.silent, 'warns', unreadable(row.heartbeat));
  const verdict = seconds < RECENT_SECONDS ? 'blocks' : seconds < SURE_SECONDS ? 'warns' : 'passed';
  return condition('silent', text.silent, verdict, lives(row.heartbeat));
}

function listWasRead(answers: Answers, facts: ServerFacts): Precondition {
  const listed = facts.details.disconnectedServers;
  const rows = rowsFor(answers, facts);
  const said = listed?.toolWords.slice(0, 3).join(' ') ?? '';
  const found =
    rows.length > 0
      ? findings.listed(rows.length)
      : listed?.rows
        ? findings.none(listed.address ?? '')
        : [listed?.trouble || findings.notRead, said].join(' ').trim();
  return condition('list', text.list, blocksUnless(rows.length > 0), found);
}

/** What has to hold before an entry is removed. */
export function purgeConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const isRight = facts.configuration.serverType === '3';
  const role = condition('role', text.role, blocksUnless(isRight), roleWords(facts));
  const first = [...generalConditions(facts), role];
  const listed = facts.details.disconnectedServers;
  if (!isRight || !listed) return first;
  const file = (id: 'script' | 'perl') =>
    condition(
      id,
      text[id],
      blocksUnless(listed[id].isThere),
      listed[id].isThere ? listed[id].path : findings.missing(listed[id].path),
    );
  const mySql = facts.services.find(({ name }) => name.toLowerCase() === 'mysql');
  const runs = mySql?.state === 'running';
  const { database, machines } = text;
  const row = chosenRow(answers, facts);
  return [
    ...first,
    file('script'),
    file('perl'),
    condition('database', database, blocksUnless(runs), runs ? database.needed : database.stopped),
    listWasRead(answers, facts),
    ...(row ? [silent(row, facts), condition('machines', machines, 'warns', machines.found)] : []),
  ];
}
