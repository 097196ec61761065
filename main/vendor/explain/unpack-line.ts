import { commandLine } from '../../../contract/command-line';
import type { ExplainedToken } from '../../../contract/explanation';
import { text } from '../../../contract/text/explanation';
import { codeOf, stripMarks } from './lines';
import { explainProgram, findProgram, isInTemp, OWN_FOLDER } from './program';
import { type LineReader, plainReading, token } from './reading';
import { splitWords, type Word } from './words';

const PACKAGE = /(?:^|[\\/])microsoftazuresiterecoveryunifiedsetup[^\\/]*\.exe$/i;
const words = text.unpack;

/** Reads the line that unpacks the set-up file. */
export const readUnpackLine: LineReader = (line) => {
  const found = findProgram(splitWords(stripMarks(line.text)), PACKAGE);
  if (found === null) return null;
  const program = explainProgram(found, words.program, null);
  const options = readOptions(found.rest);
  const tokens = [...program.tokens, ...options.tokens];
  const isGood =
    tokens.every(({ verdict }) => verdict === 'good') && options.folder !== null && options.isQuiet;
  const corrected = isGood
    ? null
    : commandLine(program.file, ['/q', `/x:${options.folder ?? OWN_FOLDER}`]);
  const isWhole = /^[A-Za-z]:\\/.test(program.file);
  return plainReading(line, 'unpack', words.meaning, {
    tokens,
    corrected,
    answers: isWhole ? { setupFile: program.file } : {},
    remarks: [
      ...(options.isQuiet ? [] : [words.notQuiet]),
      ...(options.isInTemp ? [words.temp] : []),
    ],
    typed: [corrected ?? codeOf(line.text)],
  });
};

/** Source: the self-extractor takes the folder after `/x:`; runs showed that set-up empties C:\Temp. */
function readOptions(rest: readonly Word[]) {
  const tokens: ExplainedToken[] = [];
  let folder: string | null = null;
  let isQuiet = false;
  let wasInTemp = false;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    if (word === undefined) break;
    const target = /^[/-]x(:?)(.*)$/i.exec(word.value);
    if (/^[/-]q(?:uiet)?$/i.test(word.value)) {
      isQuiet = true;
      tokens.push(oddOr(word, words.quiet, '/q'));
    } else if (target === null) {
      tokens.push(token(word.source, 'refused', words.otherOption));
    } else {
      const next = rest[at + 1];
      const isApart = target[2] === '' && next !== undefined && !/^[/-]/.test(next.value);
      const given = (isApart ? next.value : (target[2] ?? '')).replace(/(?<!:)\\+$/, '');
      if (isApart) at += 1;
      const source = isApart ? `${word.source} ${next.source}` : word.source;
      const isUsable = /^[A-Za-z]:\\[^%]+$/.test(given) && !isInTemp(given);
      wasInTemp ||= isInTemp(given);
      folder = isUsable ? given : OWN_FOLDER;
      const flaws = [
        target[1] === ':' && !isApart ? null : words.colon,
        isInTemp(given) ? words.inTemp : isUsable ? null : words.folder,
        word.isOddlyTyped ? text.names.oddlyTyped : null,
      ].filter((flaw) => flaw !== null);
      const option = `/x:${folder}`;
      tokens.push(
        flaws.length === 0
          ? token(source, 'good', words.target)
          : token(source, 'corrected', [words.target, ...flaws].join(' '), option),
      );
    }
  }
  return { tokens, folder, isQuiet, isInTemp: wasInTemp };
}

const oddOr = (word: Word, meaning: string, correction: string) =>
  word.isOddlyTyped
    ? token(word.source, 'corrected', `${meaning} ${text.names.oddlyTyped}`, correction)
    : token(word.source, 'good', meaning);

/** Reads a change of folder. */
export const readChangeFolder: LineReader = (line) => {
  const code = codeOf(line.text);
  const found = /^(cd|chdir|pushd|set-location|sl)((?:\s+\/d)?)\s+(\S.*)$/i.exec(code);
  if (found === null) return null;
  const [, command = '', , target = ''] = found;
  const folder = target.replace(/^"|"$/g, '');
  const isTrap = isInTemp(folder);
  const corrected = isTrap
    ? `${/^cd|^chdir/i.test(command) ? 'cd /d' : command} ${OWN_FOLDER}`
    : null;
  const meaning = isTrap ? text.changeFolder.temp : text.changeFolder.meaning;
  return plainReading(line, 'changeFolder', meaning, {
    tokens: [token(target, isTrap ? 'corrected' : 'good', meaning, isTrap ? OWN_FOLDER : null)],
    corrected,
    remarks: isTrap ? [text.unpack.temp] : [],
    typed: [corrected ?? code],
  });
};
