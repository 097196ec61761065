import type { ArgumentReference, ExitCodeReference } from '../../../../contract/reference';
import { argumentUseWords } from '../../text/reference';

/** The arguments whose text holds every word of the filter, without regard to case. */
export function filterArguments(all: readonly ArgumentReference[], filter: string) {
  const words = wordsOf(filter);
  return all.filter((item) => {
    const { name, documented, real, byDefault, example, why, use } = item;
    const texts = [name, documented, real, byDefault ?? '', example, why, argumentUseWords[use]];
    return holdsAll(texts.join('\n'), words);
  });
}

/**
 * The exit codes that fit every word of the filter. A number means the code, from its beginning:
 * codes stand in many texts, and who types one wants that one.
 */
export function filterExitCodes(all: readonly ExitCodeReference[], filter: string) {
  const words = wordsOf(filter);
  const numbers = words.filter(isNumber);
  const others = words.filter((word) => !isNumber(word));
  return all.filter(({ program, code, what, meaning, next, milestones }) => {
    const texts = [program, what, meaning, next, ...milestones];
    return (
      numbers.every((number) => String(code).startsWith(number)) &&
      holdsAll(texts.join('\n'), others)
    );
  });
}

const wordsOf = (filter: string) => filter.toLowerCase().split(/\s+/).filter(Boolean);
const isNumber = (word: string) => /^-?\d+$/.test(word);

function holdsAll(text: string, words: readonly string[]): boolean {
  const searched = text.toLowerCase();
  return words.every((word) => searched.includes(word));
}
