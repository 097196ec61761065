import type { ServiceFact } from '../../../contract/facts';
import type { Bench } from '../bench';
import { type Comparison, upToThreeTimes } from '../comparison';
import { type Answer, type Judgement, mapAnswer, notTold, told } from '../fact';
import { judge, sameMembers } from '../judge';
import { services } from '../one-liners';

/** Source: learn.microsoft.com, Win32_Service. */
const STATES: Readonly<Record<string, ServiceFact['state']>> = {
  Running: 'running',
  Stopped: 'stopped',
  Paused: 'paused',
  'Start Pending': 'starting',
  'Stop Pending': 'stopping',
};
const MODES: Readonly<Record<string, ServiceFact['startType']>> = {
  Auto: 'automatic',
  Manual: 'manual',
  Disabled: 'disabled',
};

async function ours({ server }: Bench): Promise<Answer<ServiceFact[]>> {
  try {
    return told(await server.services.list());
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
}

async function both(
  bench: Bench,
  word: (service: Omit<ServiceFact, 'mustRun'>) => string,
): Promise<Judgement> {
  const first = await ours(bench);
  const second = await bench.powershell(services.command, services.schema);
  const show = (words: readonly string[]) => `${words.length} services`;
  return judge({
    ours: mapAnswer(first, (list) => list.map(word)),
    second: mapAnswer(second, (list) =>
      list.map(({ name, state, mode, delayed, pid }) =>
        word({
          name,
          state: STATES[state] ?? 'unknown',
          startType: mode === 'Auto' && delayed ? 'delayed' : (MODES[mode] ?? 'unknown'),
          pid: pid === 0 ? null : pid,
        }),
      ),
    ),
    show,
    showSecond: show,
    compare: sameMembers,
  });
}

export const serviceComparisons: Comparison[] = [
  {
    group: 'Services',
    name: 'States and processes of all services',
    by: 'Win32_Service of WMI',
    compare: (bench) =>
      upToThreeTimes(() =>
        both(bench, ({ name, state, pid }) => `${name.toLowerCase()} ${state} ${pid ?? ''}`.trim()),
      ),
  },
  {
    group: 'Services',
    name: 'Start types of all services',
    by: 'Win32_Service of WMI',
    compare: (bench) =>
      upToThreeTimes(() =>
        both(bench, ({ name, startType }) => `${name.toLowerCase()} ${startType}`),
      ),
  },
];
