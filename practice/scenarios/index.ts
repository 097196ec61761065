import addressChanged from './address-changed.json';
import addressRefusesStop from './address-refuses-stop.json';
import agentFails from './agent-fails.json';
import alreadyInstalled from './already-installed.json';
import antivirusManaged from './antivirus-managed.json';
import antivirusOther from './antivirus-other.json';
import antivirusPartly from './antivirus-partly.json';
import backupKept from './backup-kept.json';
import badPackage from './bad-package.json';
import behindProxy from './behind-proxy.json';
import cardChanged from './card-changed.json';
import certificateNotRenewed from './certificate-not-renewed.json';
import certificateSilent from './certificate-silent.json';
import certificatesExpiring from './certificates-expiring.json';
import changedPackage from './changed-package.json';
import clockOff from './clock-off.json';
import clockSetBack from './clock-set-back.json';
import configurationServer from './configuration-server.json';
import configureFails14 from './configure-fails-14.json';
import csUnreachable from './cs-unreachable.json';
import decommissionAzureBackup from './decommission-azure-backup.json';
import decommissionBusy from './decommission-busy.json';
import decommissionFileInUse from './decommission-file-in-use.json';
import decommissionNotUnregistered from './decommission-not-unregistered.json';
import dependenciesFail20 from './dependencies-fail-20.json';
import dhcpAddress from './dhcp-address.json';
import downloadBehindProxy from './download-behind-proxy.json';
import downloadBreaks from './download-breaks.json';
import downloadElsewhere from './download-elsewhere.json';
import downloadNotFound from './download-not-found.json';
import downloadUnsigned from './download-unsigned.json';
import exit1 from './exit-1.json';
import exit4 from './exit-4.json';
import exit102 from './exit-102.json';
import exit113 from './exit-113.json';
import exit115 from './exit-115.json';
import fipsOn from './fips-on.json';
import freshPhysical from './fresh-physical.json';
import freshVmware from './fresh-vmware.json';
import fullDisk from './full-disk.json';
import galleryImage from './gallery-image.json';
import halfInstalled from './half-installed.json';
import incompletePackage from './incomplete-package.json';
import installerBusy from './installer-busy.json';
import logRotated from './log-rotated.json';
import manyCards from './many-cards.json';
import manyDrives from './many-drives.json';
import masterTargetFails10 from './master-target-fails-10.json';
import masterTargetFails62 from './master-target-fails-62.json';
import midnightRoll from './midnight-roll.json';
import mysql55 from './mysql-55.json';
import netTooOld from './net-too-old.json';
import networkLostAtRegistration from './network-lost-at-registration.json';
import newerInstalled from './newer-installed.json';
import noVmwareTools from './no-vmware-tools.json';
import notAdministrator from './not-administrator.json';
import notEnglish from './not-english.json';
import olderBehindProxy from './older-behind-proxy.json' with { type: 'json' };
import olderGalleryImage from './older-gallery-image.json' with { type: 'json' };
import olderInstalled from './older-installed.json';
import otherServerPartly from './other-server-partly.json';
import otherSetupRunning from './other-setup-running.json';
import policyBlocks from './policy-blocks.json';
import policyLocks from './policy-locks.json';
import portBlocked from './port-blocked.json';
import processServerFails34 from './process-server-fails-34.json';
import processServerFails44 from './process-server-fails-44.json';
import proxyBlocksDownload from './proxy-blocks-download.json';
import proxyMoved from './proxy-moved.json';
import proxyNotTaken from './proxy-not-taken.json';
import proxyRefusesSignIn from './proxy-refuses-sign-in.json';
import proxyRegistrationFails from './proxy-registration-fails.json';
import proxyWindowsSignIn from './proxy-windows-sign-in.json';
import purgeDeadServer from './purge-dead-server.json';
import purgeNotRemoved from './purge-not-removed.json';
import quietError from './quiet-error.json';
import registrationOtherServer from './registration-other-server.json';
import registrationPassphrase from './registration-passphrase.json';
import registrationSaysSucceeded from './registration-says-succeeded.json';
import registrationWindowClosed from './registration-window-closed.json';
import registrationWrongDataPort from './registration-wrong-data-port.json';
import repairMixed from './repair-mixed.json';
import repairServices from './repair-services.json';
import restartNeeded from './restart-needed.json';
import { parseScenario, type Scenario } from './schema';
import serverRoles from './server-roles.json';
import servicesEndAgain from './services-end-again.json';
import servicesRefuseStop from './services-refuse-stop.json';
import servicesSlow from './services-slow.json';
import servicesStartTypes from './services-start-types.json';
import servicesStuck from './services-stuck.json';
import signOutDuringSetUp from './sign-out-during-set-up.json';
import smallServer from './small-server.json';
import tls10Off from './tls10-off.json';
import tooOldInstalled from './too-old-installed.json';
import toolDies from './tool-dies.json';
import toolGoesOn from './tool-goes-on.json';
import twoRestarts from './two-restarts.json';
import upgradePartStays from './upgrade-part-stays.json' with { type: 'json' };
import upgradeServiceHangs from './upgrade-service-hangs.json' with { type: 'json' };
import windows10 from './windows-10.json';
import windows2012r2 from './windows-2012r2.json';
import windows2019 from './windows-2019.json';
import wrongPassphrase from './wrong-passphrase.json';

