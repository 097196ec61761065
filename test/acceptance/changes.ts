import { win32 } from 'node:path';
import { z } from 'zod';
import { createContinuation } from '../../main/host/continuation';
import type { Bench } from './bench';
import type { Comparison } from './comparison';
import { ourAccess, savedAccess } from './comparisons/files';
import { type Answer, type Judgement, notTold, told } from './fact';
import { judge, sameMembers } from './judge';
import { hasTask } from './one-liners';
import { parseTaskXml } from './sources/tasks';

const FOLDER = 'ProcessServerManager-acceptance';
const NAME = 'ProcessServerManager';
const RUN_ONCE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const OPERATION = 'acceptance';
/** Were the server to restart in that moment, this would do nothing: Node tells its version. */
const PROGRAM: readonly [string, ...string[]] = [process.execPath, '--version'];

const leftAlone = (reason: string): Judgement => ({
  verdict: 'couldNotCompare',
  ours: 'nothing changed',
  second: '',
  reason,
});

/** A change that was seen by both sources counts only once it is proven to be undone. */
function withUndoing(judgement: Judgement, undone: Answer<boolean>, byHand: string): Judgement {
  if (undone.told && !undone.value) {
    return { ...judgement, verdict: 'differs', reason: `It is still there. Remove it: ${byHand}` };
  }
  if (!undone.told) {
    const reason = `${judgement.reason ?? ''} Not proven to be undone: ${undone.why}`.trim();
    const verdict = judgement.verdict === 'differs' ? 'differs' : 'couldNotCompare';
    return { ...judgement, verdict, reason };
  }
  return { ...judgement, second: `${judgement.second}; undone` };
}

const folderSchema = z.unknown();

async function protectedFolder(bench: Bench): Promise<Judgement> {
  const { files, places } = bench.server;
  const path = win32.join(places.programData, FOLDER);
  if ((await files.stat(path)) !== null) return leftAlone(`${path} is there already`);
  let judgement: Judgement;
  try {
    const made = await bench.script('new-protected-folder', { path }, folderSchema);
    judgement = judge({
      ours: made.told ? await ourAccess(bench, path) : made,
      second: await savedAccess(bench, path),
      show: (words) => words.join('; '),
      showSecond: (words) => words.join('; '),
      compare: (ours, second) =>
        ours[0] === 'protected'
          ? sameMembers(ours, second)
          : { difference: 'the folder takes rights from the one above it' },
    });
  } finally {
    await files.removeTree(path);
  }
  const undone = told((await files.stat(path)) === null);
  return withUndoing(judgement, undone, path);
}

/** What is registered at this moment, as reg.exe and the scheduler tell; `null` when neither is. */
async function registered(bench: Bench): Promise<Answer<string | null>> {
  const entry = await bench.registryValue(RUN_ONCE, `!${NAME}`);
  if (!entry.told || entry.value !== null) return entry;
  const { command, schema } = hasTask(NAME);
  const task = await bench.powershell(command, schema);
  if (task.told) return told(task.value ? NAME : null);
  if (!task.isStub) return task;
  // Where PowerShell is silent a real scheduler may still hold a task; only a stub of it can't.
  const listed = await bench.tool('schtasks.exe', ['/query', '/tn', NAME]);
  if (listed.told) return told(NAME);
  return listed.isStub ? told(null) : task;
}

async function continuing(
  bench: Bench,
  at: 'signIn' | 'startUp',
  look: () => Promise<Judgement>,
  isGone: () => Promise<Answer<boolean>>,
): Promise<Judgement> {
  // One that is there belongs to a procedure that waits for its restart.
  const before = await registered(bench);
  if (!before.told) return leftAlone(before.why);
  if (before.value !== null) return leftAlone('something is registered already');
  const continuation = createContinuation(bench.server, { at, program: PROGRAM });
  let judgement: Judgement;
  try {
    const done = await continuation.register(OPERATION);
    judgement = done.ok
      ? await look()
      : { ...leftAlone(done.problem.toolWords.join(' ')), verdict: 'differs' };
  } finally {
    await continuation.unregister();
  }
  return withUndoing(judgement, await isGone(), at === 'signIn' ? `${RUN_ONCE}\\!${NAME}` : NAME);
}

const isOurs = (command: string) =>
  command.toLowerCase().includes(process.execPath.toLowerCase()) &&
  command.endsWith(`--version resume ${OPERATION}`);

const signIn = (bench: Bench) =>
  continuing(
    bench,
    'signIn',
    async () =>
      judge({
        ours: told('registered'),
        second: await bench.registryValue(RUN_ONCE, `!${NAME}`),
        show: String,
        showSecond: (command) => command ?? 'no entry',
        compare: (_, command) =>
          command !== null && isOurs(command) ? null : { difference: 'not what was registered' },
      }),
    async () => {
      const entry = await bench.registryValue(RUN_ONCE, `!${NAME}`);
      return entry.told ? told(entry.value === null) : entry;
    },
  );

async function startUp(bench: Bench): Promise<Judgement> {
  // Nothing is registered where nobody could tell that it is gone.
  const known = await bench.tool('schtasks.exe', ['/query', '/fo', 'csv', '/nh']);
  return known.told ? startUpTask(bench) : leftAlone(known.why);
}

const startUpTask = (bench: Bench) =>
  continuing(
    bench,
    'startUp',
    async () => {
      const printed = await bench.tool('schtasks.exe', ['/query', '/tn', NAME, '/xml']);
      const task = printed.told ? parseTaskXml(printed.value) : null;
      return judge({
        ours: told('registered'),
        second: printed.told
          ? task === null
            ? notTold('schtasks.exe printed no task')
            : told(task)
          : printed,
        show: String,
        showSecond: (found) =>
          `${found.command} ${found.arguments}, ${found.atStartUp ? 'at start-up' : 'not at start-up'}`,
        compare: (_, found) =>
          found.atStartUp &&
          found.asSystem &&
          found.highest &&
          isOurs(`${found.command} ${found.arguments}`)
            ? null
            : { difference: 'not what was registered' },
      });
    },
    async () => {
      const { command, schema } = hasTask(NAME);
      const task = await bench.powershell(command, schema);
      return task.told ? told(!task.value) : task;
    },
  );

/** The write half: a few changes in corners of our own, each undone and proven to be undone. */
export const changes: readonly Comparison[] = [
  {
    group: 'Changes',
    name: 'A protected folder below ProgramData',
    by: 'icacls.exe /save',
    compare: protectedFolder,
  },
  {
    group: 'Changes',
    name: 'Going on after the next sign-in (RunOnce)',
    by: 'reg.exe query',
    compare: signIn,
  },
  {
    group: 'Changes',
    name: 'Going on after a restart (start-up task)',
    by: 'schtasks.exe /xml and Get-ScheduledTask',
    compare: startUp,
  },
];
