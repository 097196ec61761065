import { commandLine } from '../../../contract/command-line';
import { text } from '../../../contract/text/explanation';
import { argumentReference } from '../reference/arguments';
import { codeOf, stripMarks } from './lines';
import { explainProgram, findProgram } from './program';
import { type LineReader, plainReading, type Reading } from './reading';
import { type ArgumentsRead, isArgument, readArguments } from './set-up-arguments';
import { splitWords } from './words';

const PROGRAM = /(?:^|[\\/])unifiedsetup(?:\.exe)?$/i;
const FILE_NAME = 'UNIFIEDSETUP.EXE';
/** Source: vendor source, WrapperSetup/Program.cs: mandatory for a process server. */
const MANDATORY = ['ServerMode', 'InstallLocation', 'EnvType', 'CSIP', 'PassphraseFilePath'];
const words = text.setUp;

/** Reads a line that starts set-up, or one with arguments of set-up only. */
export const readSetUpLine: LineReader = (line) => {
  const all = splitWords(stripMarks(line.text));
  const found = findProgram(all, PROGRAM);
  const first = all[0];
  if (found === null && (first === undefined || !isArgument(first))) return null;
  const given = found?.rest ?? all;
  if (given.length > 0 && !given.some(({ value }) => /^[/-]/.test(value))) return null;

  const program = found === null ? null : explainProgram(found, words.program, FILE_NAME);
  const read = readArguments(given);
  const tokens = [...(program?.tokens ?? []), ...read.tokens];
  const secrets = read.named.has('PassphraseFilePath') ? ['passphrase'] : [];
  if (read.wantsConfigurationServer) {
    return plainReading(line, 'setUp', words.configurationServer, { tokens });
  }
  if (!MANDATORY.some((name) => read.named.has(name))) {
    const meaning = given.length === 0 ? words.window : words.noInstallation;
    return plainReading(line, 'setUp', meaning, { tokens, answers: read.answers });
  }

  const missing = MANDATORY.filter((name) => !read.named.has(name));
  const lacksTerms = !read.named.has('AcceptThirdpartyEULA');
  const isGood =
    tokens.every(({ verdict }) => verdict === 'good') && missing.length === 0 && !lacksTerms;
  const corrected = isGood ? null : correctedLine(program?.file ?? FILE_NAME, read);
  const remarks = [
    ...(missing.length === 0 ? [] : [words.missing(missing.join(', '))]),
    ...(lacksTerms ? [words.termsMissing] : [words.terms]),
    ...(found === null ? [words.programMissing] : []),
  ];
  const reading: Partial<Reading> = { answers: read.answers, secrets, remarks };
  return plainReading(line, 'setUp', isGood ? words.good : words.meaning, {
    ...reading,
    tokens,
    corrected,
    typed: [corrected ?? codeOf(line.text)],
  });
};

/** The line in the order and form in which this program passes arguments on. */
function correctedLine(file: string, read: ArgumentsRead): string {
  const args = argumentReference
    .filter(({ use }) => use !== 'never')
    .flatMap(({ name, takesValue }) => {
      const isNeeded = MANDATORY.includes(name) || name === 'AcceptThirdpartyEULA';
      const value = read.used.get(name) ?? (isNeeded ? toEnter(name) : undefined);
      if (value === undefined) return [];
      return takesValue ? [`/${name}`, value] : [`/${name}`];
    });
  return commandLine(file, args);
}

function toEnter(name: string): string {
  const placeholders: Readonly<Record<string, string>> = { ...words.toEnter, ServerMode: 'PS' };
  return placeholders[name] ?? '';
}
