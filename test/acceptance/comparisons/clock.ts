import type { Bench } from '../bench';
import { type Comparison, fact } from '../comparison';
import { type Answer, notTold, told } from '../fact';
import { judge } from '../judge';
import { parseTimeSource } from '../sources/clock';
import { askTimeServer } from '../time-server';

const OFFSET_SECONDS = 1;

async function configured(bench: Bench): Promise<Answer<{ type: string; server: string }>> {
  const printed = await bench.tool('w32tm.exe', ['/query', '/configuration']);
  if (!printed.told) return printed;
  const source = parseTimeSource(printed.value);
  return source === null ? notTold('w32tm.exe told no type of source') : told(source);
}

async function offset(bench: Bench): Promise<Answer<number>> {
  const source = fact(bench, ({ prerequisites }) => prerequisites.timeSource);
  if (!source.told) return source;
  return source.value === '' ? notTold('no time source') : askTimeServer(source.value);
}

const seconds = (value: number | null) => (value === null ? 'not told' : `${value.toFixed(3)} s`);

export const clockComparisons: Comparison[] = [
  {
    group: 'Clock',
    name: 'Time source',
    by: 'w32tm.exe /query /configuration',
    compare: async (bench) =>
      judge({
        ours: fact(bench, ({ prerequisites }) => prerequisites.timeSource),
        second: await configured(bench),
        show: (source) => source || 'none',
        showSecond: ({ type, server }) => `${type} ${server}`.trim(),
        compare(ours, { type, server }) {
          if (ours === server) return null;
          return type === 'NT5DS'
            ? { cannot: 'the clock follows the domain, which w32tm.exe does not name' }
            : { difference: `"${ours}" is not "${server}"` };
        },
      }),
  },
  {
    group: 'Clock',
    name: 'Seconds ahead of the time source',
    by: 'an own question by SNTP',
    compare: async (bench) =>
      judge({
        ours: fact(bench, ({ prerequisites }) => prerequisites.clockOffsetSeconds),
        second: await offset(bench),
        show: seconds,
        showSecond: (value) => seconds(value),
        compare(ours, second: number) {
          if (ours === null) return { cannot: 'we got no answer from the time source' };
          const apart = Math.abs(ours - second);
          return apart <= OFFSET_SECONDS ? null : { difference: `${apart.toFixed(3)} s apart` };
        },
      }),
  },
];
