import type { ServerFacts } from '../../../../contract/facts';
import { isGalleryServer } from '../../../../contract/gallery-image';
import type { Precondition } from '../../../../contract/runbook';
import { conditionsText as text } from '../../../../contract/text/set-up-conditions';
import { type ProductPart, productParts } from '../../../vendor/removal';
import { compareVersions, familyOf, plainVersion } from '../../../vendor/versions';
import { condition } from '../../conditions';
import { dataPortProblem } from '../../fields';
import type { SetUpAnswers } from '../answers';
import { preparedFor } from '../prepared';

/** The parts that are here already, by their names on screen. */
export function installedParts(facts: ServerFacts): string[] {
  return productParts.flatMap((name) => {
    const version = facts.products[name];
    return version ? [text.parts[name](version)] : [];
  });
}

/** A server of the gallery image has no master target and no agent of its own. */
const neededParts = ({ configuration }: ServerFacts): readonly ProductPart[] =>
  configuration.isGalleryImage ? ['dependencies', 'processServer'] : productParts;

/** The parts that belong to this server and are not installed. */
export const missingParts = (facts: ServerFacts): ProductPart[] =>
  neededParts(facts).filter((part) => facts.products[part] === null);

export function isComplete(facts: ServerFacts): boolean {
  return installedParts(facts).length === productParts.length && facts.registration.registered;
}

/** Set-up refuses a complete process server, whatever it is asked for: even to show its terms. */
export function completeConditions(facts: ServerFacts): Precondition[] {
  const { installed, image } = text;
  if (isGalleryServer(facts)) {
    return [condition('installed', image, 'blocks', image.found(installedParts(facts).join(', ')))];
  }
  if (!isComplete(facts)) return [];
  const found = installed.all(facts.products.processServer ?? '');
  return [condition('installed', { ...installed, mend: installed.allMend }, 'blocks', found)];
}

/** What is here of an earlier installation, and whether set-up goes along with it. */
export function installedConditions(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const { installed, partial } = text;
  if (isComplete(facts) || isGalleryServer(facts)) return completeConditions(facts);
  const parts = installedParts(facts);
  if (parts.length === 0) {
    return [condition('installed', { ...installed, mend: '' }, 'passed', installed.needed)];
  }
  const obstacle = partialObstacle(answers, facts);
  const words = {
    ...partial,
    why: facts.products.processServer === null ? partial.whyFresh : partial.why,
    mend: obstacle ?? `${versionWords(answers, facts)} ${keptWords(facts)}`.trim(),
  };
  const found = partial.found(parts.join(', '));
  return [condition('installed', words, obstacle === null ? 'warns' : 'blocks', found)];
}

/** Why set-up would not, or not as meant, take up the parts that are here; null when it would. */
function partialObstacle(answers: SetUpAnswers, facts: ServerFacts): string | null {
  const { products, configuration } = facts;
  if (configuration.serverType === '3') return text.partial.configurationServer;
  if ((products.processServer ?? products.dependencies) === null) {
    return products.masterTarget === null ? null : text.partial.onlyAgent;
  }
  const [there, offered] = versionsOf(answers, facts).map(plainVersion);
  if (there && offered && familyOf(there) !== familyOf(offered)) {
    return text.partial.otherVersion(there, offered);
  }
  const { csAddress: kept, dataPort } = configuration;
  if (kept !== null && kept !== answers.csAddress) return text.partial.other(kept);
  const isUsable = products.processServer === null || dataPortProblem(dataPort ?? '') === null;
  return isUsable ? null : text.partial.unreadablePort(dataPort ?? '');
}

/** The version of what is here and that of the package; the latter empty before it is prepared. */
function versionsOf(answers: SetUpAnswers, facts: ServerFacts): [string, string] {
  const { processServer, dependencies } = facts.products;
  const offered = preparedFor(answers.setupFile, facts)?.version ?? '';
  return [processServer ?? dependencies ?? '', offered];
}

/** What is to be known when both versions are near, but not surely the same; else empty. */
function versionWords(answers: SetUpAnswers, facts: ServerFacts): string {
  const [there, offered] = versionsOf(answers, facts);
  if (there === '' || preparedFor(answers.setupFile, facts) === null) return '';
  const [plainThere, plainOffered] = [plainVersion(there), plainVersion(offered)];
  if (plainThere === null || plainOffered === null) {
    return text.partial.unknownVersion(there, offered);
  }
  const isSame = compareVersions(plainThere, plainOffered) === 0;
  return isSame ? '' : text.partial.nearVersion(there, offered);
}

function keptWords({ products, configuration }: ServerFacts): string {
  const { csAddress, installFolder, dataPort } = configuration;
  const { unknown, kept, nothingKept } = text.partial;
  if (products.processServer === null) return nothingKept;
  return kept(csAddress ?? unknown, installFolder ?? unknown, dataPort ?? unknown);
}
