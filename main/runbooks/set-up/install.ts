import type { Check } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import { joinServerPath } from '../../../contract/server-path';
import { text as procedureText } from '../../../contract/text/set-up-procedure';
import { stepsText as text } from '../../../contract/text/set-up-steps';
import { AMETHYST_FILE, CXPS_FILE } from '../../vendor/configuration-files';
import { PRODUCT_KEYS, PRODUCT_NAMES } from '../../vendor/products';
import { proxySettingsFile } from '../../vendor/proxy-settings-file';
import { packagePlaces } from '../../vendor/set-up-package';
import { UNIFIED_SETUP_LOG, unifiedSetupCommand } from '../../vendor/unified-setup';
import { isAsUnpacked, isVerified } from '../package-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { automaticUndo, noUndo, type StepWords, step } from '../steps';
import {
  checkAcceptance,
  checkAnswers,
  readAnswers,
  type SetUpAnswers,
  secretQuestions,
} from './answers';
import { installConditions } from './conditions';
import { installedParts } from './conditions/installed';
import { effectiveAnswers } from './effective-answers';
import { preparedFor } from './prepared';
import { proofSteps, proxySteps, registrationCheck } from './proof';
import { describe } from './questions';
import { setUpTrial } from './trials';

const words = text.install;
const { undo, checks } = text;

function installChecks(answers: SetUpAnswers, packageVersion: string): Check[] {
  const { dependencies, processServer, masterTarget, agent } = PRODUCT_NAMES;
  const family = /^\d+\.\d+/.exec(packageVersion)?.[0] ?? null;
  const product = (displayName: string, version: string | null): Check => ({
    kind: 'productInstalled',
    label: checks.installed(displayName),
    displayName,
    version,
    withinSeconds: 0,
  });
  const system = joinServerPath(answers.installFolder, 'home', 'svsystems');
  const entry = (label: string, name: string, expected: string | null): Check => ({
    kind: 'registryValue',
    label,
    view: '32',
    key: PRODUCT_KEYS.processServer,
    name,
    expected,
    withinSeconds: 0,
  });
  return [
    product(dependencies, family),
    product(processServer, family),
    product(masterTarget, null),
    product(agent, null),
    entry(checks.registryEntry, 'InstallDirectory', null),
    entry(checks.proxyType, 'Proxy_Type', answers.proxy === null ? 'Bypass' : 'Custom'),
    {
      kind: 'settingIs',
      label: checks.csAddress,
      path: joinServerPath(system, AMETHYST_FILE),
      reader: 'quoted',
      setting: 'PS_CS_IP',
      expected: answers.csAddress,
      withinSeconds: 0,
    },
    {
      kind: 'settingIs',
      label: checks.dataPort,
      path: joinServerPath(system, CXPS_FILE),
      reader: 'plain',
      setting: 'ssl_port',
      expected: String(answers.dataPort),
      withinSeconds: 0,
    },
    ...(answers.register ? [registrationCheck(0)] : []),
  ];
}

function fileSteps(
  answers: SetUpAnswers,
  folder: string,
  files: { passphrase: string; proxy: string },
): PlanStep[] {
  const temporary = automaticUndo(undo.temporary);
  const written = (
    path: string,
    id: string,
    title: StepWords,
    content: Parameters<typeof proxySettingsFile>[0] | null,
  ) =>
    step(
      id,
      title,
      {
        kind: 'writeFile',
        path,
        content: content === null ? [{ secret: 'passphrase' }] : proxySettingsFile(content),
        temporary: true,
        keepOriginalAs: null,
      },
      {
        touches: { files: [path] },
        undo: temporary,
        checks: [
          {
            kind: 'fileExists',
            label: checks.file(path.slice(path.lastIndexOf('\\') + 1)),
            path,
            withinSeconds: 0,
          },
        ],
        supports: ['install'],
      },
    );
  return [
    step(
      'work-folder',
      words.workFolder,
      { kind: 'protectedFolder', path: folder, temporary: true },
      {
        touches: { files: [folder] },
        undo: temporary,
        checks: [{ kind: 'folderProtected', label: checks.folder, path: folder, withinSeconds: 0 }],
        supports: ['install'],
      },
    ),
    written(files.passphrase, 'passphrase-file', words.passphraseFile, null),
    ...(answers.proxy === null
      ? []
      : [
          written(files.proxy, 'proxy-file', words.proxyFile, {
            ...answers.proxy,
            passwordSecret: 'proxyPassword',
          }),
        ]),
  ];
}

