import type { DefenderFacts } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { ServerPath } from '../../../contract/server-path';
import {
  isOfConfigurationServer,
  isOfSiteRecovery,
  samePath,
} from '../../vendor/antivirus-folders';

/** How the exclusions of this server differ from the list. */
export interface Drift {
  /** On the list and left out. */
  present: ServerPath[];
  missing: ServerPath[];
  /** Left out, of Site Recovery, and not on the list. */
  additional: ServerPath[];
}

/** Microsoft Defender where its exclusions can be read; null where it could not be told. */
export function readableDefender({ details }: ServerFacts): DefenderFacts | null {
  const defender = details.antivirus?.defender ?? null;
  if (defender === null || defender.hidden || !defender.available) return null;
  return defender.mode === 'Not running' ? null : defender;
}

/** The difference, each path as Defender itself writes it; null where it could not be told. */
export function driftOf(folders: readonly ServerPath[], facts: ServerFacts): Drift | null {
  const defender = readableDefender(facts);
  if (defender === null) return null;
  const hasConfigurationServer = facts.configuration.serverType === '3';
  const isLeftOver = (path: ServerPath) =>
    isOfSiteRecovery(path) &&
    !isListed(path) &&
    !(hasConfigurationServer && isOfConfigurationServer(path));
  const isListed = (path: ServerPath) => folders.some((folder) => samePath(folder, path));
  const isExcluded = (folder: ServerPath) => defender.paths.some((path) => samePath(path, folder));
  return {
    present: defender.paths.filter(isListed),
    missing: folders.filter((folder) => !isExcluded(folder)),
    additional: defender.paths.filter(isLeftOver),
  };
}
