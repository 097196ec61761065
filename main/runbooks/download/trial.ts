import type { Answers, TestResult } from '../../../contract/runbook';
import { downloadProcedureText } from '../../../contract/text/download-procedure';
import {
  type ProxyRoute,
  type RouteOutcome,
  readRouteOutcome,
  routeInput,
  routeSecret,
} from '../../vendor/proxy-route';
import { portProblem, proxyAddressProblem } from '../fields';
import type { Trial } from '../runbook';
import { linkProblem, readDownloadAnswers } from './answers';

const words = downloadProcedureText.tests;

function wayOf({ mode, server, port }: ProxyRoute): string {
  if (mode === 'custom') return words.custom(`${server}:${port}`);
  return mode === 'system' ? words.system : words.direct;
}

function resultOf(outcome: RouteOutcome | null, did: string): TestResult {
  if (outcome === null) {
    return { verdict: 'couldNotTell', did, saw: words.failed(''), next: '', context: null };
  }
  const context = words.context(outcome.identity);
  const failed = (saw: string, next: string): TestResult => ({
    verdict: 'failed',
    did,
    saw,
    next,
    context,
  });
  switch (outcome.kind) {
    case 'reached':
      return outcome.status < 400
        ? { verdict: 'passed', did, saw: words.reached(outcome.status), next: '', context }
        : failed(words.notFound(outcome.status), words.notFoundNext);
    case 'refusedByProxy':
      return failed(words.refused(outcome.schemes), words.refusedNext);
    case 'failed':
      return failed(words.failed(outcome.message), words.failedNext);
  }
}

/** Asks for the link the way it would be fetched, and takes nothing. */
export function downloadTrial(question: string, answers: Answers): Trial | null {
  if (question !== 'proxyMode') return null;
  const { link, proxy } = readDownloadAnswers(answers);
  if (link === null || linkProblem(link) !== null) return null;
  const isGood =
    proxy.mode !== 'custom' ||
    (proxyAddressProblem(proxy.server) === null && portProblem(proxy.port) === null);
  if (!isGood) return null;
  const did = words.did(link, wayOf(proxy));
  return {
    kind: 'script',
    script: 'test-proxy',
    input: { ...routeInput(proxy), address: link, timeoutSeconds: '20' },
    secretInput: routeSecret(proxy),
    seconds: 60,
    read: (answer) => resultOf(readRouteOutcome(answer), did),
  };
}
