import type { Answers } from '../../../contract/runbook';
import { downloadProcedureText } from '../../../contract/text/download-procedure';
import type { ProxyRoute } from '../../vendor/proxy-route';
import { portProblem, proxyAddressProblem } from '../fields';
import { routeTrial } from '../route-trial';
import type { Trial } from '../runbook';
import { linkProblem, readDownloadAnswers } from './answers';

const words = downloadProcedureText.tests;

function wayOf({ mode, server, port }: ProxyRoute): string {
  if (mode === 'custom') return words.custom(`${server}:${port}`);
  return mode === 'system' ? words.system : words.direct;
}

const isRouteGood = ({ mode, server, port }: ProxyRoute) =>
  mode !== 'custom' || (proxyAddressProblem(server) === null && portProblem(port) === null);

/** Asks for the link the way it would be fetched, and takes nothing. */
export function downloadTrial(question: string, answers: Answers): Trial | null {
  if (question !== 'proxyMode') return null;
  const { link, proxy } = readDownloadAnswers(answers);
  if (link === null || linkProblem(link) !== null || !isRouteGood(proxy)) return null;
  return routeTrial(proxy, link, {
    ...words,
    did: words.did(link, wayOf(proxy)),
    reached: (status) =>
      status < 400
        ? { verdict: 'passed', saw: words.reached(status), next: '' }
        : { verdict: 'failed', saw: words.notFound(status), next: words.notFoundNext },
  });
}
