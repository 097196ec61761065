import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import { joinServerPath } from '../../../contract/server-path';
import { stepsText } from '../../../contract/text/set-up-steps';
import { upgradeText as text } from '../../../contract/text/upgrade-procedure';
import { SV_SYSTEMS_KEY } from '../../vendor/config-tool';
import { AMETHYST_FILE, CXPS_FILE } from '../../vendor/configuration-files';
import { INMAGE_KEY, PRODUCT_NAMES } from '../../vendor/products';
import { servicesOf } from '../../vendor/service-orders';
import { standAloneServices } from '../../vendor/services';
import { packagePlaces } from '../../vendor/set-up-package';
import { unifiedUpgradeCommand } from '../../vendor/unified-setup';
import { ENDED_BY_UPGRADE, versionAfter } from '../../vendor/upgrade-path';
import { amethystPath, writtenFiles } from '../../vendor/written-addresses';
import { backupSteps } from '../backup-step';
import { isAsUnpacked, isVerified } from '../package-steps';
import { registrationKeys } from '../registration-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { type FoundService, readServicesAnswers } from '../services/answers';
import { servicesToStart, servicesToStop } from '../services/extent';
import { orderStep } from '../services/order-step';
import { foundSetupFile, preparedFor } from '../set-up/prepared';
import { proofSteps } from '../set-up/proof';
import { installedCheck, provePackage, setUpRunStep } from '../set-up/run-step';
import { noUndo, step } from '../steps';
import { checkUpgradeAnswers, readUpgradeAnswers, type UpgradeAnswers } from './answers';
import { upgradeConditions } from './conditions';
import { isPlainGalleryImage, partsToUpgrade, productNameOf } from './installed';
import { describeUpgrade, NAME } from './questions';

/** The services that the installer of the process server stops, and starts again at its end. */
const STOPPED = [
  'ProcessServerMonitor',
  'tmansvc',
  'ProcessServer',
  'cxprocessserver',
  'InMage PushInstall',
  'LogUpload',
];

const isOurs = ({ expected }: FoundService) => STOPPED.includes(expected.name);

const servicesAnswers = (facts: ServerFacts) =>
  readServicesAnswers({
    action: 'restart',
    deployment: isPlainGalleryImage(facts) ? 'azure' : 'standAlone',
    which: 'all',
  });

/**
 * Stopped beforehand: one that refuses is named before anything is replaced. Undoing starts them
 * again, and says that no version goes back by it.
 */
const stopSteps = (facts: ServerFacts): PlanStep[] =>
  servicesToStop(servicesAnswers(facts), facts)
    .filter(isOurs)
    .map((service) => {
      const stop = orderStep(service, 'stop');
      return stop.undo.kind === 'action'
        ? { ...stop, undo: { ...stop.undo, how: text.undoStop(service.seen.name) } }
        : stop;
    });

/** Set-up starts them itself, but not those of a part that was new already. */
const startSteps = (facts: ServerFacts): PlanStep[] =>
  servicesToStart(servicesAnswers(facts), facts)
    .filter(isOurs)
    .map((service) => orderStep(service, 'start'));

/** What set-up would have ended itself, had it not been told to skip its checks. */
function noToolStep({ endpoints }: UpgradeAnswers): PlanStep[] {
  if (endpoints === 'reachable') return [];
  const isClosed: Check = {
    kind: 'processAbsent',
    label: text.checks.noTool,
    names: [...ENDED_BY_UPGRADE],
    withinSeconds: 60,
  };
  return [
    step(
      'no-tool',
      text.steps.noTool,
      { kind: 'prove' },
      { undo: noUndo(stepsText.undo.prove), checks: [isClosed] },
    ),
  ];
}

/** Every part is at its version, and the settings are those from before. */
function upgradedChecks(facts: ServerFacts, packageVersion: string): Check[] {
  const { csAddress, dataPort, installFolder } = facts.configuration;
  const setting = (label: string, file: string, reader: string, name: string, value: string) => ({
    kind: 'settingIs' as const,
    label,
    path: joinServerPath(installFolder ?? '', 'home', 'svsystems', file),
    reader,
    setting: name,
    expected: value,
    withinSeconds: 0,
  });
  const { checks } = stepsText;
  return [
    ...partsToUpgrade(facts).map((part) =>
      installedCheck(productNameOf(part), versionAfter(facts.products[part], packageVersion)),
    ),
    ...(isPlainGalleryImage(facts) ? [] : [installedCheck(PRODUCT_NAMES.agent, null)]),
    ...(installFolder === null || csAddress === null
      ? []
      : [setting(checks.csAddress, AMETHYST_FILE, 'quoted', 'PS_CS_IP', csAddress)]),
    ...(installFolder === null || dataPort === null
      ? []
      : [setting(checks.dataPort, CXPS_FILE, 'plain', 'ssl_port', dataPort)]),
  ];
}

