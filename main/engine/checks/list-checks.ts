import { z } from 'zod';
import { text } from '../../../contract/text/engine';
import { type Evaluate, seen, unseen } from './context';

const words = text.checkWords;
const listSchema = z.array(z.string());

/** Whether entries are in a list that a shipped script tells; a hidden list proves nothing. */
export const scriptLists: Evaluate<'scriptLists'> = async (check, { server }) => {
  const answer = await server.scripts.run(
    check.script,
    check.input,
    z.record(z.string(), z.unknown()),
    120,
  );
  const evidence = `${check.script}.ps1`;
  const state = check.present ? words.allListed : words.noneListed;
  const needed = `${state}: ${check.entries.join(', ')}`;
  if (!answer.ok) {
    const why = [answer.problem.what, ...answer.problem.toolWords].join(' ');
    return unseen(check, needed, why, evidence);
  }
  const list = listSchema.safeParse(answer.value[check.list]);
  if (!list.success || answer.value[check.hiddenBy] === true) {
    return unseen(check, needed, words.hiddenList, evidence);
  }
  const listed = new Set(list.data.map((entry) => entry.toLowerCase()));
  const wrong = check.entries.filter((entry) => listed.has(entry.toLowerCase()) !== check.present);
  const names = wrong.join(', ');
  const bad = check.present ? words.notListed(names) : words.stillListed(names);
  return seen(check, wrong.length === 0, needed, wrong.length === 0 ? needed : bad, evidence);
};