function installStep(
  answers: SetUpAnswers,
  packageFolder: string,
  packageVersion: string,
  packageChecks: readonly Check[],
  files: { passphrase: string; proxy: string },
  places: PlanPlaces,
): PlanStep {
  const command = unifiedSetupCommand({
    packageFolder,
    installFolder: answers.installFolder,
    csAddress: answers.csAddress,
    passphraseFile: files.passphrase,
    proxyFile: answers.proxy === null ? null : files.proxy,
    environment: answers.environment,
    dataAddress: answers.dataAddress,
    dataPort: answers.dataPort,
    azureAddress: answers.azureAddress,
    skipSpaceCheck: answers.skipSpaceCheck,
    skipPrerequisites: answers.skipPrerequisites,
    skipTls: answers.skipTls,
    skipRegistration: !answers.register,
  });
  return step(
    'install',
    words.run,
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
      touches: {
        files: [
          answers.installFolder,
          'C:\\thirdparty',
          'C:\\strawberry',
          'C:\\Temp\\ASRSetup',
          joinServerPath(places.programData, 'Microsoft Azure Site Recovery'),
          joinServerPath(places.programData, 'ASR'),
        ],
        registry: Object.values(PRODUCT_KEYS),
        services: [
          'cxprocessserver',
          'InMage PushInstall',
          'tmansvc',
          'ProcessServer',
          'ProcessServerMonitor',
          'LogUpload',
          'svagents',
          'InMage Scout Application Service',
          'obengine',
        ],
      },
      usualSeconds: 1320,
      cancel: 'never',
      undo: noUndo(undo.install),
      restart: 'maybe',
      checks: installChecks(answers, packageVersion),
      rerunChecks: [
        ...packageChecks,
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

export const installRunbook: Runbook = {
  name: 'set-up',
  describe,
  checkAnswers: (answers, facts) => [...checkAnswers(answers, facts), ...checkAcceptance(answers)],
  secrets: secretQuestions,
  trial: setUpTrial,
  preconditions: installConditions,
  plan(given, facts, places): PlanBody {
    const answers = effectiveAnswers(readAnswers(given), facts);
    const prepared = preparedFor(answers.setupFile, facts);
    if (!prepared) throw new Error('A plan to install needs a prepared package.');
    const source = facts.setupFiles.find(
      (one) => one.path.toLowerCase() === answers.setupFile.toLowerCase(),
    );
    if (!source) throw new Error('A plan needs a set-up file that was found.');
    const kept = packagePlaces(places.ownFolder, source);
    const packageChecks = [isVerified(kept), isAsUnpacked(kept)];
    const folder = joinServerPath(places.ownFolder, 'work');
    const files = {
      passphrase: joinServerPath(folder, 'Passphrase.txt'),
      proxy: joinServerPath(folder, 'ProxySettings.txt'),
    };
    return {
      runbook: 'set-up',
      title: procedureText.title,
      verb: procedureText.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: [
        provePackage(packageChecks),
        ...fileSteps(answers, folder, files),
        installStep(answers, kept.files, prepared.version, packageChecks, files, places),
        ...(answers.proxy === null ? [] : proxySteps(answers.proxy, places)),
        ...proofSteps(answers),
      ],
      notes: planNotes(answers, facts),
    };
  },
};

/** The package is looked at once more right before it is run: days may lie between. */
const provePackage = (packageChecks: readonly Check[]): PlanStep =>
  step(
    'package',
    words.package,
    { kind: 'prove' },
    { usualSeconds: 20, undo: noUndo(undo.prove), checks: packageChecks },
  );

/** What is worth reading before this plan is approved. */
function planNotes(answers: SetUpAnswers, facts: ServerFacts): string[] {
  const { notes } = words;
  const skipped = [
    ...(answers.skipSpaceCheck ? ['/SkipSpaceCheck'] : []),
    ...(answers.skipPrerequisites ? ['/SkipPrereqsCheck'] : []),
    ...(answers.skipTls ? ['/SkipTLSCheck'] : []),
  ];
  return [
    ...(answers.register ? [] : [notes.noRegistration]),
    ...(installedParts(facts).length > 0 ? [notes.reinstall] : []),
    notes.noCancel,
    notes.signOut,
    notes.secrets,
    notes.restart,
    ...(skipped.length > 0 ? [notes.skipped(skipped.join(', '))] : []),
    notes.terms,
  ];
}
