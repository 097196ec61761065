import type { Explanation } from '../../../contract/explanation';
import { text as words } from '../../../contract/text/explanation';
import { readPastedLines } from './lines';
import { readComment, readOtherFile, readOtherLine } from './other-lines';
import { readMachineSetting, readSecureString } from './proxy-cmdlets';
import { readProxyFile } from './proxy-file';
import { type LineReader, plainReading, type Reading } from './reading';
import { type MaskedLine, maskSecrets } from './secrets';
import { readSetUpLine } from './set-up-line';
import { readChangeFolder, readUnpackLine } from './unpack-line';
import { readUsageLine } from './usage-line';

/** The first that knows a line counts. */
const READERS: readonly LineReader[] = [
  readComment,
  readUnpackLine,
  readUsageLine,
  readSetUpLine,
  readChangeFolder,
  readOtherFile,
  readSecureString,
  readMachineSetting,
  readOtherLine,
];

/**
 * Explains pasted command lines and proxy files piece by piece and makes answers of the set-up
 * procedure of them. Takes any text, never throws, and no text of the result holds a password.
 */
export function explain(text: string): Explanation {
  const pasted = readPastedLines(text);
  const lines = maskSecrets(pasted.lines).flatMap(splitCommands);
  const proxyFile = readProxyFile(lines);
  const readings = lines.map((line, at) => proxyFile.get(at) ?? readLine(line));
  const secrets = new Set([
    ...readings.flatMap((reading) => reading.secrets),
    ...lines.flatMap((line) => line.secrets.flatMap(fieldOf)),
  ]);
  const setUpLines = readings.filter(({ line }) => line.kind === 'setUp').length;
  const isAnythingKnown = readings.some(
    ({ line }) => line.kind !== 'unknown' && line.kind !== 'comment',
  );
  const remarks = [
    ...(isAnythingKnown ? [] : [words.remarks.nothingKnown]),
    ...(setUpLines > 1 ? [words.remarks.severalSetUpLines] : []),
    ...(pasted.areJoined ? [words.remarks.joined] : []),
    ...(pasted.isCut ? [words.remarks.cut] : []),
    ...readings.flatMap((reading) => reading.remarks),
    ...(secrets.size > 0 ? [words.remarks.secrets] : []),
  ];
  return {
    lines: readings.map(({ line }) => line),
    corrected: readings.flatMap(({ typed }) => typed),
    answers: answersOf(readings),
    secretsSeen: [...secrets],
    remarks: [...new Set(remarks)],
  };
}

/** Commands with && between them are explained one by one; their secrets are masked already. */
function splitCommands(line: MaskedLine): MaskedLine[] {
  const [first = '', ...rest] = line.text.split(/\s+&&\s+/).filter((part) => part.trim() !== '');
  return [
    { text: first, secrets: line.secrets },
    ...rest.map((part) => ({ text: part, secrets: [] })),
  ];
}

function readLine(line: MaskedLine): Reading {
  for (const reader of READERS) {
    const reading = reader(line);
    if (reading !== null) return reading;
  }
  return plainReading(line, 'unknown', words.unknown);
}

function fieldOf({ name, state }: MaskedLine['secrets'][number]): string[] {
  return name === 'other' || state === 'empty' || state === 'placeholder' ? [] : [name];
}

/** What was read first counts, but a proxy with an address is used whatever else was said. */
function answersOf(readings: readonly Reading[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const reading of readings.toReversed()) Object.assign(answers, reading.answers);
  return answers.proxyAddress === undefined ? answers : { ...answers, proxyMode: 'custom' };
}
