import type { ServerFacts } from '../../../contract/facts';
import { PRODUCT_FACT } from '../../../contract/history';
import type { Answers, Precondition } from '../../../contract/runbook';
import { driftText } from '../../../contract/text/drift';
import { restoreProcedureText } from '../../../contract/text/restore-procedure';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import {
  backupsOf,
  chosenBackup,
  type FoundBackup,
  filesOf,
  isToPutBack,
  keysOf,
  olderThan,
} from './answers';

const { conditions: text, key: keyWords } = restoreProcedureText;

/** Files, keys and values of a backup that were not there when it was made. */
export function extrasOf(found: FoundBackup): string[] {
  const files = filesOf(found).filter(({ state }) => state === 'added');
  const entries = keysOf(found).flatMap(({ view, added }) =>
    added.map(({ key, name }) => keyWords(view, name === null ? key : `${key}: ${name}`)),
  );
  return [...files.map(({ path }) => path), ...entries];
}

/** What can't be put back because its copy is not what was kept. */
export const damagedOf = (found: FoundBackup): string[] => [
  ...filesOf(found)
    .filter(({ state }) => state === 'damaged')
    .map(({ path }) => path),
  ...keysOf(found)
    .filter(({ state }) => state === 'damaged')
    .map(({ view, key }) => keyWords(view, key)),
];

const VERSION = /\\installed products\\[^\\]+$/i;
const VERSION_VALUES = ['version', 'product_version', 'build_version'];

/** What the kept keys say of the installed programs and is not so now. */
const otherEntries = (found: FoundBackup): string[] =>
  found.state.registry.flatMap(({ changed }) =>
    changed
      .filter(
        ({ key, name }) => VERSION.test(key) && (name === null || VERSION_VALUES.includes(name)),
      )
      .map(({ key, name }) => (name === null ? key : `${key}: ${name}`)),
  );

/** Parts whose files and settings belong to one version. The agent is updated on its own. */
const VERSIONED = ['dependencies', 'processServer', 'masterTarget'] as const;

function otherVersions({ backup: { programs } }: FoundBackup, { products }: ServerFacts): string[] {
  if (!programs) return [];
  const { label, nothing } = driftText;
  const named = VERSIONED.filter((part) => (programs[part] ?? null) !== products[part]).map(
    (part) =>
      `${label(PRODUCT_FACT + part)}: ${programs[part] ?? nothing} → ${products[part] ?? nothing}`,
  );
  const agentChanged = (programs.agent === undefined) !== (products.agent === null);
  return agentChanged ? [...named, label(`${PRODUCT_FACT}agent`)] : named;
}

function samePrograms(found: FoundBackup, facts: ServerFacts): Precondition {
  const { programs: words } = text;
  const others = [...otherVersions(found, facts), ...otherEntries(found)];
  if (others.length > 0) {
    return condition('programs', words, 'blocks', words.other(others.join(', ')));
  }
  return found.backup.programs
    ? condition('programs', words, 'passed', words.needed)
    : condition('programs', words, 'warns', words.unknown);
}

function restoring(found: FoundBackup, answers: Answers, facts: ServerFacts): Precondition[] {
  const { differs, whole, extras } = text;
  const extra = extrasOf(found);
  const damaged = damagedOf(found);
  const willGo = answers.extras === 'remove';
  const isOther =
    filesOf(found).some(isToPutBack) ||
    keysOf(found).some(isToPutBack) ||
    (willGo && extra.length > 0);
  return [
    condition(
      'differs',
      differs,
      blocksUnless(isOther),
      isOther ? differs.needed : differs.nothing,
    ),
    samePrograms(found, facts),
    condition(
      'whole',
      whole,
      warnsUnless(damaged.length === 0),
      damaged.length === 0 ? whole.needed : whole.damaged(damaged.join(', ')),
    ),
    condition(
      'extras',
      extras,
      warnsUnless(extra.length === 0),
      extra.length === 0 ? extras.needed : extras.found(extra.join(', '), willGo),
    ),
  ];
}

/** What has to hold before a backup is put back, or old ones are deleted. */
export function restoreConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const { kept, old } = text;
  const unusable = facts.details.unusableBackups ?? [];
  const general = [
    ...generalConditions(facts),
    ...(unusable.length === 0
      ? []
      : [condition('own', text.own, 'warns', text.own.unusable(unusable.join(', ')))]),
  ];
  const hasAny = backupsOf(facts).length > 0;
  if (!hasAny) return [...general, condition('kept', kept, 'blocks', kept.none)];
  if (answers.action === 'delete') {
    const hasOld = olderThan(Number(answers.older), facts).length > 0;
    const found = hasOld ? old.needed : old.none;
    return [...general, condition('old', old, blocksUnless(hasOld), found)];
  }
  const found = chosenBackup(answers, facts);
  return found ? [...general, ...restoring(found, answers, facts)] : general;
}
