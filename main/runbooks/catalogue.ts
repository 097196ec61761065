import { addressRunbook } from './address/address';
import { antivirusRunbook } from './antivirus/antivirus';
import { certificatesRunbook } from './certificates/certificates';
import { decommissionRunbook } from './decommission/decommission';
import { leftoversRunbook } from './decommission/leftovers';
import { downloadRunbook } from './download/download';
import { removePackageRunbook } from './download/remove-package';
import { proxyRunbook } from './proxy/proxy';
import { purgeRunbook } from './purge/purge';
import { registerRunbook } from './register/register';
import { repairRunbook } from './repair/repair';
import { restoreRunbook } from './restore/restore';
import type { Runbook } from './runbook';
import { servicesRunbook } from './services/services';
import { installRunbook } from './set-up/install';
import { prepareRunbook } from './set-up/prepare';
import { prepareUpgradeRunbook } from './upgrade/prepare-upgrade';
import { upgradeRunbook } from './upgrade/upgrade';

const all: readonly Runbook[] = [
  prepareRunbook,
  installRunbook,
  downloadRunbook,
  removePackageRunbook,
  servicesRunbook,
  proxyRunbook,
  registerRunbook,
  prepareUpgradeRunbook,
  upgradeRunbook,
  antivirusRunbook,
  certificatesRunbook,
  addressRunbook,
  repairRunbook,
  decommissionRunbook,
  leftoversRunbook,
  purgeRunbook,
  restoreRunbook,
];

/** The procedure of that name; null when there is none. */
export function findRunbook(name: string): Runbook | null {
  return all.find((runbook) => runbook.name === name) ?? null;
}

export const runbookNames: readonly string[] = all.map(({ name }) => name);
