import { text } from '../../../contract/text/set-up-agent-codes';
import type { ProblemWords } from '../../../contract/text/set-up-codes';

const words = text.windowsInstaller;

/** Exit codes of msiexec.exe, which installers around an MSI pass on. Source: Windows. */
export const windowsInstallerCodes: Readonly<Record<number, ProblemWords>> = {
  1601: words.service,
  1602: words.cancelled,
  1603: words.fatal,
  1618: words.busy,
  1619: words.package,
  1620: words.package,
  1625: words.policy,
  1638: words.otherVersion,
  1641: words.restartBegun,
  3010: words.restartNeeded,
};
