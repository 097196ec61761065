import { text } from '../../../contract/text/export';
import { text as setUp } from '../../../contract/text/set-up';
import { literal } from './literal';

const sentence = ({ what, next }: { what: string; next: string }) => `${what} ${next}`;

const { signature } = setUp;
const all: Readonly<Record<string, string>> = {
  ...text.words,
  notSigned: sentence(signature.notSigned),
  changed: sentence(signature.changed),
  notTrusted: sentence(signature.notTrusted),
  otherPublisher: sentence(signature.otherPublisher),
  revocationChecked: setUp.revocationChecked,
  revocationUnknown: setUp.revocationUnknown,
};

const rows = (name: string, values: readonly (readonly [string, string])[]) => [
  `$${name} = @{`,
  ...values.map(([key, value]) => `  ${literal(key)} = ${literal(value)}`),
  '}',
];

/** The tables of words that the code speaks, and no others. */
export function wordTables(code: string): string[] {
  const spoken = new Set([...code.matchAll(/\$words\['(\w+)'\]/g)].map((match) => match[1] ?? ''));
  const words = [...spoken].sort().map((name) => {
    const value = all[name];
    if (value === undefined) throw new Error(`The export has no words for ${name}.`);
    return [name, value] as const;
  });
  return [
    ...rows('words', words),
    ...(code.includes('$setupExit[') ? rows('setupExit', Object.entries(text.setupExit)) : []),
  ];
}
