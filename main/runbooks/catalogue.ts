import { downloadRunbook } from './download/download';
import { removePackageRunbook } from './download/remove-package';
import { restoreRunbook } from './restore/restore';
import type { Runbook } from './runbook';
import { servicesRunbook } from './services/services';
import { installRunbook } from './set-up/install';
import { prepareRunbook } from './set-up/prepare';

const all: readonly Runbook[] = [
  prepareRunbook,
  installRunbook,
  downloadRunbook,
  removePackageRunbook,
  servicesRunbook,
  restoreRunbook,
];

/** The procedure of that name; null when there is none. */
export function findRunbook(name: string): Runbook | null {
  return all.find((runbook) => runbook.name === name) ?? null;
}

export const runbookNames: readonly string[] = all.map(({ name }) => name);
