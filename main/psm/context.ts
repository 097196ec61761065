import { text } from '../../contract/text/psm';
import { type Wired, wire } from '../wiring';
import { type Console, createConsole } from './console';
import { WrongUse } from './wrong-use';

/** Options every command has. */
export interface GlobalOptions {
  json?: boolean;
  practice?: string | boolean;
  timeFactor?: string;
  stateFolder?: string;
  practiceExecutables?: boolean;
  /** The hash of the plan that may be applied, of commands that apply one. */
  approve?: string;
}

export function parseTimeFactor(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (given === 'max') return Number.POSITIVE_INFINITY;
  const factor = Number(given);
  if (!Number.isFinite(factor) || factor <= 0) throw new WrongUse(text.timeFactor);
  return factor;
}

/** Opens the server that the options name. */
export async function openQuietly(options: GlobalOptions): Promise<Wired> {
  const practice = process.platform !== 'win32' || options.practice !== undefined;
  if (!practice && options.stateFolder !== undefined) throw new WrongUse(text.stateFolderReal);
  return wire({
    mode: practice ? 'practice' : 'real',
    scenario: typeof options.practice === 'string' ? options.practice : undefined,
    timeFactor: parseTimeFactor(options.timeFactor),
    stateFolder: options.stateFolder,
    program: 'psm',
    // A plan that removes things is approved by naming its hash, and by nothing else.
    approval: {
      approveDestructive: ({ hash }) => Promise.resolve(options.approve === hash),
    },
    executables: options.practiceExecutables,
    startAgain: [process.execPath, process.argv[1] ?? ''],
  }).catch((error: unknown) => {
    throw error instanceof Error && /scenario/i.test(error.message)
      ? new WrongUse(error.message)
      : error;
  });
}

export type Opened = Wired & { console: Console };

async function openAndTell(options: GlobalOptions, how: 'say' | 'note'): Promise<Opened> {
  const wired = await openQuietly(options);
  const console = createConsole(options.json ?? false);
  if (wired.practice) {
    const { scenario, timeFactor } = await wired.practice.state();
    console[how](text.practice(scenario));
    console.tell({ event: 'practice', scenario, timeFactor });
  }
  return { ...wired, console };
}

/** Opens the server that the options name and says so when it is the practice server. */
export const openFor = (options: GlobalOptions): Promise<Opened> => openAndTell(options, 'say');

/** The same for commands whose output is a file: what is said stands beside it. */
export const openForFile = (options: GlobalOptions): Promise<Opened> =>
  openAndTell(options, 'note');
