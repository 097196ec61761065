import type { Answers } from '../../../contract/runbook';
import { downloadProcedureText } from '../../../contract/text/download-procedure';
import { isDownloadHost } from '../../vendor/download-hosts';
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

/** Asks for an address; a redirect is followed as the download would, held to the same hosts. */
function addressTrial(address: string, route: ProxyRoute): Trial {
  return routeTrial(route, address, {
    ...words,
    did: words.did(address.split('?')[0] ?? address, wayOf(route)),
    reached: (status, location) => {
      if (status >= 400) {
        return { verdict: 'failed', saw: words.notFound(status), next: words.notFoundNext };
      }
      if (status < 300 || location === '') {
        return { verdict: 'passed', saw: words.reached(status), next: '' };
      }
      const host = /^https:\/\/([a-z0-9.-]+)(?:\/|$)/i.exec(location)?.[1]?.toLowerCase() ?? '';
      return isDownloadHost(host)
        ? addressTrial(location, route)
        : { verdict: 'failed', saw: words.elsewhere(host), next: words.notFoundNext };
    },
  });
}

/** Asks for the link the way it would be fetched, and takes nothing. */
export function downloadTrial(question: string, answers: Answers): Trial | null {
  if (question !== 'proxyMode') return null;
  const { link, proxy } = readDownloadAnswers(answers);
  if (link === null || linkProblem(link) !== null || !isRouteGood(proxy)) return null;
  return addressTrial(link, proxy);
}
