import { z } from 'zod';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { type Answer, told } from '../fact';
import { few, judge, sameMembers } from '../judge';
import { serviceRuns } from '../one-liners';

const defenderSchema = z.object({
  available: z.boolean(),
  active: z.boolean(),
  mode: z.string(),
  paths: z.array(z.string()),
  hidden: z.boolean(),
});

/** Source: learn.microsoft.com, exclusions by registry and by group policy. */
const EXCLUSIONS = [
  'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths',
  'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Exclusions\\Paths',
];

async function exclusions(bench: Bench): Promise<Answer<string[]>> {
  const names: string[] = [];
  for (const place of EXCLUSIONS) {
    const values = await bench.registryKey(place);
    if (!values.told) return values;
    names.push(...(values.value ?? []).map(({ name }) => name.toLowerCase()));
  }
  return told([...new Set(names)].filter((name) => name !== ''));
}

const show = (names: readonly string[]) => few(names) || 'none';

export const defenderComparisons: Comparison[] = [
  {
    group: 'Defender',
    name: 'Microsoft Defender Antivirus at work',
    by: 'Get-Service WinDefend',
    async compare(bench) {
      const { command, schema } = serviceRuns('WinDefend');
      return judge({
        ours: await bench.script('read-defender', {}, defenderSchema),
        second: await bench.powershell(command, schema),
        show: ({ active, mode }) => `${active ? 'at work' : 'not at work'}: ${mode || 'no mode'}`,
        showSecond: (runs) => (runs ? 'its service runs' : 'its service does not run'),
        compare({ active, mode }, runs) {
          if (active === runs) return null;
          return active
            ? { difference: 'it can not be at work without its service' }
            : { cannot: `its service runs in a mode that the service does not tell: ${mode}` };
        },
      });
    },
  },
  {
    group: 'Defender',
    name: 'Folders that Defender leaves out',
    by: 'reg.exe query',
    async compare(bench) {
      return judge({
        ours: await bench.script('read-defender', {}, defenderSchema),
        second: await exclusions(bench),
        show: ({ paths }) => show(paths),
        showSecond: show,
        compare: ({ paths, hidden }, others) =>
          hidden
            ? { cannot: 'Windows hides them from this user' }
            : sameMembers(
                paths.map((path) => path.toLowerCase()),
                others,
              ),
      });
    },
  },
];
