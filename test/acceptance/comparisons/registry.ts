import type { RegistryValue } from '../../../contract/registry-value';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { type Answer, type Judgement, mapAnswer, notTold, told } from '../fact';
import { judge, sameMembers } from '../judge';
import { registryValues } from '../one-liners';
import { type QueriedValue, queriedNumber } from '../sources/reg-query';

/** Keys of every Windows that hold every type between them; their values stay out of the report. */
const KEYS = [
  'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  'SYSTEM\\CurrentControlSet\\Control\\Session Manager',
  'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
] as const;

type Values = readonly (readonly [name: string, type: string, text: string])[];

async function ours({ server }: Bench, key: string, view: '32' | '64'): Promise<Answer<Values>> {
  try {
    const full = `HKEY_LOCAL_MACHINE\\${key}`;
    const values = (await server.registry.read(view, full)).get(full.toLowerCase());
    if (!values) return notTold('we found no such key');
    return told([...values].map(([name, { type, text }]) => [name, type, text] as const));
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
}

const QUERIED: Readonly<Record<string, RegistryValue['type']>> = {
  REG_SZ: 'text',
  REG_EXPAND_SZ: 'expandable',
  REG_MULTI_SZ: 'list',
  REG_DWORD: 'number',
  REG_QWORD: 'number',
};

function queriedText(type: RegistryValue['type'], data: string): string {
  if (type === 'number') return queriedNumber(data);
  if (type === 'list') return data.replace(/(\\0)+$/, '').replaceAll('\\0', '\n');
  return type === 'bytes' ? data.toLowerCase() : data;
}

const fromQuery = (values: readonly QueriedValue[]): Values =>
  values.map(({ name, type, data }) => {
    const own = QUERIED[type] ?? 'bytes';
    return [name.toLowerCase(), own, queriedText(own, data)] as const;
  });

const BY_NET: Readonly<Record<string, RegistryValue['type']>> = {
  String: 'text',
  ExpandString: 'expandable',
  MultiString: 'list',
  DWord: 'number',
  QWord: 'number',
};

/** What a console can't print in one line of its own code page is left to the other comparison. */
const isPrintable = (text: string) => /^[\x20-\x7e\n]*$/.test(text);

/** How many empty strings end a list is told differently by everybody. */
const withoutEmptyEnd = (values: Values): Values =>
  values.map(([name, type, text]) => [
    name,
    type,
    type === 'list' ? text.replace(/\n+$/, '') : text,
  ]);

function compared(first: Answer<Values>, second: Answer<Values>, plainOnly: boolean): Judgement {
  const chosen = (values: Values, others: Values) => {
    const skipped = new Set(
      [...values, ...others].flatMap(([name, type, text]) =>
        plainOnly &&
        !(isPrintable(name) && isPrintable(text) && (type === 'list' || !text.includes('\n')))
          ? [name]
          : [],
      ),
    );
    return values.filter(([name]) => !skipped.has(name));
  };
  const show = (values: Values) =>
    `${values.length} values (${[...new Set(values.map(([, type]) => type))].sort().join(', ')})`;
  return judge({
    ours: mapAnswer(first, withoutEmptyEnd),
    second: mapAnswer(second, withoutEmptyEnd),
    show,
    showSecond: show,
    compare(one, other) {
      const word = (values: Values) => values.map((value) => JSON.stringify(value));
      const [mine, theirs] = [chosen(one, other), chosen(other, one)];
      if (mine.length === 0) return { cannot: 'there is nothing to compare' };
      if (sameMembers(word(mine), word(theirs)) === null) return null;
      // Names only: a value may be the key of a licence.
      const found = new Map(theirs.map((value) => [value[0], JSON.stringify(value)]));
      const wrong = mine.filter((value) => found.get(value[0]) !== JSON.stringify(value));
      const missing = theirs.filter(([name]) => !mine.some((value) => value[0] === name));
      const names = [...wrong, ...missing].map(([name]) => name || '(default)');
      return { difference: `not the same: ${[...new Set(names)].join(', ')}` };
    },
  });
}

const rows = (key: string, view: '32' | '64'): Comparison[] => [
  {
    group: 'Registry',
    name: `${key}, ${view}-bit view`,
    by: 'reg.exe query',
    async compare(bench) {
      const listed = await bench.registryKey(`HKLM\\${key}`, view);
      const second: Answer<Values> =
        listed.told && listed.value === null
          ? notTold('reg.exe found no such key')
          : mapAnswer(listed, (values) => fromQuery(values ?? []));
      return compared(await ours(bench, key, view), second, true);
    },
  },
  {
    group: 'Registry',
    name: `${key}, ${view}-bit view, with what no console prints`,
    by: 'registry as .NET reads it',
    async compare(bench) {
      const { command, schema } = registryValues(key, view);
      const listed = await bench.powershell(command, schema);
      const second = mapAnswer(
        listed,
        (values): Values =>
          values.map(({ name, kind, text }) => {
            const type = BY_NET[kind] ?? 'bytes';
            return [name.toLowerCase(), type, type === 'bytes' ? text.toLowerCase() : text];
          }),
      );
      return compared(await ours(bench, key, view), second, false);
    },
  },
];

export const registryComparisons: Comparison[] = [
  ...KEYS.flatMap((key) => rows(key, '64')),
  ...rows(KEYS[0], '32'),
];
