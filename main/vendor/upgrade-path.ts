import { compareVersions, plainVersion } from './versions';

/** Set-up upgrades what is at most so many minor versions older than the package. */
const MOST_MINORS = 4;

/**
 * Programs that set-up ends before an upgrade, with its other checks. Source: vendor source,
 * SetupHelper.cs.
 */
export const ENDED_BY_UPGRADE: readonly string[] = ['cspsconfigtool', 'frsvc'];

/** What `/Upgrade` does with these versions; every one but `upgrade` is left alone. */
export type UpgradePath =
  | { kind: 'upgrade' }
  | { kind: 'same' }
  /** A part is newer than the package. */
  | { kind: 'higher'; version: string }
  /** `through`: the versions to go through, one after another, before this package. */
  | { kind: 'tooOld'; version: string; through: string[] }
  | { kind: 'otherMajor'; version: string }
  | { kind: 'unreadable'; version: string };

const numbersOf = (version: string) => version.split('.').map(Number);
const minorOf = (version: string) => numbersOf(version)[1] ?? 0;

/** The furthest version of each step, until the package is within reach: 9.40 to 9.55 by 9.44, 9.48, 9.52. */
function stepsBetween(from: string, to: string): string[] {
  const [major = 0] = numbersOf(to);
  const steps: string[] = [];
  for (let at = minorOf(from); minorOf(to) - at > MOST_MINORS; ) {
    at += MOST_MINORS;
    steps.push(`${major}.${at}`);
  }
  return steps;
}

/**
 * What set-up of version `offered` would do with parts of these versions. Any newer part makes it
 * refuse, all the same makes it refuse, and one of `aged` that is more than four minor versions older:
 * dependencies and process server only, so that a master target that stayed behind is taken along.
 * Source: vendor source, WrapperSetup/EvaluateOperations.cs; exit codes seen in runs of it.
 */
export function upgradePath(
  installed: readonly string[],
  offered: string,
  aged: readonly string[] = installed,
): UpgradePath {
  const target = plainVersion(offered);
  if (target === null) return { kind: 'unreadable', version: offered };
  const parts: string[] = [];
  for (const version of installed) {
    const plain = plainVersion(version);
    if (plain === null) return { kind: 'unreadable', version };
    parts.push(plain);
  }
  parts.sort(compareVersions);
  const oldest = parts[0] ?? target;
  const newest = parts.at(-1) ?? target;
  if (compareVersions(newest, target) > 0) return { kind: 'higher', version: newest };
  if (compareVersions(oldest, target) === 0) return { kind: 'same' };
  if (numbersOf(oldest)[0] !== numbersOf(target)[0]) return { kind: 'otherMajor', version: oldest };
  const [first = oldest] = aged.flatMap((one) => plainVersion(one) ?? []).sort(compareVersions);
  const through = stepsBetween(first, target);
  return through.length > 0 ? { kind: 'tooOld', version: first, through } : { kind: 'upgrade' };
}

/**
 * What a part's version begins with after the upgrade. Installers write the last numbers in their
 * own ways, so two numbers are compared; all that were there, where the first two stay the same.
 */
export function versionAfter(before: string | null, offered: string): string | null {
  const target = plainVersion(offered)?.split('.');
  if (!target) return null;
  const family = target.slice(0, 2).join('.');
  const there = plainVersion(before ?? '');
  if (there === null || `${there}.`.startsWith(`${family}.`) === false) return family;
  return target.slice(0, there.split('.').length).join('.');
}
