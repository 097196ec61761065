import type { ExplainedToken } from '../../../contract/explanation';
import type { ArgumentReference } from '../../../contract/reference';
import { text } from '../../../contract/text/explanation';
import { findArgument, UNKNOWN_TO_SETUP } from '../reference/arguments';
import { token } from './reading';
import { judgeValue } from './set-up-values';
import type { Word } from './words';

/** What the arguments of a set-up line come to. */
export interface ArgumentsRead {
  readonly tokens: readonly ExplainedToken[];
  /** What we use: the value by name, an empty one for a switch. */
  readonly used: ReadonlyMap<string, string>;
  /** Names of all known arguments that stood there. */
  readonly named: ReadonlySet<string>;
  readonly answers: Readonly<Record<string, string>>;
  /** A configuration server was asked for. */
  readonly wantsConfigurationServer: boolean;
}

const SWITCH_ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SkipSpaceCheck: { spaceCheck: 'yes' },
  SkipPrereqsCheck: { skipPrerequisites: 'yes' },
  SkipTLSCheck: { skipTls: 'yes' },
  SkipRegistration: { register: 'no' },
  BypassProxy: { proxyMode: 'direct' },
};

const names = text.names;
const beginsLikeName = (word: Word | undefined) => word === undefined || /^[/-]/.test(word.value);

/**
 * Reads the arguments one by one. Where the real parser would stop (unknown, twice, without a
 * value), everything behind is lost to it; what was meant is still read and that is said.
 * Source: vendor source, WrapperSetup/CommandlineParameters.cs, and runs of it.
 */
export function readArguments(words: readonly Word[]): ArgumentsRead {
  const tokens: ExplainedToken[] = [];
  const used = new Map<string, string>();
  const named = new Set<string>();
  const answers: Record<string, string> = {};
  let wantsConfigurationServer = false;
  let stoppedAt: string | null = null;

  const add = (one: ExplainedToken) => {
    tokens.push(stoppedAt === null ? one : lostToSetup(one, stoppedAt));
  };
  const stop = (word: Word) => {
    stoppedAt ??= shortened(word.source);
  };

  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const next = words[at + 1];
    const { argument, joined } = readName(word.value);
    if (argument === null || UNKNOWN_TO_SETUP.includes(argument.name)) {
      const isName = beginsLikeName(word);
      const meaning = isName ? names.unknown : names.stray;
      add(token(word.source, 'refused', argument?.why ? `${meaning} ${argument.why}` : meaning));
      Object.assign(answers, SWITCH_ANSWERS[argument?.name ?? '']);
      stop(word);
      if (isName && argument?.takesValue !== false && !joined && !beginsLikeName(next)) {
        add(token(next?.source ?? '', 'refused', names.valueOfUnknown));
        at += 1;
      }
      continue;
    }

    const isTwice = named.has(argument.name);
    named.add(argument.name);
    const value = argument.takesValue ? (joined ?? nextValue(next)) : '';
    const hasOwnValue = argument.takesValue && joined === null && value !== null;
    if (isTwice || value === null) {
      add(token(word.source, 'refused', isTwice ? names.twice : names.valueMissing));
      stop(word);
      if (hasOwnValue) add(token(next?.source ?? '', 'refused', names.valueOfSecond));
      if (hasOwnValue) at += 1;
      continue;
    }

    const judged = argument.takesValue ? judgeValue(argument.name, value) : null;
    if (argument.name === 'ServerMode' && /^cs$/i.test(value)) wantsConfigurationServer = true;
    const isUsed = argument.use !== 'never' && judged?.used !== null;
    if (isUsed) used.set(argument.name, judged?.used ?? '');
    if (isUsed) Object.assign(answers, judged?.answers ?? SWITCH_ANSWERS[argument.name]);

    if (joined !== null) {
      const whole = `/${argument.name}${judged?.used ? ` ${judged.used}` : ''}`;
      const meaning = [names.joined, judged?.meaning ?? ''].join(' ').trim();
      add(token(word.source, isUsed ? 'corrected' : 'refused', meaning, isUsed ? whole : null));
      stop(word);
      continue;
    }
    add(nameToken(word, argument));
    if (word.isOddlyTyped) stop(word);
    if (judged === null || next === undefined) continue;
    add(valueToken(next, judged));
    if (next.received !== null || (next.isOddlyTyped && /\s/.test(next.value))) stop(next);
    at += 1;
  }
  if (used.has('ProxySettingsFilePath')) answers.proxyMode = 'custom';
  return { tokens, used, named, answers, wantsConfigurationServer };
}

const shortened = (source: string, most = 60) =>
  source.length > most ? `${source.slice(0, most)}\u2026` : source;

/** True for a word that names an argument of set-up. */
export const isArgument = (word: Word): boolean => readName(word.value).argument !== null;

function readName(value: string): { argument: ArgumentReference | null; joined: string | null } {
  const body = /^[/-](.*)$/s.exec(value)?.[1];
  if (body === undefined) return { argument: null, joined: null };
  const whole = findArgument(body);
  if (whole !== null) return { argument: whole, joined: null };
  const [, name = '', joined = ''] = /^([A-Za-z?]+)\s*[:=](.*)$/s.exec(body) ?? [];
  const argument = findArgument(name);
  return { argument, joined: argument === null ? null : joined.replace(/^"|"$/g, '') };
}

/** Set-up takes no value that begins like a name. */
const nextValue = (next: Word | undefined): string | null =>
  next === undefined || beginsLikeName(next) ? null : next.value;

function nameToken(word: Word, argument: ArgumentReference): ExplainedToken {
  const meaning = argument.name === 'AcceptThirdpartyEULA' ? names.terms : argument.real;
  const said = [meaning, argument.why].filter((part) => part !== '').join(' ');
  if (argument.use === 'never') {
    const verdict = argument.name === 'SourceConfigFilePath' ? 'ignored' : 'refused';
    return token(word.source, verdict, said);
  }
  return word.isOddlyTyped
    ? token(word.source, 'corrected', `${names.oddlyTyped} ${said}`, `/${argument.name}`)
    : token(word.source, 'good', said);
}

function valueToken(word: Word, judged: ReturnType<typeof judgeValue>): ExplainedToken {
  const received = word.received === null ? null : names.received(shortened(word.received, 200));
  const odd = word.isOddlyTyped ? names.oddlyTyped : null;
  const meaning = [judged.meaning, received, odd].filter((part) => part !== null).join(' ');
  const isChanged = judged.verdict === 'good' && (received !== null || odd !== null);
  const verdict = isChanged ? 'corrected' : judged.verdict;
  return token(word.source, verdict, meaning, verdict === 'corrected' ? judged.used : null);
}

function lostToSetup(one: ExplainedToken, stoppedAt: string): ExplainedToken {
  const meaning = `${one.meaning} ${names.lost(stoppedAt)}`;
  return one.verdict === 'good'
    ? { ...one, verdict: 'corrected', meaning, correction: one.text }
    : { ...one, meaning };
}
