/** What stands for a secret in every text of an explanation. */
export const MASK = '\u2022\u2022\u2022\u2022';

export interface MaskedPart {
  readonly name: 'proxyPassword' | 'passphrase' | 'other';
  /** As it stood there, with its quotes. Never to leave this folder. */
  readonly value: string;
}
interface Masked {
  readonly text: string;
  readonly parts: readonly MaskedPart[];
}
/** Index at which the secret ends that begins with this text. */
type End = (rest: string) => number;

const QUOTE = /["'\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb]/;
const DASH = '(?:[/\\u2010-\\u2015\\u2212-]|\\u00e2\\u20ac.)';
const SECRET_NAME = '(?:pass ?word|pass ?phrase|passwd|pwd)';
const SECRET_ARGUMENT = new RegExp(
  `(?<=^|[\\s("'])${DASH}+\\w*${SECRET_NAME}(?:\\s*[:=]\\s*|\\s+)`,
  'i',
);
/** A line of a settings file, or a variable that is given its value. */
const SECRET_KEY = new RegExp(
  `(?<![\\w/$\\u2010-\\u2015-])\\$?(?:(?:proxy|root|user)\\s+)?\\w*${SECRET_NAME}["'\\s]*[=:](?!\\\\)[ \\t]*`,
  'i',
);
const SHORT_W = new RegExp(`(?<=\\s)${DASH}w[\\s:=]*`, 'i');
const SHORT_P_OR_K = new RegExp(`(?<=\\s)${DASH}[pk](?=[\\s:=])[\\s:=]*`, 'i');
/** SetMarsProxy takes address, port, user and password in this order. */
const BEHIND_PROXY_USER = /SetMarsProxy(?:\.exe)?["']?(?:\s+(?:"[^"]*"|[^\s"]+)){3}\s+/i;
const USER_IN_ADDRESS = /:\/\/[^\s"'/@:]*:(?=\S*@)/;
/** Where the path of the passphrase file belongs, some write the passphrase itself. */
const NOT_A_PATH = new RegExp(
  `${DASH}PassphraseFilePath[\\s:=]+(?=\\S)(?!["'\\u201c]?(?:[/<%-]|[A-Za-z]:|[^\\s"']*(?:\\\\|\\.\\w{1,5}(?:["'\\u201d\\s]|$))))`,
  'i',
);
const USUAL_VARIABLES = /^\$(?:pwd|spwd|password|pass|securepassword|pw)$/i;

const toEndOfLine: End = (rest) => rest.trimEnd().length;

const toLastAt: End = (rest) => /^\S*(?=@)/.exec(rest)?.[0].length ?? 0;

/** A quoted value reaches to the last quote: rather too much is hidden than too little. */
const argumentEnd: End = (rest) => {
  if (QUOTE.test(rest.charAt(0))) {
    const last = [...rest].findLastIndex((sign) => QUOTE.test(sign));
    return last <= 0 ? toEndOfLine(rest) : [...rest].slice(0, last + 1).join('').length;
  }
  const next = new RegExp(`\\s${DASH}[A-Za-z?]`).exec(rest);
  return next === null ? toEndOfLine(rest) : rest.slice(0, next.index).trimEnd().length;
};

/** Masks every password and passphrase that the line holds in one of the forms known to us. */
export function maskLine(line: string, variables: ReadonlySet<string>): Masked {
  const isVariable = (value: string) =>
    /^\$\w+$/.test(value) && (USUAL_VARIABLES.test(value) || variables.has(value.slice(1)));
  const isKept = (value: string) =>
    isVariable(value) || /^\(?(?:ConvertTo-SecureString|Read-Host|Get-Credential)\b/i.test(value);

  const parts: MaskedPart[] = [];
  let text = maskSecureString(line, isVariable, parts);
  const hide = (head: RegExp, name: (key: string) => MaskedPart['name'], end: End) => {
    text = hideAfter(text, head, end, (key, value) => {
      const isInSettingsFile = /^\w/.test(key);
      if ((!isInSettingsFile && isKept(value.trim())) || /^\s*["'\u201c]?\u2022{4}/.test(value))
        return false;
      parts.push({ name: name(key), value });
      return true;
    });
  };

  const always = (name: MaskedPart['name']) => () => name;
  hide(SECRET_ARGUMENT, nameOf, argumentEnd);
  if (/csgetfingerprint/i.test(text)) hide(SHORT_W, always('passphrase'), argumentEnd);
  if (/genpassphrase/i.test(text)) hide(SHORT_P_OR_K, always('passphrase'), argumentEnd);
  hide(SECRET_KEY, nameOf, toEndOfLine);
  hide(BEHIND_PROXY_USER, always('proxyPassword'), toEndOfLine);
  hide(USER_IN_ADDRESS, always('proxyPassword'), toLastAt);
  hide(NOT_A_PATH, always('passphrase'), argumentEnd);
  return { text, parts };
}

const nameOf = (key: string): MaskedPart['name'] => {
  if (/pass ?phrase/i.test(key)) return 'passphrase';
  return /proxy/i.test(key) ? 'proxyPassword' : 'other';
};

/** Puts the mask over what follows each place that `head` finds, where `take` agrees. */
function hideAfter(
  text: string,
  head: RegExp,
  end: End,
  take: (key: string, value: string) => boolean,
): string {
  let done = '';
  let rest = text;
  for (let found = head.exec(rest); found !== null; found = head.exec(rest)) {
    const start = found.index + found[0].length;
    const length = end(rest.slice(start));
    const value = rest.slice(start, start + length);
    done += rest.slice(0, start) + (take(found[0], value) ? masked(value) : value);
    rest = rest.slice(start + length);
  }
  return done + rest;
}

/** Quotes around a value stay: they tell whether it was written as it has to be. */
function masked(value: string): string {
  const inner = value.trim();
  if (inner.length < 2 || !QUOTE.test(inner.charAt(0)) || !QUOTE.test(inner.slice(-1))) {
    return inner === '' ? value : MASK;
  }
  return inner.length === 2 ? value : `${inner.charAt(0)}${MASK}${inner.slice(-1)}`;
}

/** ConvertTo-SecureString takes the password after -String, in the first place or from a pipe. */
function maskSecureString(
  line: string,
  isVariable: (value: string) => boolean,
  parts: MaskedPart[],
): string {
  const found = /ConvertTo-SecureString/i.exec(line);
  if (found === null) return line;
  let head = line.slice(0, found.index);
  const pipe = head.lastIndexOf('|');
  if (pipe >= 0) {
    const start = head.indexOf('=') + 1;
    const piped = head.slice(start, Math.max(start, pipe));
    if (piped.trim() !== '' && !isVariable(piped.trim())) {
      parts.push({ name: 'proxyPassword', value: piped });
      head = `${head.slice(0, start)} ${MASK} ${head.slice(pipe)}`;
    }
  }
  const tail = line.slice(found.index + found[0].length);
  const before = /^(?:\s+-(?:AsPlainText|Force|String)(?=\s|$))*/i.exec(tail)?.[0] ?? '';
  const rest = tail.slice(before.length);
  const after = /(?:\s-(?:AsPlainText|Force)){1,2}\s*\)?\s*$/i.exec(rest)?.[0] ?? '';
  const value = rest.slice(0, rest.length - after.length).trim();
  if (value === '' || value === ')' || isVariable(value)) return head + found[0] + tail;
  parts.push({ name: 'proxyPassword', value });
  return `${head}${found[0]}${before} ${MASK}${after}`;
}
