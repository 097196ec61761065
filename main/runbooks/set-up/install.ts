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
import { unifiedSetupCommand } from '../../vendor/unified-setup';
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
import { foundSetupFile, preparedFor } from './prepared';
import { proofSteps, proxySteps, registrationCheck } from './proof';
import { describe } from './questions';
import { installedCheck, provePackage, setUpRunStep } from './run-step';
import { setUpTrial } from './trials';

const words = text.install;
const { undo, checks } = text;

function installChecks(answers: SetUpAnswers, packageVersion: string): Check[] {
  const { dependencies, processServer, masterTarget, agent } = PRODUCT_NAMES;
  const family = /^\d+\.\d+/.exec(packageVersion)?.[0] ?? null;
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
    installedCheck(dependencies, family),
    installedCheck(processServer, family),
    installedCheck(masterTarget, null),
    installedCheck(agent, null),
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
  return setUpRunStep({
    words: words.run,
    command,
    packageFolder,
    installFolder: answers.installFolder,
    usualSeconds: 1320,
    undo: noUndo(undo.install),
    checks: installChecks(answers, packageVersion),
    packageChecks,
    places,
  });
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
    const kept = packagePlaces(places.ownFolder, foundSetupFile(answers.setupFile, facts));
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
