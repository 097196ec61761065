import { text } from '../../../contract/text/set-up-agent-codes';
import type { ExitCodeTable } from './exit-code-table';
import { windowsInstallerCodes } from './windows-installer';

const words = text.agent;

/**
 * Exit codes of UNIFIEDAGENT.EXE with the role of a master target. Set-up takes 98, 1641 and 3010
 * as success with a restart.
 * Source: vendor source, SetupFramework/SetupHelper.cs (UASetupReturnValues); a folder with letters
 * other than ASCII ends with 10 (seen in runs of the vendor's code).
 */
export const unifiedAgent: ExitCodeTable = {
  program: 'UNIFIEDAGENT.EXE',
  codes: {
    ...windowsInstallerCodes,
    0: words.done,
    1: words.failed,
    2: words.commandLine,
    3: words.arguments,
    10: words.location,
    11: words.upgrade,
    13: words.otherServer,
    14: words.passphrase,
    15: words.downgrade,
    16: words.dotNet,
    17: words.registration,
    18: words.vmwareTools,
    19: words.sourceConfiguration,
    41: words.running,
    42: words.windowsVersion,
    43: words.stop,
    44: words.start,
    45: words.provider,
    47: words.upperFilter,
    48: words.startType,
    50: words.providerMemory,
    51: words.providerLocked,
    52: words.providerExists,
    53: words.providerMarked,
    54: words.providerDenied,
    55: words.providerPath,
    56: words.links,
    57: words.services,
    62: words.restartPending,
    63: words.complus,
    64: words.bootDrivers,
    65: words.blocked,
    75: words.role,
    76: words.platform,
    77: words.cdpcli,
    78: words.proxyDetails,
    79: words.proxyFailed,
    90: words.memory,
    97: words.errors,
    98: words.warnings,
    99: words.prerequisites,
    1641: words.restart,
    3010: words.restart,
  },
  good: [0, 98, 1641, 3010],
  milestones: ['masterTarget'],
  log: 'ASRUnifiedAgentInstaller.log',
  reasons: [
    {
      code: 10,
      says: /\/InstallLocation\s+"[^"]*[^\x20-\x7e"][^"]*"/i,
      words: words.notAsciiLocation,
    },
  ],
};
