import type { ServerFacts } from '../../../contract/facts';
import { type ProductPart, productParts } from '../../vendor/removal';
import {
  compareNamedVersions,
  compareVersions,
  familyOf,
  plainVersion,
} from '../../vendor/versions';
import { missingParts } from '../set-up/conditions/installed';

/**
 * Which procedure leads out. `none`: no bigger one is needed. Source: vendor source,
 * EvaluateOperations.cs: parts of the same version as the package are a re-installation, any other
 * an incomplete installation that it refuses; a complete one is upgraded when a part is older.
 */
export type WayOut =
  | 'configurationServer'
  | 'setUp'
  | 'reinstall'
  | 'beforeProcessServer'
  | 'remove'
  | 'upgrade'
  | 'none';

/** The version by which set-up knows what is here; null when neither of its parts is. */
export const versionHere = ({ products }: ServerFacts): string | null =>
  products.processServer ?? products.dependencies;

/** Parts that set-up brings to its own version; the agent has one of its own. */
const VERSIONED: readonly ProductPart[] = ['dependencies', 'processServer', 'masterTarget'];

/**
 * True when two parts tell different versions; what can not be read, and numbers that only one of
 * them names, tell nothing.
 */
export function hasMixedVersions({ products }: ServerFacts): boolean {
  const [first, ...rest] = VERSIONED.flatMap((part) => plainVersion(products[part] ?? '') ?? []);
  return first !== undefined && rest.some((version) => compareNamedVersions(first, version) !== 0);
}

/** The highest version among the parts, as it is written. */
export function highestVersion({ products }: ServerFacts): string {
  const versions = VERSIONED.flatMap((part) => plainVersion(products[part] ?? '') ?? []);
  return versions.sort(compareVersions).at(-1) ?? '';
}

export function wayOut(facts: ServerFacts): WayOut {
  const { products, configuration } = facts;
  const isOther = configuration.serverType === '3' && missingParts(facts).length > 0;
  if (isOther) return 'configurationServer';
  if (productParts.every((part) => products[part] === null)) return 'setUp';
  if (missingParts(facts).length === 0) return hasMixedVersions(facts) ? 'upgrade' : 'none';
  if (versionHere(facts) === null) return products.masterTarget === null ? 'setUp' : 'remove';
  return products.processServer === null ? 'beforeProcessServer' : 'reinstall';
}

const sameFamily = (a: string, b: string) =>
  familyOf(plainVersion(a) ?? a) === familyOf(plainVersion(b) ?? b);

/** The version of a kept set-up file that set-up would complete this server with; null: none is. */
export function fittingPackage(facts: ServerFacts): string | null {
  const here = versionHere(facts);
  if (here === null) return null;
  const verified = facts.packages.filter(({ state }) => state === 'verified');
  return (
    verified.find(({ version }) => version !== null && sameFamily(here, version))?.version ?? null
  );
}
