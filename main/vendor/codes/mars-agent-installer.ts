import { text } from '../../../contract/text/set-up-agent-codes';
import type { ExitCodeTable } from './exit-code-table';
import { windowsInstallerCodes } from './windows-installer';

const words = text.mars;

/**
 * Exit codes of MARSAgentInstaller.exe, as far as they are known: it passes on those of Windows
 * Installer. Only 0 is good for set-up; after -1, which is set-up's own, it tries once more.
 * Source: vendor source, WrapperSetup/ActionProcessess.cs and SetupFramework/CommandExecutor.cs.
 */
export const marsAgentInstaller: ExitCodeTable = {
  program: 'MARSAgentInstaller.exe',
  codes: {
    ...windowsInstallerCodes,
    [-1]: words.notStarted,
    0: words.done,
    1641: words.restart,
    3010: words.restart,
  },
  good: [0],
  milestones: ['agent'],
  log: 'MARSStatus.log',
  reasons: [],
};
