import type { Check } from '../../../contract/check';
import type { PlanStep } from '../../../contract/plan';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { stepsText as text } from '../../../contract/text/set-up-steps';
import { PRODUCT_KEYS } from '../../vendor/products';
import { UNIFIED_SETUP_LOG } from '../../vendor/unified-setup';
import type { PlanPlaces } from '../runbook';
import { noUndo, type StepWords, step } from '../steps';

const { undo, checks } = text;

export interface SetUpRun {
  words: StepWords;
  command: { file: ServerPath; args: string[] };
  packageFolder: ServerPath;
  installFolder: ServerPath;
  usualSeconds: number;
  undo: PlanStep['undo'];
  checks: readonly Check[];
  packageChecks: readonly Check[];
  places: PlanPlaces;
  /** A server from the Azure gallery: it has neither master target nor agent to touch. */
  isImage?: boolean;
}

/** A part is there, in that version or one that begins with it; null: in any. */
export const installedCheck = (displayName: string, version: string | null): Check => ({
  kind: 'productInstalled',
  label: checks.installed(displayName),
  displayName,
  version,
  withinSeconds: 0,
});

/** The package is looked at once more right before it is run: days may lie between. */
export const provePackage = (packageChecks: readonly Check[]): PlanStep =>
  step(
    'package',
    text.install.package,
    { kind: 'prove' },
    { usualSeconds: 20, undo: noUndo(undo.prove), checks: packageChecks },
  );

const PROCESS_SERVER_SERVICES = [
  'cxprocessserver',
  'InMage PushInstall',
  'tmansvc',
  'ProcessServer',
  'ProcessServerMonitor',
  'LogUpload',
];
const MASTER_TARGET_SERVICES = ['svagents', 'InMage Scout Application Service', 'obengine'];

function touchedBySetUp({ installFolder, places, isImage = false }: SetUpRun): PlanStep['touches'] {
  const { masterTarget, ...image } = PRODUCT_KEYS;
  return {
    files: [
      installFolder,
      'C:\\thirdparty',
      'C:\\strawberry',
      'C:\\Temp\\ASRSetup',
      joinServerPath(places.programData, 'Microsoft Azure Site Recovery'),
      joinServerPath(places.programData, 'ASR'),
    ],
    registry: Object.values(isImage ? image : PRODUCT_KEYS),
    services: [...PROCESS_SERVER_SERVICES, ...(isImage ? [] : MASTER_TARGET_SERVICES)],
  };
}

/** UNIFIEDSETUP.EXE, run so that it outlives this program and followed by its log. */
export function setUpRunStep(run: SetUpRun): PlanStep {
  const { command, packageFolder, places } = run;
  return step(
    'install',
    run.words,
    {
      kind: 'run',
      ...command,
      cwd: packageFolder,
      timeoutSeconds: 7200,
      survives: true,
      reader: 'unifiedSetup',
      log: joinServerPath(places.programData, UNIFIED_SETUP_LOG),
    },
    {
      touches: touchedBySetUp(run),
      usualSeconds: run.usualSeconds,
      cancel: 'never',
      undo: run.undo,
      restart: 'maybe',
      checks: run.checks,
      rerunChecks: [
        ...run.packageChecks,
        {
          kind: 'processAbsent',
          label: checks.noSetup,
          // A tool that was just killed may still be listed for a moment.
          withinSeconds: 120,
          names: [
            'UnifiedSetup',
            'CX_THIRDPARTY_SETUP',
            'UCX_SERVER_SETUP',
            'UnifiedAgent',
            'UnifiedAgentInstaller',
            'UnifiedAgentConfigurator',
            'MARSAgentInstaller',
          ],
        },
      ],
    },
  );
}
