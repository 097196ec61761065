import type { ServerFacts } from '../../../contract/facts';
import { PRODUCT_NAMES } from '../../vendor/products';
import { type UpgradePath, upgradePath } from '../../vendor/upgrade-path';
import { isComplete } from '../set-up/conditions/installed';

/** The parts that carry the version of set-up; the agent has versions of its own. */
export const versionedParts = ['dependencies', 'processServer', 'masterTarget'] as const;
export type VersionedPart = (typeof versionedParts)[number];

/** Made from the image of the gallery: neither master target nor agent is there to be upgraded. */
export const isPlainGalleryImage = ({ configuration, products }: ServerFacts): boolean =>
  configuration.isGalleryImage && products.masterTarget === null;

/** The parts of this server that an upgrade brings to its version. */
export const partsToUpgrade = (facts: ServerFacts): VersionedPart[] =>
  versionedParts.filter((part) => part !== 'masterTarget' || !isPlainGalleryImage(facts));

/** Their versions as they are now. */
export const installedVersions = (facts: ServerFacts): string[] =>
  partsToUpgrade(facts).flatMap((part) => facts.products[part] ?? []);

/** What set-up would do with this server and a file of that version. */
export const pathTo = (offered: string, facts: ServerFacts): UpgradePath => {
  const { dependencies, processServer } = facts.products;
  const aged = [dependencies, processServer].flatMap((version) => version ?? []);
  return upgradePath(installedVersions(facts), offered, aged);
};

/** Set-up upgrades only a whole process server: on an image dependencies and process server. */
export function isUpgradable(facts: ServerFacts): boolean {
  const { dependencies, processServer } = facts.products;
  if (isPlainGalleryImage(facts)) return dependencies !== null && processServer !== null;
  return isComplete(facts);
}

export const productNameOf = (part: VersionedPart): string => PRODUCT_NAMES[part];
