import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Finding, Procedure } from '../../../contract/runbook';
import { upgradeText as text } from '../../../contract/text/upgrade-procedure';
import { makeQuestion } from '../question';
import { installedParts } from '../set-up/conditions/installed';
import { keptFiles } from '../set-up/questions';
import { endpointsAnswers, versionOfFile } from './answers';
import { installedVersions, isPlainGalleryImage, pathTo } from './installed';

export const NAME = 'upgrade';
export const PREPARE_NAME = 'prepare-upgrade';

const words = text.questions;

/** What is here, and what of the chosen file is known before it is prepared. */
function versionFindings(facts: ServerFacts, setupFile: string | undefined): Finding[] {
  const parts = installedParts(facts);
  const offered = versionOfFile(setupFile ?? '', facts);
  const versions = installedVersions(facts);
  const isGood =
    offered === null || versions.length === 0 ? null : pathTo(offered, facts).kind === 'upgrade';
  const plain = text.findings;
  return [
    { label: plain.installed, value: parts.join(', ') || plain.none, isGood: null },
    { label: plain.file, value: offered ?? plain.notVerified, isGood },
    ...(isPlainGalleryImage(facts)
      ? [{ label: plain.kind, value: plain.galleryImage, isGood: null }]
      : []),
  ];
}

/** The three questions of an upgrade; everything else stays as it is installed. */
export function describeUpgrade(facts: ServerFacts, answers: Answers): Procedure {
  const setupFile = answers.setupFile ?? facts.setupFiles[0]?.path;
  const { csAddress, proxyType } = facts.configuration;
  const usesProxy = proxyType === 'Custom' || facts.prerequisites.systemProxy !== null;
  const findings: Readonly<Record<string, Finding[]>> = {
    setupFile: versionFindings(facts, setupFile),
    configurationServer: [
      {
        label: text.findings.csAddress,
        value: csAddress ?? text.findings.csUnknown,
        isGood: null,
      },
    ],
    endpoints: [
      {
        label: text.findings.proxy,
        value: usesProxy ? text.findings.proxyUsed : text.findings.proxyNone,
        isGood: null,
      },
    ],
  };
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    sections: Object.entries(text.sections).map(([id, title]) => ({
      id,
      title,
      place: 'questions',
      findings: findings[id] ?? [],
    })),
    preparedBy: PREPARE_NAME,
    questions: [
      makeQuestion('setupFile', 'setupFile', 'setupFile', words.setupFile, {
        suggestion: facts.setupFiles[0]?.path ?? null,
        choices: keptFiles(facts),
      }),
      makeQuestion('csVersion', 'configurationServer', 'text', words.csVersion),
      makeQuestion('endpoints', 'endpoints', 'choice', words.endpoints, {
        suggestion: usesProxy ? 'proxy' : 'reachable',
        choices: endpointsAnswers.map((value) => ({ value, ...words.endpoints.choices[value] })),
      }),
    ],
  };
}