const files = [
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
  galleryImage,
  notAdministrator,
  toolDies,
  toolGoesOn,
  quietError,
  downloadBreaks,
  downloadElsewhere,
  downloadUnsigned,
  downloadNotFound,
  downloadBehindProxy,
  proxyWindowsSignIn,
  proxyBlocksDownload,
  tls10Off,
  fipsOn,
  policyBlocks,
  clockOff,
  notEnglish,
  serverRoles,
  netTooOld,
  mysql55,
  smallServer,
  dhcpAddress,
  noVmwareTools,
  manyDrives,
  manyCards,
  olderInstalled,
  newerInstalled,
  tooOldInstalled,
  decommissionAzureBackup,
  decommissionBusy,
  decommissionFileInUse,
  decommissionNotUnregistered,
  otherServerPartly,
  signOutDuringSetUp,
  logRotated,
  midnightRoll,
  clockSetBack,
  networkLostAtRegistration,
  incompletePackage,
  twoRestarts,
  windows2012r2,
  windows2019,
  windows10,
  dependenciesFail20,
  processServerFails34,
  processServerFails44,
  masterTargetFails62,
  masterTargetFails10,
  configureFails14,
  agentFails,
  registrationPassphrase,
  servicesSlow,
  servicesStuck,
  servicesRefuseStop,
  servicesEndAgain,
  servicesStartTypes,
  proxyMoved,
  proxyNotTaken,
  proxyRefusesSignIn,
  proxyRegistrationFails,
  registrationOtherServer,
  registrationWindowClosed,
  registrationWrongDataPort,
  registrationSaysSucceeded,
  olderBehindProxy,
  olderGalleryImage,
  upgradePartStays,
  upgradeServiceHangs,
  antivirusPartly,
  antivirusManaged,
  antivirusOther,
  certificatesExpiring,
  certificateNotRenewed,
  certificateSilent,
  addressChanged,
  backupKept,
  cardChanged,
  addressRefusesStop,
  repairServices,
  repairMixed,
  configurationServer,
  purgeDeadServer,
  purgeNotRemoved,
  policyLocks,
];

/** Id and title of every scenario that comes with the program, the usual one first. */
export const scenarioTitles: readonly Pick<Scenario, 'id' | 'title'>[] = files;

/** Reads the scenario of that id, or the usual one; undefined when none comes with the program. */
export function scenarioNamed(id = files[0]?.id): Scenario | undefined {
  const file = files.find((one) => one.id === id);
  return file && parseScenario(file);
}

/** Reads every scenario: some hundred, so a start of the program doesn't. */
export const readScenarios = (): readonly Scenario[] => files.map(parseScenario);

/** All of them read. Left out of the program, which has no use for all of them. */
export const scenarios: readonly Scenario[] = /* @__PURE__ */ readScenarios();
