import type { ServerFacts } from '../../../contract/facts';
import type { OperationState } from '../../../contract/operation';
import type { Remains, WayOn } from '../../../contract/remains';
import { text } from '../../../contract/text/remains';
import { type ProductPart, productParts, removalCommands } from '../../vendor/removal';
import { AGENT_SERVICE, standAloneServices } from '../../vendor/services';
import { familyOf, plainVersion } from '../../vendor/versions';
import { sessionsOf } from '../conditions';
import { missingParts } from './conditions/installed';

const MASTER_TARGET_SERVICES = ['svagents', 'InMage Scout Application Service'];

function partOfService(service: string): ProductPart {
  if (service === AGENT_SERVICE) return 'agent';
  return MASTER_TARGET_SERVICES.includes(service) ? 'masterTarget' : 'processServer';
}

/** Only services whose part is installed: the others miss together with it. */
function services(facts: ServerFacts): { there: string[]; missing: string[] } {
  const there: string[] = [];
  const missing: string[] = [];
  for (const { name, runs } of standAloneServices) {
    if (facts.products[partOfService(name)] === null) continue;
    const seen = facts.services.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (seen?.state === 'running') there.push(text.service(name));
    else if (runs) {
      const isGone = !seen || (seen.state === 'unknown' && seen.startType === 'unknown');
      missing.push(text.serviceNotRunning(name, isGone ? text.serviceGone : seen.state));
    }
  }
  return { there, missing };
}

function prepared(facts: ServerFacts): string[] {
  if (!facts.prepared) return [];
  const { version, folder, complete, unchanged } = facts.prepared;
  return [(complete && unchanged ? text.prepared : text.preparedSpoiled)(version, folder)];
}

/** What of a process server is on this server, and what is missing, in words. */
export function thereAndMissing(facts: ServerFacts): Pick<Remains, 'there' | 'missing'> {
  const { products, registration, configuration } = facts;
  const seen = services(facts);
  const { isGalleryImage } = configuration;
  return {
    there: [
      ...productParts
        .filter((part) => products[part] !== null)
        .map((part) => text.part(text.parts[part], products[part] ?? '')),
      ...seen.there,
      ...(registration.registered ? [text.registration(registration.validUntil)] : []),
      ...prepared(facts),
    ],
    missing: [
      ...missingParts(facts).map((part) => text.partMissing(text.parts[part])),
      ...(registration.registered || isGalleryImage ? [] : [text.registrationMissing]),
      ...seen.missing,
    ],
  };
}

const INSTALLING = 'set-up';
const isUpgrade = ({ plan }: OperationState) => plan.body.runbook === 'upgrade';
/** Procedures that only fetch or prepare set-up files. */
const FETCHING = ['prepare', 'prepare-upgrade', 'download', 'remove-package'];
/** Procedures after which a part that is gone is no part that is missing. */
const REMOVING = ['decommission', 'leftovers'];
const isOneOf = ({ plan }: OperationState, names: readonly string[]) =>
  names.includes(plan.body.runbook);

/** What leaving as it is means after procedures that change the product otherwise. */
const OTHER_MEANINGS: Readonly<Record<string, string>> = {
  services: text.leave.services,
  upgrade: text.leave.upgrade,
  decommission: text.leave.removal,
};

type Extent = 'fresh' | 'partial' | 'unregistered' | 'complete';

interface Found {
  facts: ServerFacts;
  state: OperationState;
  installed: readonly ProductPart[];
  missing: readonly ProductPart[];
  extent: Extent;
  /** False for an operation that only fetches or prepares a set-up file. */
  installs: boolean;
}

function look(facts: ServerFacts, state: OperationState): Found {
  const installed = productParts.filter((part) => facts.products[part] !== null);
  const missing = missingParts(facts);
  const { registered } = facts.registration;
  const extent =
    installed.length === 0
      ? 'fresh'
      : missing.length > 0
        ? 'partial'
        : registered || facts.configuration.isGalleryImage
          ? 'complete'
          : 'unregistered';
  const installs = state.plan.body.runbook === INSTALLING;
  return { facts, state, installed, missing, extent, installs };
}

const way = (
  kind: WayOn['kind'],
  title: string,
  meaning: readonly string[],
  commands: readonly string[] = [],
): WayOn => ({ kind, title, meaning: meaning.join(' '), commands: [...commands] });

const family = (version: string) => familyOf(plainVersion(version) ?? version);

/** Set-up takes up parts of its own version only, by dependencies and process server. */
function otherVersion({ facts, extent }: Found): string[] {
  const { products, prepared } = facts;
  const here = products.processServer ?? products.dependencies;
  if (extent === 'complete' || !here || !prepared || prepared.version === '') return [];
  return family(here) === family(prepared.version)
    ? []
    : [text.retry.otherVersion(here, prepared.version)];
}

/** What a retry of set-up does, by what is installed. */
function retryWords({ facts, missing, extent }: Found): string {
  const words = text.retry;
  if (extent !== 'partial') return words[extent];
  const names = missing.map((part) => text.parts[part]).join(', ');
  return facts.products.processServer === null
    ? words.beforeProcessServer(names)
    : words.partial(names);
}

