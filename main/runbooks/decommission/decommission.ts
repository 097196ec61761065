import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/decommission-procedure';
import { configurationFiles, SV_SYSTEMS_KEY } from '../../vendor/config-tool';
import { knownLeftovers } from '../../vendor/leftovers';
import { AZURE_BACKUP_KEY, INMAGE_KEY } from '../../vendor/products';
import { MASTER_TARGET_DELETES, REMOVAL_LOGS, UNREGISTRATION_LOG } from '../../vendor/removal';
import { UNREGISTERED } from '../../vendor/uninstaller';
import { backupSteps } from '../backup-step';
import type { PlanPlaces, Runbook } from '../runbook';
import { noUndo, step } from '../steps';
import {
  checkDecommissionAnswers,
  installedParts,
  isConfigurationServerGone,
  type RemovedPart,
  removalFacts,
} from './answers';
import { decommissionConditions } from './conditions';
import { describeDecommission, NAME } from './questions';
import {
  absent,
  installerFreeStep,
  noFile,
  noServices,
  removedOf,
  removeStep,
} from './removal-step';

/** Until the portal shows that a process server is gone. Source: the public article. */
const PORTAL_MINUTES = 15;
const { checks } = text;

/** Folders of nobody else, which the uninstaller of the dependencies deletes. */
const OF_DEPENDENCIES = /\\(?:strawberry|thirdparty)$/i;

/** Folders that the uninstallers delete for sure; what they leave on purpose is no failure. */
function goneFolders(parts: readonly RemovedPart[], facts: ServerFacts): string[] {
  const { installFolder } = facts.configuration;
  const below = (...names: string[]) =>
    installFolder === null ? [] : [joinServerPath(installFolder, ...names)];
  return [
    ...(parts.includes('processServer') ? below('home', 'svsystems') : []),
    ...(parts.includes('masterTarget') ? below('agent') : []),
    ...(parts.includes('dependencies')
      ? removalFacts(facts).deletedFolders.filter((path) => OF_DEPENDENCIES.test(path))
      : []),
  ];
}

const proveStep = (
  id: keyof typeof text.whenNotProven,
  words: { title: string; reason: string },
  proofs: readonly Check[],
): PlanStep =>
  step(
    id,
    words,
    { kind: 'prove' },
    {
      usualSeconds: 5,
      undo: noUndo(text.undo.prove),
      checks: proofs,
      whenNotProven: text.whenNotProven[id],
    },
  );

const leftoverNamed = (id: string): string[] =>
  knownLeftovers.filter((one) => one.id === id).map(({ name }) => name);

/** What the uninstallers delete of the settings, certificates and keys of this server. */
function whatIsKept({ configuration, products }: ServerFacts) {
  const { installFolder } = configuration;
  return {
    files: [
      ...(installFolder === null ? [] : settingsBelow(installFolder, products.masterTarget)),
      ...leftoverNamed('folderData'),
      UNREGISTRATION_LOG,
    ],
    registry: [
      { view: '32' as const, key: INMAGE_KEY },
      { view: '32' as const, key: SV_SYSTEMS_KEY },
      ...leftoverNamed('keyProcessServer').map((key) => ({ view: '64' as const, key })),
      { view: '64' as const, key: AZURE_BACKUP_KEY },
    ],
  };
}

function settingsBelow(installFolder: ServerPath, masterTarget: string | null): ServerPath[] {
  const { cxps, push, agent } = configurationFiles(installFolder, masterTarget !== null);
  return [joinServerPath(installFolder, 'home', 'svsystems', 'etc'), cxps, push, ...agent];
}

function planSteps(answers: Answers, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const parts = installedParts(facts);
  const asksUnregistration = parts.includes('processServer') && !isConfigurationServerGone(answers);
  const noLog = noFile(UNREGISTRATION_LOG, checks.noOldLog);
  const unregistered: Check = {
    kind: 'logSays',
    label: checks.unregistered,
    path: UNREGISTRATION_LOG,
    text: UNREGISTERED,
    expected: true,
    withinSeconds: 0,
  };
  return [
    ...backupSteps(whatIsKept(facts), places),
    ...(asksUnregistration
      ? [
          step(
            'old-log',
            text.steps.oldLog,
            { kind: 'remove', path: UNREGISTRATION_LOG, within: REMOVAL_LOGS },
            {
              touches: { files: [UNREGISTRATION_LOG] },
              undo: noUndo(text.undo.log),
              checks: [noLog],
              skipWhen: [noLog],
            },
          ),
        ]
      : []),
    ...parts.flatMap((part) => [
      ...(part === 'masterTarget' || part === 'agent' ? [installerFreeStep(part)] : []),
      removeStep(part, removedOf(part, facts), places),
    ]),
    proveStep('gone', text.steps.gone, [
      ...parts.map((part) => absent(part)),
      noServices(parts),
      ...goneFolders(parts, facts).map((path) => noFile(path, checks.noFolder(path))),
    ]),
    ...(asksUnregistration
      ? [proveStep('unregistered', text.steps.unregistered, [unregistered])]
      : []),
  ];
}

function planNotes(answers: Answers, facts: ServerFacts): string[] {
  const { notes } = text;
  const parts = installedParts(facts);
  const { deletedFolders, temporaryFiles, backupSigns } = removalFacts(facts);
  const hasDependencies = parts.includes('dependencies');
  const endsBackup = answers.agent === 'mayGo' || backupSigns.length > 0;
  return [
    ...(hasDependencies && deletedFolders.length > 0 ? [notes.deletes(deletedFolders)] : []),
    ...(hasDependencies && temporaryFiles.length > 0 ? [notes.temporary(temporaryFiles)] : []),
    ...(facts.products.agent !== null && endsBackup ? [notes.backupEnds] : []),
    ...(parts.includes('masterTarget') ? [notes.masterTarget(MASTER_TARGET_DELETES)] : []),
    ...(isConfigurationServerGone(answers)
      ? [notes.gone]
      : [parts.includes('processServer') ? notes.portal : notes.unlisted]),
    ...(answers.failback === 'yes' ? [notes.failback] : []),
    notes.leftovers,
    notes.restart,
  ];
}

/** What the admin has to know at the end: it is counted from then. */
function whatFollows(answers: Answers, facts: ServerFacts) {
  const { afterwards } = text;
  const wasListed = facts.products.processServer !== null && !isConfigurationServerGone(answers);
  return [
    ...(wasListed ? [{ text: afterwards.portal, minutes: PORTAL_MINUTES }] : []),
    ...(answers.failback === 'yes' ? [{ text: afterwards.failback, minutes: 0 }] : []),
    { text: afterwards.leftovers, minutes: 0 },
  ];
}

/** Removes a process server for good, in the order that its uninstallers enforce. */
export const decommissionRunbook: Runbook = {
  name: NAME,
  needs: ['removal'],
  describe: (facts) => describeDecommission(facts),
  checkAnswers: checkDecommissionAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: decommissionConditions,
  plan(answers, facts, places): PlanBody {
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: true,
      steps: planSteps(answers, facts, places),
      notes: planNotes(answers, facts),
      afterwards: whatFollows(answers, facts),
    };
  },
};
