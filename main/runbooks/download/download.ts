import type { KeptPackage, ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import { downloadProcedureText as text } from '../../../contract/text/download-procedure';
import { stepsText } from '../../../contract/text/set-up-steps';
import { DOWNLOAD_HOSTS } from '../../vendor/download-hosts';
import { routeInput, routeSecret } from '../../vendor/proxy-route';
import { type KeptPlaces, keptPlaces, packagePlaces } from '../../vendor/set-up-package';
import { generalConditions } from '../conditions';
import { copySteps, folderSteps, verifyStep } from '../package-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { noUndo, step } from '../steps';
import {
  checkDownloadAnswers,
  type DownloadAnswers,
  downloadSecrets,
  readDownloadAnswers,
} from './answers';
import { describeDownload } from './questions';
import { downloadTrial } from './trial';

const NUMBERED = /^download-(\d+)$/;

/**
 * The folder of a download: that of an unfinished one of the same link, else a new one, so that a
 * newer file behind the same link lies beside the older.
 */
function downloadId(link: string, packages: readonly KeptPackage[]): string {
  const unfinished = packages.find(({ state, from }) => state === 'unfinished' && from === link);
  if (unfinished) return unfinished.id;
  const numbers = packages.map(({ id }) => Number(NUMBERED.exec(id)?.[1] ?? 0));
  return `download-${Math.max(0, ...numbers) + 1}`;
}

function downloadStep(link: string, answers: DownloadAnswers, kept: KeptPlaces): PlanStep {
  const { proxy, expectedSha256 } = answers;
  const there = (path: string, label: string) => ({
    kind: 'fileExists' as const,
    label,
    path,
    withinSeconds: 0,
  });
  return step(
    'download',
    text.step,
    {
      kind: 'download',
      address: link,
      allowedHosts: [...DOWNLOAD_HOSTS],
      path: kept.copy,
      recordPath: kept.origin,
      expectedSha256,
      script: 'download-file',
      input: { ...routeInput(proxy), timeoutSeconds: '60' },
      secretInput: routeSecret(proxy),
      timeoutSeconds: 6 * 3600,
    },
    {
      touches: { files: [kept.copy, kept.origin] },
      usualSeconds: 300,
      cancel: 'now',
      undo: noUndo(stepsText.undo.note),
      checks: [there(kept.copy, text.checks.whole), there(kept.origin, text.checks.noted)],
    },
  );
}

function planSteps(answers: DownloadAnswers, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const { link, setupFile } = answers;
  if (link !== null) {
    const kept = keptPlaces(places.ownFolder, downloadId(link, facts.packages));
    return [...folderSteps(kept, places), downloadStep(link, answers, kept), verifyStep(kept)];
  }
  const path = setupFile.toLowerCase();
  const file = facts.setupFiles.find((one) => one.path.toLowerCase() === path);
  if (!file) throw new Error('A plan needs a set-up file that was found.');
  const kept = packagePlaces(places.ownFolder, file);
  return [...folderSteps(kept, places), ...copySteps(file, kept, places), verifyStep(kept)];
}

/** Fetches a set-up file, or takes one that is here, verifies and keeps it. */
export const downloadRunbook: Runbook = {
  name: 'download',
  describe: describeDownload,
  checkAnswers: checkDownloadAnswers,
  secrets: downloadSecrets,
  trial: downloadTrial,
  preconditions: (_answers, facts) => generalConditions(facts),
  plan(given, facts, places): PlanBody {
    const answers = readDownloadAnswers(given);
    const { notes } = text;
    const isLink = answers.link !== null;
    return {
      runbook: 'download',
      title: text.title,
      verb: isLink ? text.verb : text.verbFile,
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(answers, facts, places),
      notes: [...(isLink ? [notes.cancel] : []), notes.signature, notes.tooNew],
    };
  },
};