function retry(found: Found): WayOn {
  const { facts, state, extent, installs } = found;
  const words = text.retry;
  if (!installs && !isUpgrade(state)) return way('retry', words.title, [words.stepsOnly]);
  const { csAddress, installFolder, dataPort } = facts.configuration;
  const names = sessionsOf(facts);
  const first = [
    ...(names.length > 0 ? [words.running(names.join(', '))] : []),
    ...(facts.installerBusy ? [words.installerBusy] : []),
    ...(facts.pendingRestart || state.status === 'restartNeeded' ? [words.restart] : []),
  ];
  if (isUpgrade(state)) {
    const lost = found.missing.map((part) => text.parts[part]).join(', ');
    const meaning = lost === '' ? words.upgrade : words.upgradeLost(lost);
    return way('retry', words.title, [meaning, ...first]);
  }
  const keeps = facts.products.processServer !== null && extent !== 'complete';
  return way('retry', words.title, [
    retryWords(found),
    ...(keeps
      ? [
          words.takesOver(
            csAddress ?? words.unknown,
            installFolder ?? words.unknown,
            dataPort ?? words.unknown,
          ),
        ]
      : []),
    ...otherVersion(found),
    ...first,
  ]);
}

function changeAnswers({ facts, state, extent, installs }: Found): WayOn[] {
  const words = text.changeAnswers;
  // What these words say of parts is true of set-up and of what prepares it.
  if (extent === 'complete' || !(installs || isOneOf(state, FETCHING))) return [];
  const meaning =
    extent === 'fresh'
      ? words.fresh
      : facts.products.processServer === null
        ? words.beforeProcessServer
        : words.partial;
  return [way('changeAnswers', words.title, [meaning])];
}

function undo({ state }: Found): WayOn[] {
  const made = new Set(state.steps.filter(({ hasMade }) => hasMade).map(({ id }) => id));
  const how = state.plan.body.steps.flatMap((step) =>
    made.has(step.id) && step.undo.kind === 'action' ? [step.undo.how] : [],
  );
  return how.length === 0
    ? []
    : [way('undo', text.undo.title, [text.undo.meaning(how.reverse().join(' '))])];
}

/** The process server is gone, and nothing says that it took itself off. */
function purge({ state }: Found): WayOn[] {
  const isUnproven = state.steps.some(
    ({ id, status }) => id === 'unregistered' && status === 'failed',
  );
  if (!isOneOf(state, REMOVING) || !isUnproven) return [];
  return [way('purge', text.purge.title, [text.purge.meaning])];
}

/** The folder that is in force; before it is written down, the one that set-up was given. */
function installFolder({ facts, state }: Found): string | null {
  if (facts.configuration.installFolder !== null) return facts.configuration.installFolder;
  for (const { action } of state.plan.body.steps) {
    if (action.kind !== 'run') continue;
    const at = action.args.indexOf('/InstallLocation');
    const value = action.args[at + 1];
    if (at >= 0 && value !== undefined) return value;
  }
  return null;
}

function removeByHand(found: Found): WayOn[] {
  const { installed, installs } = found;
  // Parts that were here before a file was only prepared are none of its remains.
  if (installed.length === 0 || !installs) return [];
  const words = text.removeByHand;
  const folder = installFolder(found);
  const has = (part: ProductPart) => installed.includes(part);
  const takesAgent = has('masterTarget') && has('processServer') && has('agent');
  return [
    way(
      'removeByHand',
      words.title,
      [
        words.order,
        ...(takesAgent ? [words.agentGoesToo] : []),
        ...(has('agent') ? [words.backup] : []),
        ...(has('masterTarget') ? [words.masterTarget] : []),
        ...(has('processServer') ? [words.processServer] : []),
        ...(has('dependencies') ? [words.dependencies] : []),
        ...(has('processServer') && folder === null ? [words.folderUnknown] : []),
      ],
      removalCommands(installed, folder ?? words.folder),
    ),
  ];
}

/** What leaving it means for a procedure that installs nothing. */
function notInstalling({ plan }: OperationState, installed: readonly ProductPart[]): string {
  const { runbook } = plan.body;
  if (REMOVING.includes(runbook) && installed.length === 0) return text.leave.removed;
  const other = FETCHING.includes(runbook) ? text.leave.stepsOnly : text.leave.asItIs;
  return OTHER_MEANINGS[runbook] ?? other;
}

function leave({ state, extent, installs, installed }: Found): WayOn {
  const words = text.leave;
  const meaning = installs
    ? words[extent === 'unregistered' ? 'partial' : extent]
    : notInstalling(state, installed);
  return way('leave', words.title, [
    meaning,
    ...(state.leftBehind.length > 0 ? [words.temporary] : []),
  ]);
}

/** What was stopped for good, or taken back in part, does not go forward again. */
const mayGoOn = ({ status, isUndoing }: OperationState) => status !== 'stopped' && !isUndoing;

/**
 * What a set-up that stopped half-way left on this server, what is missing, and the ways on. Made
 * from what is on the server now, not from how far the operation thinks it came.
 */
export function remainsOfSetUp(facts: ServerFacts, state: OperationState): Remains {
  const found = look(facts, state);
  const { there, missing } = thereAndMissing(facts);
  return {
    there: [...there, ...state.leftBehind.map((path) => text.temporary(path))],
    missing: isOneOf(state, REMOVING) ? [] : missing,
    waysOn: [
      ...(mayGoOn(state) ? [retry(found)] : []),
      ...changeAnswers(found),
      ...undo(found),
      ...removeByHand(found),
      ...purge(found),
      leave(found),
    ],
  };
}
