import { z } from 'zod';
import type { Bench } from '../bench';
import { type Comparison, upToThreeTimes } from '../comparison';
import { type Answer, mapAnswer, notTold, told } from '../fact';
import { type Comparing, judge, judgeText, sameMembers } from '../judge';
import { parseListening } from '../sources/netstat';
import { parseTaskList } from '../sources/tasks';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const IN_PROGRESS = `${WINDOWS}\\Installer\\InProgress`;
const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const RESTART_KEYS = [
  `${WINDOWS}\\Component Based Servicing\\RebootPending`,
  `${WINDOWS}\\WindowsUpdate\\Auto Update\\RebootRequired`,
];

/** Source: vendor source, names of the set-up programs. */
const SETUPS =
  /^(UnifiedSetup|UCX_SERVER_SETUP.*|CX_THIRDPARTY_SETUP.*|MARSAgentInstaller|UnifiedAgent(Installer|Configurator)?)$/i;

const activitySchema = z.object({
  setups: z.array(z.object({ name: z.string(), pid: z.number() })),
  installerBusy: z.boolean(),
  pendingRestart: z.boolean(),
  portsInUse: z.array(z.number()),
});

const activity = (bench: Bench) => bench.script('read-activity', {}, activitySchema);

async function restartByRegistry(bench: Bench): Promise<Answer<boolean>> {
  const renames = await bench.registryValue(SESSION_MANAGER, 'PendingFileRenameOperations');
  if (!renames.told) return renames;
  const signs: boolean[] = [(renames.value ?? '').replaceAll('\\0', '') !== ''];
  for (const name of RESTART_KEYS) {
    const key = await bench.registryKey(name);
    if (!key.told) return key;
    signs.push(key.value !== null);
  }
  return told(signs.includes(true));
}

/** The key outlives a set-up that was broken off, so it alone proves nothing. */
function sameInstaller(busy: boolean, hasKey: boolean): Comparing {
  if (busy === hasKey) return null;
  return busy
    ? { cannot: 'Windows Installer works without the key: at a patch, or for a moment' }
    : { cannot: 'the key is there, which a set-up that was broken off leaves behind' };
}

const ports = (list: readonly number[]) => list.join(' ') || 'none';

export const activityComparisons: Comparison[] = [
  {
    group: 'Activity',
    name: 'Ports somebody listens on',
    by: 'netstat.exe -ano',
    compare: (bench) =>
      upToThreeTimes(async () => {
        const ours = await activity(bench);
        const printed = await bench.tool('netstat.exe', ['-ano']);
        const second = mapAnswer(printed, parseListening);
        return judge({
          ours: mapAnswer(ours, ({ portsInUse }) => portsInUse),
          second:
            second.told && second.value.length === 0
              ? notTold('netstat.exe listed nobody who listens')
              : second,
          show: ports,
          showSecond: ports,
          compare: (one, other) => sameMembers(one.map(String), other.map(String)),
        });
      }),
  },
  {
    group: 'Activity',
    name: 'Set-up programs that run',
    by: 'tasklist.exe',
    compare: (bench) =>
      upToThreeTimes(async () => {
        const ours = await activity(bench);
        const printed = await bench.tool('tasklist.exe', ['/fo', 'csv', '/nh']);
        const all = mapAnswer(printed, parseTaskList);
        const listed =
          all.told && all.value.length === 0 ? notTold('tasklist.exe listed no program') : all;
        const running = mapAnswer(listed, (list) =>
          list.filter(({ name }) => SETUPS.test(name.replace(/\.tmp$/i, ''))),
        );
        const word = ({ name, pid }: { name: string; pid: number }) => `${name} ${pid}`;
        const show = (words: readonly string[]) => words.join(', ') || 'none';
        return judge({
          ours: mapAnswer(ours, ({ setups }) => setups.map(word)),
          second: mapAnswer(running, (list) => list.map(word)),
          show,
          showSecond: show,
          compare: sameMembers,
        });
      }),
  },
  {
    group: 'Activity',
    name: 'Windows Installer at work',
    by: 'the key Installer\\InProgress',
    async compare(bench) {
      const key = await bench.registryKey(IN_PROGRESS);
      return judge({
        ours: mapAnswer(await activity(bench), ({ installerBusy }) => installerBusy),
        second: mapAnswer(key, (values) => values !== null),
        show: String,
        showSecond: String,
        compare: sameInstaller,
      });
    },
  },
  {
    group: 'Activity',
    name: 'Pending restart',
    by: 'reg.exe, the three places',
    compare: async (bench) =>
      judgeText(
        mapAnswer(await activity(bench), ({ pendingRestart }) => String(pendingRestart)),
        mapAnswer(await restartByRegistry(bench), String),
      ),
  },
];
