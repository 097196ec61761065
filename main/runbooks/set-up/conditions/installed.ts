import type { ServerFacts } from '../../../../contract/facts';
import type { Precondition } from '../../../../contract/runbook';
import { conditionsText as text } from '../../../../contract/text/set-up-conditions';
import { compareVersions } from '../../../vendor/versions';
import { condition } from '../../conditions';
import type { SetUpAnswers } from '../answers';

const PARTS = ['dependencies', 'processServer', 'masterTarget', 'agent'] as const;

/** The parts that are here already, by their names on screen. */
export function installedParts(facts: ServerFacts): string[] {
  return PARTS.flatMap((name) => {
    const version = facts.products[name];
    return version ? [text.parts[name](version)] : [];
  });
}

export function isComplete(facts: ServerFacts): boolean {
  return installedParts(facts).length === PARTS.length && facts.registration.registered;
}

/** What is here of an earlier installation, and whether set-up goes along with it. */
export function installedConditions(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const { installed, partial } = text;
  if (isComplete(facts)) {
    const found = installed.all(facts.products.processServer ?? '');
    return [condition('installed', { ...installed, mend: installed.allMend }, 'blocks', found)];
  }
  const parts = installedParts(facts);
  if (parts.length === 0) {
    return [condition('installed', { ...installed, mend: '' }, 'passed', installed.needed)];
  }
  const obstacle = partialObstacle(answers, facts);
  const mend = obstacle ?? keptWords(facts);
  const found = partial.found(parts.join(', '));
  return [
    condition('installed', { ...partial, mend }, obstacle === null ? 'warns' : 'blocks', found),
  ];
}

/** Why set-up would not, or not as meant, take up the parts that are here; null when it would. */
function partialObstacle(answers: SetUpAnswers, facts: ServerFacts): string | null {
  const { products, configuration, prepared } = facts;
  const base = products.processServer ?? products.dependencies;
  if (base === null) return products.masterTarget === null ? null : text.partial.onlyAgent;
  if (prepared && compareVersions(base, prepared.version) !== 0) {
    return text.partial.otherVersion(base, prepared.version);
  }
  const kept = configuration.csAddress;
  return kept !== null && kept !== answers.csAddress ? text.partial.other(kept) : null;
}

function keptWords({ configuration }: ServerFacts): string {
  const { csAddress, installFolder, dataPort } = configuration;
  const { unknown, kept } = text.partial;
  return kept(csAddress ?? unknown, installFolder ?? unknown, dataPort ?? unknown);
}
