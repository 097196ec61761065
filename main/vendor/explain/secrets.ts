import { mangledInProxyFile } from '../proxy-settings-file';
import { MASK, type MaskedPart, maskLine } from './mask-line';
import { isPlaceholder } from './placeholders';

/** A password that stood in a line: what can be said of it without showing it. */
export interface SecretTrait {
  readonly name: MaskedPart['name'];
  readonly state: 'good' | 'empty' | 'placeholder' | 'mangled';
}

export interface MaskedLine {
  /** As it stood there, without its secrets. */
  readonly text: string;
  readonly secrets: readonly SecretTrait[];
}

/**
 * Takes every password out of the lines before anything else looks at them, so that no text made
 * later can hold one. A password that stands a second time elsewhere is taken out there too.
 */
export function maskSecrets(lines: readonly string[]): MaskedLine[] {
  const variables = new Set(
    lines.flatMap((line) => [...line.matchAll(/\$(\w{1,40})\s*=/g)].map((m) => m[1] ?? '')),
  );
  const masked = lines.map((line) => maskLine(line, variables));
  takeOverNextLine(masked);
  const again = masked
    .flatMap(({ parts }) => parts.map(({ value }) => bare(value)))
    .filter((value) => value.length >= 4 && !isPlaceholder(value) && !value.includes(MASK))
    .sort((a, b) => b.length - a.length);
  return masked.map(({ text, parts }) => ({
    text: again.reduce((all, secret) => all.split(secret).join(MASK), text),
    secrets: parts.map(({ name, value }) => ({ name, state: stateOf(bare(value)) })),
  }));
}

/** A password file may have the value on the line after its name. */
function takeOverNextLine(masked: ReturnType<typeof maskLine>[]): void {
  for (const [at, line] of masked.entries()) {
    const next = masked[at + 1];
    const isOpen = line.parts.some(({ value }) => value.trim() === '');
    if (!isOpen || next === undefined || next.parts.length > 0) continue;
    if (!/^\s*(?:["'\u201c\u201e].*|\S+)\s*$/.test(next.text) || NEXT_KEY.test(next.text)) continue;
    masked[at + 1] = { text: MASK, parts: [{ name: 'other', value: next.text }] };
  }
}

const NEXT_KEY = /^\s*(?:[*-]\s*)?(?:\[\w+\]|(?:Proxy|MySQL)\w*\s*[=:])/i;
const QUOTES = '"\'\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb';

function bare(value: string): string {
  const inner = value.trim();
  const isQuoted =
    inner.length >= 2 && QUOTES.includes(inner.charAt(0)) && QUOTES.includes(inner.slice(-1));
  return isQuoted ? inner.slice(1, -1) : inner;
}

function stateOf(value: string): SecretTrait['state'] {
  if (value === '') return 'empty';
  if (isPlaceholder(value)) return 'placeholder';
  return mangledInProxyFile(value) === null ? 'good' : 'mangled';
}
