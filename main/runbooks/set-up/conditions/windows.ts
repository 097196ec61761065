import type { ServerFacts } from '../../../../contract/facts';
import type { Precondition } from '../../../../contract/runbook';
import { conditionsText as text } from '../../../../contract/text/set-up-conditions';
import { dotNetVersion, NEEDED_DOT_NET } from '../../../vendor/dot-net';
import { compareNamedVersions, compareVersions } from '../../../vendor/versions';
import {
  blocksUnless,
  type ConditionWords,
  condition,
  installerCondition,
  restartCondition,
  warnsUnless,
} from '../../conditions';
import type { SetUpAnswers } from '../answers';
import { isFreshInstallation } from '../effective-answers';

const OLDEST_WINDOWS = '6.3';
const NEWEST_WINDOWS = '10.0.14393';
/** What set-up itself allows, as far as is known. */
const CLOCK_CHECKED_SECONDS = 300;
/** Azure refuses tokens of a clock that is further off (ACS50008). */
const CLOCK_BLOCKS_SECONDS = 900;

const isEnglish = (language: string) => /^en(?:-|$)/i.test(language);

/** What set-up looks at in Windows itself before it installs, and what it says nothing about. */
export function windowsConditions(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const { perl, asrFolder } = text;
  const { prerequisites: found } = facts;
  return [
    windowsVersion(facts),
    languageCondition(facts),
    ...installerConditions(facts),
    dotNetCondition(facts),
    tlsCondition(answers, facts),
    ...policyConditions(answers, facts),
    clockCondition(answers, facts),
    rolesCondition(facts),
    mySqlCondition(facts),
    condition('perl', perl, warnsUnless(found.perl === null), found.perl ?? perl.none),
    condition('asrFolder', asrFolder, asrFolderVerdict(facts), asrFolder[found.asrFolder]),
  ];
}

/** Nobody else installs, and Windows does not wait for a restart. */
export function installerConditions(facts: ServerFacts): Precondition[] {
  const { installer, restart } = text;
  return [installerCondition(installer, facts), restartCondition(restart, facts, blocksUnless)];
}

/** Set-up looks for it whatever it is asked for. */
export function mySqlCondition({ prerequisites: { mySql55 } }: ServerFacts): Precondition {
  const { mySql } = text;
  return condition('mySql', mySql, blocksUnless(mySql55 === null), mySql55 ?? mySql.none);
}

/** Only a fresh installation ends there: set-up removes a link, and no folder with content. */
function asrFolderVerdict(facts: ServerFacts): Precondition['verdict'] {
  const isGood = facts.prerequisites.asrFolder !== 'folder';
  return isFreshInstallation(facts) ? blocksUnless(isGood) : warnsUnless(isGood);
}

function rolesCondition({ prerequisites: { roles } }: ServerFacts): Precondition {
  const found = roles === null ? text.couldNotTell : roles.join(', ') || text.roles.none;
  return condition('roles', text.roles, warnsUnless(roles?.length === 0), found);
}

function windowsVersion({ windows: { caption, version } }: ServerFacts): Precondition {
  const words = text.windows;
  const found = words.found(caption, version);
  const isServer = /server/i.test(caption);
  if (!isServer || compareVersions(version, OLDEST_WINDOWS) < 0) {
    return condition('windows', words, 'blocks', found);
  }
  const isKnown = compareNamedVersions(version, NEWEST_WINDOWS) <= 0;
  return condition('windows', { ...words, mend: words.newerMend }, warnsUnless(isKnown), found);
}

export function languageCondition({ windows, prerequisites }: ServerFacts): Precondition {
  const isGood = isEnglish(windows.language) && isEnglish(prerequisites.culture);
  const found = text.language.found(windows.language, prerequisites.culture);
  return condition('language', text.language, blocksUnless(isGood), found);
}

/** Without it set-up shows a box that nobody sees, whatever it is asked for. */
export function dotNetCondition({ prerequisites: { dotNetRelease } }: ServerFacts): Precondition {
  const found =
    dotNetRelease === null
      ? text.dotNet.missing
      : text.dotNet.release(dotNetVersion(dotNetRelease), dotNetRelease);
  const isGood = dotNetRelease !== null && dotNetRelease >= NEEDED_DOT_NET;
  return condition('dotNet', text.dotNet, blocksUnless(isGood), found);
}

function tlsCondition({ skipTls }: SetUpAnswers, { prerequisites }: ServerFacts): Precondition {
  const { tls10Off } = prerequisites;
  const words = skipTls ? { ...text.tls, mend: text.tls.skipped } : text.tls;
  const verdict = skipTls ? warnsUnless(!tls10Off) : blocksUnless(!tls10Off);
  return condition('tls', words, verdict, tls10Off ? text.tls.off : text.tls.on);
}

/** FIPS mode and the four group policies: set-up skips these checks when it is told to. */
function policyConditions(
  { skipPrerequisites }: SetUpAnswers,
  { prerequisites: { fips, policies } }: ServerFacts,
): Precondition[] {
  const verdict = (isBad: boolean) =>
    skipPrerequisites ? warnsUnless(!isBad) : blocksUnless(!isBad);
  const { needed, inForce, why, mend } = text.policies;
  const policy = (name: keyof typeof policies) => {
    const words: ConditionWords = { title: text.policies[name], needed, why, mend };
    return condition(name, words, verdict(policies[name]), policies[name] ? inForce : needed);
  };
  return [
    condition(
      'fips',
      { ...text.fips, needed: text.fips.off },
      verdict(fips),
      fips ? text.fips.on : text.fips.off,
    ),
    policy('commandPrompt'),
    policy('registryTools'),
    policy('attachments'),
    policy('scripts'),
  ];
}

function clockCondition(
  { skipPrerequisites }: SetUpAnswers,
  { prerequisites }: ServerFacts,
): Precondition {
  const { clockOffsetSeconds: offset, timeSource } = prerequisites;
  if (offset === null) {
    return condition('clock', text.clock, 'warns', text.clock.unknown(timeSource));
  }
  const found = text.clock.found(offset, timeSource);
  const seconds = Math.abs(offset);
  const isNear = seconds <= CLOCK_CHECKED_SECONDS;
  const isSkipped = skipPrerequisites && seconds <= CLOCK_BLOCKS_SECONDS;
  const verdict = isSkipped ? warnsUnless(isNear) : blocksUnless(isNear);
  return condition('clock', text.clock, verdict, found);
}
