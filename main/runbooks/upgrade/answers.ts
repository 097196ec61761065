import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { upgradeText as text } from '../../../contract/text/upgrade-procedure';
import { type FieldProblem, oneOf, setupFileProblem, versionProblem } from '../fields';
import { preparedFor } from '../set-up/prepared';

/** How set-up's check of the endpoints would go; only the first lets it be made. */
export const endpointsAnswers = ['reachable', 'proxy', 'blocked'] as const;
export type Endpoints = (typeof endpointsAnswers)[number];

export interface UpgradeAnswers {
  setupFile: string;
  csVersion: string;
  endpoints: Endpoints;
}

export function readUpgradeAnswers(answers: Answers): UpgradeAnswers {
  const endpoints = endpointsAnswers.find((one) => one === answers.endpoints) ?? 'reachable';
  return {
    setupFile: answers.setupFile ?? '',
    csVersion: answers.csVersion ?? '',
    endpoints,
  };
}

/** Nobody knows the version for sure but who looks it up, so it has to be entered here. */
function csVersionProblem(value: string): FieldProblem {
  return value.trim() === '' ? text.wrong.csVersion : versionProblem(value);
}

export function checkUpgradeAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const rows: [string, FieldProblem][] = [
    ['setupFile', setupFileProblem(of('setupFile'), facts)],
    ['csVersion', csVersionProblem(of('csVersion'))],
    ['endpoints', oneOf(of('endpoints'), ...endpointsAnswers)],
  ];
  return rows.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}

/** The version of that set-up file; null before it was verified. */
export function versionOfFile(setupFile: string, facts: ServerFacts): string | null {
  const prepared = preparedFor(setupFile, facts);
  if (prepared) return prepared.version;
  const kept = facts.packages.find(({ path }) => path.toLowerCase() === setupFile.toLowerCase());
  return kept?.state === 'verified' ? kept.version : null;
}
