import { expect } from 'vitest';
import { scenarios } from '../../../practice';
import { answersFor, preparations } from '../../procedures/scenario-outcomes';
import type { PracticeApplication } from '../practice-application';
import { applyProcedure } from '../run-procedure';

type Answers = Readonly<Record<string, string>>;

/** One procedure on one practice server, told at each of its records. */
export interface CrashRow {
  /** Its procedure, and what of it where that is not all. */
  title: string;
  procedure: string;
  scenario: string;
  /** What was done on the server before. */
  before?: readonly { procedure: string; answers?: Answers }[];
  answers?(one: PracticeApplication, usual: Answers): Promise<Answers> | Answers;
  /** Programs that may end well only once, whatever comes between. */
  once?: RegExp;
}

export const scenarioOf = (id: string) => {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`No scenario ${id}.`);
  return found;
};

/** The row of that label in the list of process servers. */
async function rowToPurge({ application }: PracticeApplication): Promise<Answers> {
  const asked = { address: '10.20.30.43', list: 'yes', gone: 'yes' };
  const described = await application.procedures.describe('purge', asked);
  if (!described.ok) throw new Error(described.problem.what);
  const choices = described.value.questions.find(({ name }) => name === 'row')?.choices ?? [];
  return { ...asked, row: choices[0]?.value ?? '' };
}

/** The newest backup there is. */
function backupToRestore({ application }: PracticeApplication): Answers {
  const [newest] = application.operations.list();
  return { action: 'restore', backup: newest?.id ?? '', extras: 'keep', services: 'yes' };
}

export const crashRows: readonly CrashRow[] = [
  { title: 'prepare', procedure: 'prepare', scenario: 'behind-proxy' },
  { title: 'set-up', procedure: 'set-up', scenario: 'behind-proxy', once: /UnifiedSetup\.exe/i },
  {
    title: 'set-up that needs a restart',
    procedure: 'set-up',
    scenario: 'restart-needed',
    once: /UnifiedSetup\.exe/i,
  },
  { title: 'download', procedure: 'download', scenario: 'download-behind-proxy' },
  {
    title: 'remove-package',
    procedure: 'remove-package',
    scenario: 'download-behind-proxy',
    before: [{ procedure: 'download' }],
    answers: () => ({ package: 'download-1' }),
  },
  { title: 'services', procedure: 'services', scenario: 'already-installed' },
  {
    title: 'services on a patch day',
    procedure: 'services',
    scenario: 'already-installed',
    answers: (_, usual) => ({ ...usual, action: 'patchDay' }),
  },
  { title: 'proxy', procedure: 'proxy', scenario: 'proxy-moved' },
  {
    title: 'register again',
    procedure: 'register',
    scenario: 'already-installed',
    answers: (_, usual) => ({ ...usual, action: 'again' }),
  },
  {
    title: 'register with another server',
    procedure: 'register',
    scenario: 'registration-other-server',
  },
  { title: 'prepare-upgrade', procedure: 'prepare-upgrade', scenario: 'older-behind-proxy' },
  {
    title: 'upgrade',
    procedure: 'upgrade',
    scenario: 'older-behind-proxy',
    once: /UnifiedSetup\.exe/i,
  },
  { title: 'antivirus', procedure: 'antivirus', scenario: 'antivirus-partly' },
  { title: 'certificates', procedure: 'certificates', scenario: 'certificates-expiring' },
  { title: 'address', procedure: 'address', scenario: 'address-changed' },
  { title: 'repair', procedure: 'repair', scenario: 'repair-services' },
  {
    title: 'decommission',
    procedure: 'decommission',
    scenario: 'already-installed',
    once: /unins000\.exe|msiexec/i,
  },
  {
    title: 'leftovers',
    procedure: 'leftovers',
    scenario: 'already-installed',
    before: [{ procedure: 'decommission' }],
    answers: () => ({
      rule443: 'yes',
      folderSetupLogs: 'yes',
      keyRegistration: 'yes',
      certificateRegistration: 'yes',
    }),
  },
  {
    title: 'purge',
    procedure: 'purge',
    scenario: 'purge-dead-server',
    answers: rowToPurge,
  },
  {
    title: 'restore',
    procedure: 'restore',
    scenario: 'address-changed',
    before: [{ procedure: 'address' }],
    answers: backupToRestore,
  },
];

/** Does what comes before the procedure of a row; returns the answers for it. */
export async function makeReady(one: PracticeApplication, row: CrashRow): Promise<Answers> {
  const usual = answersFor(scenarioOf(row.scenario));
  const preparation = preparations[row.procedure];
  const before = [...(row.before ?? []), ...(preparation ? [{ procedure: preparation }] : [])];
  for (const step of before) {
    const answers = 'answers' in step && step.answers ? step.answers : usual;
    const state = await applyProcedure(one.application, step.procedure, answers);
    expect(state.status).toBe('done');
  }
  return (await row.answers?.(one, usual)) ?? usual;
}
