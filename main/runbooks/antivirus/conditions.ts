import type { ServerFacts } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { antivirusText } from '../../../contract/text/antivirus-procedure';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import { type AntivirusAnswers, foldersFor } from './answers';
import { driftOf, readableDefender } from './drift';

const text = antivirusText.conditions;

function readable(facts: ServerFacts): Precondition {
  const words = text.readable;
  const isReadable = readableDefender(facts) !== null;
  const { defender = null, why = '' } = facts.details.antivirus ?? {};
  const reason =
    defender === null ? words.unknown(why) : defender.hidden ? words.hidden : words.absent;
  return condition('readable', words, blocksUnless(isReadable), isReadable ? words.needed : reason);
}

function changeable(facts: ServerFacts): Precondition {
  const words = text.changeable;
  const lockedBy = facts.details.antivirus?.defender?.lockedBy ?? 'nobody';
  const isFree = lockedBy === 'nobody';
  const found = isFree ? words.needed : words[lockedBy];
  return condition('changeable', words, blocksUnless(isFree), found);
}

function watching(facts: ServerFacts): Precondition {
  const words = text.watching;
  const defender = readableDefender(facts);
  const isActive = defender?.active === true;
  const found = isActive ? words.needed : words.asleep(defender?.mode ?? '');
  return condition('watching', words, warnsUnless(isActive), found);
}

function otherProducts({ details }: ServerFacts): Precondition {
  const words = text.otherProducts;
  const names = details.antivirus?.otherProducts ?? [];
  const isAlone = names.length === 0;
  const found = isAlone ? words.needed : words.found(names.join(', '));
  return condition('otherProducts', words, warnsUnless(isAlone), found);
}

function drift(answers: AntivirusAnswers, facts: ServerFacts): Precondition[] {
  const folders = foldersFor(answers, facts);
  const seen = folders === null ? null : driftOf(folders, facts);
  if (seen === null) return [];
  const words = text.drift;
  const parts = [
    ...(seen.missing.length > 0 ? [words.missing(seen.missing)] : []),
    ...(seen.additional.length > 0 ? [words.additional(seen.additional)] : []),
  ];
  const found = parts.length === 0 ? words.needed : parts.join('; ');
  return [condition('drift', words, warnsUnless(parts.length === 0), found)];
}

const COPIED_ELSEWHERE = ['readable', 'changeable', 'watching', 'otherProducts'];

/** Where the list has to be copied elsewhere it is told at once: there may be no plan that has it. */
function withList(one: Precondition, folders: readonly string[] | null): Precondition {
  if (one.mend === '' || folders === null || !COPIED_ELSEWHERE.includes(one.id)) return one;
  return { ...one, mend: text.withList(one.mend, folders) };
}

/** What has to hold before exclusions are touched; a list for elsewhere needs nothing of this server. */
export function antivirusConditions(answers: AntivirusAnswers, facts: ServerFacts): Precondition[] {
  if (answers.machine !== 'processServer') return [];
  const isInstalled = foldersFor(answers, facts) !== null;
  const { installed } = text;
  const found = isInstalled ? installed.needed : installed.missing;
  const changes = answers.action !== 'show';
  const isReadable = readableDefender(facts) !== null;
  const conditions = [
    ...(changes ? generalConditions(facts) : []),
    condition('installed', installed, blocksUnless(isInstalled), found),
    readable(facts),
    ...(changes && isReadable ? [changeable(facts)] : []),
    ...(isReadable ? [watching(facts)] : []),
    otherProducts(facts),
  ];
  return [
    ...conditions.map((one) => withList(one, foldersFor(answers, facts))),
    ...drift(answers, facts),
  ];
}
