import type { ServerFacts } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { text as remains } from '../../../contract/text/remains';
import { repairProcedureText as text } from '../../../contract/text/repair-procedure';
import { productParts } from '../../vendor/removal';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import { missingParts } from '../set-up/conditions/installed';
import {
  goneServices,
  lacksLink,
  lacksRegistration,
  linkTarget,
  notRunning,
  wrongStartTypes,
} from './broken';
import { fittingPackage, highestVersion, versionHere, wayOut } from './way-out';

const { conditions: words, ways } = text;

type LeadsTo = NonNullable<Precondition['leadsTo']>;

const lead = (procedure: string, label: string): LeadsTo => ({ procedure, label });

interface BiggerWay {
  why: string;
  mend: string;
  /** Null where no procedure of this program leads out. */
  leadsTo: LeadsTo | null;
}

/** What set-up would do with the parts that are here, and the file it needs for it. */
function reinstallation(facts: ServerFacts): BiggerWay {
  const { why, what, kept, noneKept, button } = ways.reinstall;
  const version = versionHere(facts) ?? '';
  const fitting = fittingPackage(facts);
  const first = wayOut(facts) === 'reinstall' ? what(version) : `${ways.beforeProcessServer.what}`;
  const file = fitting === null ? noneKept(version) : kept(fitting);
  return { why, mend: `${first} ${file}`, leadsTo: lead('set-up', button) };
}

function biggerWay(facts: ServerFacts): BiggerWay {
  switch (wayOut(facts)) {
    case 'setUp':
      return {
        why: ways.setUp.why,
        mend: ways.setUp.what,
        leadsTo: lead('set-up', ways.setUp.button),
      };
    case 'configurationServer':
      return {
        why: ways.configurationServer.why,
        mend: ways.configurationServer.what,
        leadsTo: null,
      };
    case 'remove':
      return {
        why: ways.remove.why,
        mend: ways.remove.what,
        leadsTo: lead('decommission', ways.remove.button),
      };
    default:
      return reinstallation(facts);
  }
}

const isGalleryPart = ({ configuration }: ServerFacts) => configuration.isGalleryImage;

/** Missing parts: set-up, and nothing else, brings them. */
function parts(facts: ServerFacts): Precondition {
  const missing = missingParts(facts);
  const { title, all, none, why } = words.parts;
  const needed = isGalleryPart(facts) ? words.parts.neededOnImage : words.parts.needed;
  if (missing.length === 0) {
    return condition('parts', { title, needed, why, mend: '' }, 'passed', all);
  }
  const isEmpty = productParts.every((part) => facts.products[part] === null);
  const names = missing.map((part) => remains.parts[part]).join(', ');
  const found = isEmpty ? none : words.parts.missing(names);
  const { leadsTo, ...way } = biggerWay(facts);
  const made = condition('parts', { title, needed, ...way }, blocksUnless(false), found);
  return leadsTo === null ? made : { ...made, leadsTo };
}

function versions(facts: ServerFacts): Precondition {
  const { title, needed } = words.versions;
  const { why, what, button } = ways.upgrade;
  const isMixed = wayOut(facts) === 'upgrade';
  const found = productParts
    .map((part) => `${remains.parts[part]} ${facts.products[part] ?? ''}`.trim())
    .join(', ');
  const way = { title, needed, why, mend: what(highestVersion(facts)) };
  const made = condition('versions', way, warnsUnless(!isMixed), isMixed ? found : needed);
  return isMixed ? { ...made, leadsTo: lead('upgrade', button) } : made;
}

function gone(facts: ServerFacts): Precondition {
  const names = goneServices(facts).join(', ');
  const { title, needed, missing } = words.gone;
  const { why, what, button } = ways.gone;
  const way = { title, needed, why, mend: what(names) };
  if (names === '') return condition('gone', way, 'passed', needed);
  const made = condition('gone', way, 'warns', missing(names));
  return { ...made, leadsTo: lead('decommission', button) };
}

function services(facts: ServerFacts): Precondition {
  const wrong = [...wrongStartTypes(facts), ...notRunning(facts)].map(({ seen }) => seen.name);
  const names = [...new Set(wrong)].join(', ');
  const found = names === '' ? words.services.needed : words.services.wrong(names);
  return condition('services', words.services, warnsUnless(names === ''), found);
}

function link(facts: ServerFacts): Precondition {
  const { absent, folder, folderMend, unknownMend, mend, ...rest } = words.link;
  const isFolder = facts.prerequisites.asrFolder === 'folder';
  const isGood = !isFolder && !lacksLink(facts);
  const how = isFolder ? folderMend : linkTarget(facts) === null ? unknownMend : mend;
  const found = isGood ? rest.needed : isFolder ? folder : absent;
  return condition('link', { ...rest, mend: how }, warnsUnless(isGood), found);
}

function registration(facts: ServerFacts): Precondition {
  const isMissing = lacksRegistration(facts);
  const { needed, missing, button } = words.registration;
  const found = isMissing ? missing : needed;
  const made = condition('registration', words.registration, warnsUnless(!isMissing), found);
  return isMissing ? { ...made, leadsTo: lead('register', button) } : made;
}

/** What is missing, with the way that leads out; only missing parts stand in the way of mending. */
export function repairConditions(facts: ServerFacts): Precondition[] {
  const { restart } = words;
  const { pendingRestart } = facts;
  const found = pendingRestart ? restart.pending : restart.needed;
  const first = [
    ...generalConditions(facts),
    condition('restart', restart, warnsUnless(!pendingRestart), found),
    parts(facts),
  ];
  return missingParts(facts).length > 0
    ? first
    : [
        ...first,
        versions(facts),
        gone(facts),
        services(facts),
        link(facts),
        ...(facts.configuration.isGalleryImage ? [] : [registration(facts)]),
      ];
}
