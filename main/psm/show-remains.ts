import type { Remains } from '../../contract/remains';
import { text } from '../../contract/text/psm';
import type { Console } from './console';

const words = text.remains;

/** Prints what is there, what is missing and the ways on, with the commands to type. */
export function showRemains(console: Console, { there, missing, waysOn }: Remains): void {
  console.say(there.length === 0 ? words.nothingThere : words.there);
  for (const one of there) console.say(`  ${one}`);
  if (missing.length > 0) console.say(words.missing);
  for (const one of missing) console.say(`  ${one}`);
  if (waysOn.length > 0) console.say(words.waysOn);
  for (const { title, meaning, commands } of waysOn) {
    console.say(`  ${title}: ${meaning}`);
    for (const command of commands) console.say(`    ${command}`);
  }
}
