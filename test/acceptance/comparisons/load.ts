import { z } from 'zod';
import type { Comparison } from '../comparison';
import { mapAnswer, notTold } from '../fact';
import { judge, within } from '../judge';
import { parseTypeperf } from '../sources/load';

const loadSchema = z.object({
  processorPercent: z.number(),
  memoryPercent: z.number(),
  sentBytesPerSecond: z.number(),
});

const COUNTERS = ['\\Memory\\% Committed Bytes In Use', '\\Processor(_Total)\\% Processor Time'];
const MEMORY_POINTS = 5;

export const loadComparisons: Comparison[] = [
  {
    group: 'Load',
    name: 'Committed memory, in percent',
    by: 'typeperf.exe',
    async compare(bench) {
      const ours = await bench.script('read-load', {}, loadSchema);
      const printed = await bench.tool('typeperf.exe', ['-sc', '1', ...COUNTERS]);
      const values = printed.told ? parseTypeperf(printed.value) : null;
      const second =
        printed.told && values === null ? notTold('typeperf.exe printed no sample') : printed;
      return judge({
        ours,
        second: mapAnswer(second, () => values ?? []),
        show: ({ memoryPercent, processorPercent }) =>
          `${memoryPercent} (processor, which changes from moment to moment: ${processorPercent})`,
        showSecond: ([memory, processor]) =>
          `${memory?.toFixed(1)} (processor: ${processor?.toFixed(1)})`,
        compare: ({ memoryPercent }, [memory = Number.NaN]) =>
          within(memoryPercent, memory, MEMORY_POINTS, 'points'),
      });
    },
  },
];
