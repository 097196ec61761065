import { text } from '../../../contract/text/explanation';
import { codeOf, stripMarks } from './lines';
import { MASK } from './mask-line';
import { isPlaceholder } from './placeholders';
import { type LineReader, plainReading, token } from './reading';
import { splitWords, type Word } from './words';

const words = text.cmdlets;
const VARIABLE = '$proxyPassword';

/** Reads the line that makes a protected password, which fails in the form of the articles. */
export const readSecureString: LineReader = (line) => {
  const code = codeOf(line.text);
  const found = /^(?:(\$\w+)\s*=\s*)?(convertto-securestring\b.*)$/i.exec(code);
  if (found === null) return null;
  const [, variable, cmdlet = ''] = found;
  const isPlain = /\s-asplaintext\b/i.test(cmdlet) && /\s-force\b/i.test(cmdlet);
  const isAutomatic = variable?.toLowerCase() === '$pwd';
  const mended = `ConvertTo-SecureString -String '${MASK}' -AsPlainText -Force`;
  const name = variable === undefined ? '' : `${isAutomatic ? VARIABLE : variable} = `;
  const corrected = isPlain && !isAutomatic ? null : `${name}${isPlain ? cmdlet : mended}`;
  return plainReading(line, 'otherProcedure', words.secureString, {
    tokens: [
      ...(variable === undefined
        ? []
        : [
            isAutomatic
              ? token(variable, 'corrected', words.automatic, VARIABLE)
              : token(variable, 'good', words.variable),
          ]),
      isPlain
        ? token(cmdlet, 'good', words.plainText)
        : token(cmdlet, 'corrected', words.plainTextMissing, mended),
    ],
    corrected,
    typed: [corrected ?? code],
  });
};

/** Reads the line that sets the proxy of the agent. */
export const readMachineSetting: LineReader = (line) => {
  const all = splitWords(stripMarks(line.text));
  if (!/^set-obmachinesetting$/i.test(all[0]?.value ?? '')) return null;
  const tokens = all.map((word, at) => explainWord(word, all[at - 1]));
  const corrected = tokens.some(({ verdict }) => verdict === 'corrected')
    ? tokens.map((one) => one.correction ?? one.text).join(' ')
    : null;
  return plainReading(line, 'otherProcedure', words.machineSetting, {
    tokens,
    corrected,
    typed: [corrected ?? codeOf(line.text)],
  });
};

function explainWord(word: Word, before: Word | undefined) {
  const { source, value, isOddlyTyped } = word;
  if (/^-[A-Za-z]/.test(value)) {
    return isOddlyTyped
      ? token(source, 'corrected', text.names.oddlyTyped, value)
      : token(source, 'good', words.parameter);
  }
  if (before === undefined) return token(source, 'good', words.machineSetting);
  if (value.toLowerCase() === '$pwd') {
    return token(source, 'corrected', words.automatic, VARIABLE);
  }
  if (value.includes(MASK)) return token(source, 'refused', words.passwordPlain);
  if (isPlaceholder(value)) return token(source, 'refused', text.values.placeholder);
  return token(source, 'good', words.value);
}
