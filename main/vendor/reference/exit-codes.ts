import type { ExitCodeReference } from '../../../contract/reference';
import { text as words } from '../../../contract/text/set-up';
import type { ProblemWords } from '../../../contract/text/set-up-codes';
import { setUpParts } from '../codes/parts';
import { unifiedSetupCodes, unifiedSetupMilestones } from '../codes/unified-setup';
import { windowsInstallerCodes } from '../codes/windows-installer';
import type { MilestoneName } from '../set-up-milestones';

function rows(
  program: string,
  codes: Readonly<Record<number, ProblemWords>>,
  milestonesOf: (code: number) => readonly MilestoneName[],
): ExitCodeReference[] {
  return Object.entries(codes)
    .map(([key, { what, meaning, next }]) => {
      const code = Number(key);
      const milestones = milestonesOf(code).map((name) => words.milestones[name]);
      return { program, code, what, meaning, next, milestones };
    })
    .sort((a, b) => a.code - b.code);
}

/**
 * Every exit code that is known of set-up and of the programs it starts, in the order in which they
 * run, with the milestones of the log at which it can come.
 */
export const exitCodeReference: readonly ExitCodeReference[] = [
  ...rows('UNIFIEDSETUP.EXE', unifiedSetupCodes, (code) => unifiedSetupMilestones[code] ?? []),
  ...setUpParts.flatMap(({ table }) => rows(table.program, table.codes, () => table.milestones)),
  ...rows('msiexec.exe', windowsInstallerCodes, () => ['masterTarget', 'agent']),
];
