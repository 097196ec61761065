import { differencesOf } from '../../../contract/registry-differences';
import { text } from '../../../contract/text/engine';
import { type Evaluate, seen } from './context';

const words = text.checkWords;

/** Compares every key and value with the export that was kept. */
export const registryAsKept: Evaluate<'registryAsKept'> = async (check, { server }) => {
  const { view, key, keptAs, exact } = check;
  const now = await server.registry.read(view, key);
  if (keptAs === null) {
    const found = now.size === 0 ? words.absent : words.there;
    return seen(check, now.size === 0, words.absent, found, key);
  }
  const { changed, added } = differencesOf(await server.registry.readKept(view, keptAs), now);
  const wrong = [...changed, ...(exact ? added : [])];
  const found = wrong.length === 0 ? words.sameContent : words.otherContent;
  const named = wrong.map((entry) =>
    entry.name === null ? entry.key : `${entry.key}: ${entry.name}`,
  );
  return seen(check, wrong.length === 0, words.sameContent, found, [key, ...named].join('; '));
};
