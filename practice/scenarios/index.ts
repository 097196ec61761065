import alreadyInstalled from './already-installed.json';
import badPackage from './bad-package.json';
import behindProxy from './behind-proxy.json';
import changedPackage from './changed-package.json';
import csUnreachable from './cs-unreachable.json';
import exit1 from './exit-1.json';
import exit4 from './exit-4.json';
import exit102 from './exit-102.json';
import exit113 from './exit-113.json';
import exit115 from './exit-115.json';
import freshPhysical from './fresh-physical.json';
import freshVmware from './fresh-vmware.json';
import fullDisk from './full-disk.json';
import halfInstalled from './half-installed.json';
import installerBusy from './installer-busy.json';
import notAdministrator from './not-administrator.json';
import otherSetupRunning from './other-setup-running.json';
import portBlocked from './port-blocked.json';
import quietError from './quiet-error.json';
import restartNeeded from './restart-needed.json';
import { parseScenario, type Scenario } from './schema';
import toolDies from './tool-dies.json';
import toolGoesOn from './tool-goes-on.json';
import wrongPassphrase from './wrong-passphrase.json';

/** The scenarios that come with the program, the usual one first. */
export const scenarios: readonly Scenario[] = [
  freshVmware,
  freshPhysical,
  behindProxy,
  wrongPassphrase,
  csUnreachable,
  fullDisk,
  portBlocked,
  badPackage,
  changedPackage,
  exit1,
  exit4,
  exit102,
  exit113,
  exit115,
  restartNeeded,
  otherSetupRunning,
  installerBusy,
  alreadyInstalled,
  halfInstalled,
  notAdministrator,
  toolDies,
  toolGoesOn,
  quietError,
].map(parseScenario);