/** Settings, keys and certificates that belong to this server and not to a version. */
function toKeep({ configuration: { installFolder } }: ServerFacts, { programData }: PlanPlaces) {
  const vendor = joinServerPath(programData, 'Microsoft Azure Site Recovery');
  const own = ['private', 'certs', 'fingerprints', 'Config'].map((name) =>
    joinServerPath(vendor, name),
  );
  const system = installFolder === null ? null : joinServerPath(installFolder, 'home', 'svsystems');
  return {
    files: [
      ...own,
      ...(system === null || installFolder === null
        ? []
        : [
            joinServerPath(system, 'etc'),
            ...writtenFiles(installFolder).filter((path) => path !== amethystPath(installFolder)),
          ]),
    ],
    registry: [
      { view: '32' as const, key: INMAGE_KEY },
      { view: '32' as const, key: SV_SYSTEMS_KEY },
      ...registrationKeys,
    ],
  };
}

function planNotes(answers: UpgradeAnswers, facts: ServerFacts, version: string): string[] {
  const { notes } = text;
  const isImage = isPlainGalleryImage(facts);
  return [
    notes.versions(facts.products.processServer ?? '', version, answers.csVersion),
    ...(answers.endpoints === 'reachable'
      ? []
      : [notes.skipped(text.conditions.endpoints.reasons[answers.endpoints])]),
    [
      notes.stopped.first,
      ...(isImage ? [] : [notes.stopped.masterTarget]),
      // Told to skip its checks, set-up leaves them alone.
      ...(answers.endpoints === 'reachable' ? [notes.stopped.ended] : []),
    ].join(' '),
    isImage ? notes.galleryImage : notes.agent,
    notes.temp,
    notes.noCancel,
    notes.restart,
    notes.noWayBack,
  ];
}

/** Brings all parts of a process server to the version of a set-up file. */
export const upgradeRunbook: Runbook = {
  name: NAME,
  describe: describeUpgrade,
  checkAnswers: checkUpgradeAnswers,
  secrets: () => [],
  trial: () => null,
  preconditions: upgradeConditions,
  plan(given, facts, places): PlanBody {
    const answers = readUpgradeAnswers(given);
    const prepared = preparedFor(answers.setupFile, facts);
    if (!prepared) throw new Error('A plan to upgrade needs a prepared package.');
    const kept = packagePlaces(places.ownFolder, foundSetupFile(answers.setupFile, facts));
    const packageChecks = [isVerified(kept), isAsUnpacked(kept)];
    const isImage = isPlainGalleryImage(facts);
    const proof = {
      dataAddress: facts.addresses[0]?.address ?? '127.0.0.1',
      dataPort: Number(facts.configuration.dataPort ?? '9443'),
      register: !isImage,
    };
    const services = isImage ? servicesOf('azure') : standAloneServices;
    const skips = answers.endpoints !== 'reachable';
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        ...backupSteps(toKeep(facts, places), places),
        provePackage(packageChecks),
        ...noToolStep(answers),
        ...stopSteps(facts),
        setUpRunStep({
          words: skips
            ? text.steps.runSkipping(text.conditions.endpoints.reasons[answers.endpoints])
            : isImage
              ? text.steps.runImage
              : text.steps.run,
          command: unifiedUpgradeCommand(kept.files, skips),
          packageFolder: kept.files,
          installFolder: facts.configuration.installFolder ?? '',
          usualSeconds: isImage ? 700 : 1200,
          undo: noUndo(text.undo),
          checks: upgradedChecks(facts, prepared.version),
          packageChecks,
          places,
          isImage,
        }),
        ...startSteps(facts),
        ...proofSteps(proof, services),
      ],
      notes: planNotes(answers, facts, prepared.version),
    };
  },
};
