import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanStep } from '../../../contract/plan';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/decommission-procedure';
import { PRODUCT_NAMES } from '../../vendor/products';
import { MASTER_TARGET_DELETES, removalOf } from '../../vendor/removal';
import { standAloneServices } from '../../vendor/services';
import type { PlanPlaces } from '../runbook';
import { noUndo, step } from '../steps';
import { type RemovedPart, removalFacts } from './answers';

const LONGEST_SECONDS = 3600;
/** The vendor's own script waits two minutes for the agent; a slow disk takes longer. */
const WAIT_SECONDS = 600;
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

/** None of the services of these parts is there any more, not even marked for removal. */
export const noServices = (parts: readonly RemovedPart[]): Check => ({
  kind: 'scriptSays',
  label: checks.noServices,
  script: 'find-leftovers',
  input: {
    certificates: '',
    firewallRules: '',
    keys: '',
    services: parts.flatMap((part) => SERVICES_OF[part]).join('|'),
  },
  expected: { services: '' },
  withinSeconds: 30,
});

export const absent = (part: RemovedPart, withinSeconds = 0): Check => ({
  kind: 'productAbsent',
  label: checks.absent(part),
  displayName: PRODUCT_NAMES[part],
  withinSeconds,
});

/** The uninstaller itself, and the copy of it that Inno Setup works in and that goes on. */
const noCopyRuns = (withinSeconds: number): Check => ({
  kind: 'processAbsent',
  label: checks.noCopy,
  names: ['unins000', '_iu14D2N'],
  withinSeconds,
});

export const noFile = (path: string, label: string, withinSeconds = 0): Check => ({
  kind: 'fileAbsent',
  label,
  path,
  withinSeconds,
});

/** What one removal has to know of the server. */
export interface Removed {
  /** The program of its entry; null where there is none. */
  uninstaller: ServerPath | null;
  /** Removing the master target starts the removal of the agent. */
  takesAgent: boolean;
  /** Deleted with it, for the plan. */
  deletes: ServerPath[];
}

/** What the facts tell of that removal. */
export function removedOf(part: RemovedPart, facts: ServerFacts): Removed {
  const { uninstallers, deletedFolders } = removalFacts(facts);
  const { agent, processServer } = facts.products;
  const { installFolder } = facts.configuration;
  const below = (name: string) =>
    installFolder === null ? [] : [joinServerPath(installFolder, name)];
  const deletes: Readonly<Record<RemovedPart, ServerPath[]>> = {
    masterTarget: [...below('agent'), ...MASTER_TARGET_DELETES],
    processServer: below('home'),
    dependencies: deletedFolders,
    agent: [],
  };
  return {
    uninstaller: uninstallers[part] ?? null,
    takesAgent: part === 'masterTarget' && agent !== null && processServer !== null,
    deletes: deletes[part],
  };
}

/** Removes one part, and waits until it, its uninstaller and the copy of that are gone. */
export function removeStep(
  part: RemovedPart,
  { uninstaller, takesAgent, deletes }: Removed,
  places: Pick<PlanPlaces, 'system32'>,
): PlanStep {
  const removal = removalOf(part, { system32: places.system32, uninstaller });
  const isInno = removal.reader !== 'windowsInstallerRemoval';
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
      touches: { files: deletes, services: [...SERVICES_OF[part]] },
      usualSeconds: USUAL_SECONDS[part],
      cancel: 'never',
      undo: noUndo(text.undo.part),
      restart: 'maybe',
      checks: [
        absent(part, 60),
        ...(isInno ? [noCopyRuns(60)] : []),
        ...(isInno && uninstaller !== null
          ? [noFile(uninstaller, checks.noUninstaller(part), 60)]
          : []),
      ],
      // The entry goes before the copy of the uninstaller is done.
      skipWhen: [absent(part), ...(isInno ? [noCopyRuns(0)] : [])],
      rerunChecks: isInno ? [noCopyRuns(600)] : [],
    },
  );
}

/**
 * Windows Installer removes one product at a time: waits until nothing else is at work, an agent
 * that the master target is still taking along included.
 */
export function installerFreeStep(part: 'masterTarget' | 'agent'): PlanStep {
  const isFree: Check = {
    kind: 'scriptSays',
    label: checks.installerFree,
    script: 'read-activity',
    input: {},
    expected: { installerBusy: 'false' },
    withinSeconds: WAIT_SECONDS,
  };
  return step(
    `installer-free-${STEP_IDS[part].replace('remove-', '')}`,
    text.steps.installerFree(part),
    { kind: 'prove' },
    {
      usualSeconds: 2,
      undo: noUndo(text.undo.prove),
      supports: [STEP_IDS[part]],
      checks: [isFree],
      skipWhen: [absent(part)],
    },
  );
}
