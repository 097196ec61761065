import type { PreparedPackage, ServerFacts } from '../../../../contract/facts';
import type { Precondition } from '../../../../contract/runbook';
import { conditionsText as text } from '../../../../contract/text/set-up-conditions';
import { compareNamedVersions, plainVersion } from '../../../vendor/versions';
import { blocksUnless, condition } from '../../conditions';
import type { SetUpAnswers } from '../answers';
import { preparedFor } from '../prepared';

/** The prepared package: verified, whole, its terms read, and not newer than it may be. */
export function packageConditions(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const prepared = preparedFor(answers.setupFile, facts);
  const package_ = packageCondition(prepared);
  if (!prepared || package_.verdict !== 'passed') return [package_];
  return [package_, termsCondition(prepared), versionCondition(answers, prepared)];
}

/** Whether a package is prepared, as it was verified, and whole. */
export function packageCondition(prepared: PreparedPackage | null): Precondition {
  const isGood = prepared?.unchanged === true && prepared.complete;
  return condition('package', text.package, blocksUnless(isGood), packageFound(prepared));
}

function packageFound(prepared: PreparedPackage | null): string {
  if (prepared === null) return text.package.none;
  if (!prepared.unchanged) return text.package.changed;
  if (!prepared.complete) return text.package.incomplete;
  return text.package.ready(prepared.version, prepared.sha256);
}

function termsCondition({ terms }: PreparedPackage): Precondition {
  const lines = terms?.split('\n').filter((line) => line.trim() !== '').length ?? 0;
  const found = lines > 0 ? text.terms.read(lines) : text.terms.missing;
  return condition('terms', text.terms, blocksUnless(lines > 0), found);
}

/** The package is not newer than the configuration server may have it. */
export function versionCondition(
  { csVersion }: Pick<SetUpAnswers, 'csVersion'>,
  { version }: Pick<PreparedPackage, 'version'>,
): Precondition {
  const words = text.version;
  if (csVersion === null) {
    const unknown = { ...words, needed: words.neededUnknown, mend: words.mendUnknown };
    return condition('version', unknown, 'warns', words.notAsked(version));
  }
  const plain = plainVersion(version);
  const needed = { ...words, needed: words.needed(csVersion) };
  if (plain === null) {
    const unreadable = { ...needed, mend: words.mendUnreadable };
    return condition('version', unreadable, 'warns', words.unreadable(version));
  }
  const isLower = compareNamedVersions(plain, csVersion) <= 0;
  return condition('version', needed, blocksUnless(isLower), words.found(plain));
}
