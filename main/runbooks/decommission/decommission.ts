import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { joinServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/decommission-procedure';
import { knownLeftovers } from '../../vendor/leftovers';
import { AZURE_BACKUP_KEY, INMAGE_KEY, PRODUCT_NAMES } from '../../vendor/products';
import { REMOVAL_LOGS, removalOf, UNREGISTRATION_LOG } from '../../vendor/removal';
import { standAloneServices } from '../../vendor/services';
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

const LONGEST_SECONDS = 3600;
/** The vendor's own script waits two minutes for the agent; a slow disk takes longer. */
const WAIT_SECONDS = 600;
/** Until the portal shows that a process server is gone. Source: the public article. */
const PORTAL_MINUTES = 15;
const USUAL_SECONDS = { masterTarget: 180, processServer: 180, dependencies: 120, agent: 60 };

const STEP_IDS: Readonly<Record<RemovedPart, string>> = {
  masterTarget: 'remove-master-target',
  processServer: 'remove-process-server',
  dependencies: 'remove-dependencies',
  agent: 'remove-agent',
};

const SERVICES_OF: Readonly<Record<RemovedPart, readonly string[]>> = {
  masterTarget: ['svagents', 'InMage Scout Application Service'],
  processServer: standAloneServices
    .map(({ name }) => name)
    .filter((name) => !/^(?:svagents|obengine|InMage Scout)/.test(name)),
  dependencies: [],
  agent: ['obengine'],
};

const { checks } = text;

const absent = (part: RemovedPart, withinSeconds = 0): Check => ({
  kind: 'productAbsent',
  label: checks.absent(part),
  displayName: PRODUCT_NAMES[part],
  withinSeconds,
});

/** The uninstaller itself, the second process that Inno Setup works in, and the copy that goes on. */
const noCopyRuns = (withinSeconds: number): Check => ({
  kind: 'processAbsent',
  label: checks.noCopy,
  names: ['unins000', '_iu14D2N'],
  withinSeconds,
});

const noFile = (path: string, label: string): Check => ({
  kind: 'fileAbsent',
  label,
  path,
  withinSeconds: 0,
});

function removeStep(part: RemovedPart, facts: ServerFacts, places: PlanPlaces): PlanStep {
  const uninstaller = removalFacts(facts).uninstallers[part] ?? null;
  const removal = removalOf(part, { system32: places.system32, uninstaller });
  const isInno = removal.reader !== 'windowsInstallerRemoval';
  const { agent, processServer } = facts.products;
  const takesAgent = part === 'masterTarget' && agent !== null && processServer !== null;
  const { installFolder } = facts.configuration;
  return step(
    STEP_IDS[part],
    text.steps.remove(part, takesAgent),
    {
      kind: 'uninstall',
      displayName: PRODUCT_NAMES[part],
      alsoGoes: takesAgent ? [PRODUCT_NAMES.agent] : [],
      file: removal.file,
      args: removal.args,
      cwd: places.system32,
      timeoutSeconds: LONGEST_SECONDS,
      waitSeconds: WAIT_SECONDS,
      reader: removal.reader,
      log: isInno ? removal.log : null,
    },
    {
      touches: {
        files: [
          ...(part === 'dependencies' ? removalFacts(facts).deletedFolders : []),
          ...(part === 'processServer' && installFolder !== null
            ? [joinServerPath(installFolder, 'home')]
            : []),
          ...(part === 'masterTarget' && installFolder !== null
            ? [joinServerPath(installFolder, 'agent')]
            : []),
        ],
        services: [...SERVICES_OF[part]],
      },
      usualSeconds: USUAL_SECONDS[part],
      cancel: 'never',
      undo: noUndo(text.undo.part),
      restart: 'maybe',
      checks: [
        absent(part, 60),
        ...(isInno && uninstaller !== null
          ? [noFile(uninstaller, checks.noUninstaller(part))]
          : []),
        ...(isInno ? [noCopyRuns(60)] : []),
      ],
      skipWhen: [absent(part)],
      rerunChecks: isInno ? [noCopyRuns(600)] : [],
    },
  );
}

/** Folders that the uninstallers delete for sure; what they leave on purpose is no failure. */
function goneFolders(parts: readonly RemovedPart[], { configuration }: ServerFacts): string[] {
  const { installFolder } = configuration;
  if (installFolder === null) return [];
  return [
    ...(parts.includes('processServer')
      ? [joinServerPath(installFolder, 'home', 'svsystems')]
      : []),
    ...(parts.includes('masterTarget') ? [joinServerPath(installFolder, 'agent')] : []),
  ];
}

const proveStep = (
  id: string,
  words: { title: string; reason: string },
  proofs: readonly Check[],
): PlanStep =>
  step(
    id,
    words,
    { kind: 'prove' },
    { usualSeconds: 5, undo: noUndo(text.undo.prove), checks: proofs },
  );

/** Everything that tells of this server: kept, so that it can be read afterwards. */
function whatIsKept({ configuration }: ServerFacts) {
  const { installFolder } = configuration;
  const etc =
    installFolder === null ? [] : [joinServerPath(installFolder, 'home', 'svsystems', 'etc')];
  const data = knownLeftovers.find(({ id }) => id === 'folderData');
  return {
    files: [...etc, ...(data ? [data.name] : []), UNREGISTRATION_LOG],
    registry: [
      { view: '32' as const, key: INMAGE_KEY },
      { view: '64' as const, key: AZURE_BACKUP_KEY },
    ],
  };
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
    ...parts.map((part) => removeStep(part, facts, places)),
    proveStep('gone', text.steps.gone, [
      ...parts.map((part) => absent(part)),
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
    isConfigurationServerGone(answers) ? notes.gone : notes.portal,
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
