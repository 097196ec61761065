import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { purgeProcedureText as text } from '../../../contract/text/purge-procedure';
import { unregisterCommand } from '../../vendor/unregister-component';
import type { Runbook } from '../runbook';
import { noUndo, step } from '../steps';
import { checkPurgeAnswers, chosenRow, type ListedRow, rowKey, rowsFor } from './answers';
import { purgeConditions } from './conditions';
import { describePurge, NAME } from './questions';

/** Reading takes seconds, removing runs PHP over many tables. */
const READ_SECONDS = 120;
const PURGE_SECONDS = 600;

/** Within these the portal follows. Source: the public article on managing process servers. */
const PORTAL_MINUTES = 15;

function planSteps(row: ListedRow, installFolder: string, address: string): PlanStep[] {
  const { server, heartbeat } = row;
  const command = unregisterCommand(installFolder, address);
  const wanted = { server, heartbeat };
  const gone = (withinSeconds: number): Check => ({
    kind: 'rowAbsent',
    label: text.checks.gone(server, heartbeat),
    program: { ...command, timeoutSeconds: READ_SECONDS },
    row: wanted,
    withinSeconds,
  });
  return [
    step(
      'purge',
      text.steps.purge(server, heartbeat),
      {
        kind: 'chooseRow',
        program: { ...command, timeoutSeconds: PURGE_SECONDS },
        choose: wanted,
      },
      {
        touches: { files: [text.entry(server, heartbeat)] },
        usualSeconds: 30,
        undo: noUndo(text.undo.purge),
        checks: [gone(30)],
        // Killed in the middle, it is not known what came of it: the list is read first.
        skipWhen: [gone(0)],
      },
    ),
  ];
}

function planNotes(row: ListedRow, answers: Answers, facts: ServerFacts): string[] {
  const { notes, conditions } = text;
  const others = rowsFor(answers, facts).filter((other) => rowKey(other) !== rowKey(row));
  return [
    notes.chosen(row.server, row.heartbeat),
    ...(others.length > 0 ? [notes.others(others)] : []),
    conditions.machines.mend,
    notes.portal,
    notes.noBackup,
  ];
}

/** Removes the entry of a dead process server from the list of its configuration server. */
export const purgeRunbook: Runbook = {
  name: NAME,
  needs: ['disconnectedServers'],
  asksWith: ['address', 'list'],
  describe: describePurge,
  checkAnswers: checkPurgeAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: purgeConditions,
  plan(answers, facts): PlanBody {
    const row = chosenRow(answers, facts);
    const { installFolder } = facts.configuration;
    const { address = '' } = answers;
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: true,
      steps: row && installFolder !== null ? planSteps(row, installFolder, address) : [],
      notes: row ? planNotes(row, answers, facts) : [],
      afterwards: [{ text: text.afterwards.portal, minutes: PORTAL_MINUTES }],
    };
  },
};
