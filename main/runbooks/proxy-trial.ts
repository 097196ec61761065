import { text } from '../../contract/text/set-up-procedure';
import type { ProxyRoute } from '../vendor/proxy-route';
import { routeTrial } from './route-trial';
import type { Trial } from './runbook';

const words = text.tests;

/** Asks an address of Azure by a way, by the shipped script, as the agent would. */
export function proxyTrial(route: ProxyRoute, address: string): Trial {
  const { mode, server, port, signIn } = route;
  const who = signIn === 'given' ? words.proxyWho.given : words.proxyWho.none;
  const did =
    mode === 'custom'
      ? words.proxyDid(address, `${server}:${port}`, who)
      : words.directDid(address);
  return routeTrial(route, address, {
    did,
    reached: (status) => ({ verdict: 'passed', saw: words.proxyReached(status), next: '' }),
    refused: words.proxyRefused,
    refusedNext: words.proxyRefusedNext,
    forbidden: words.proxyForbids,
    forbiddenNext: words.proxyForbidsNext,
    failed: words.proxyFailed,
    failedNext: mode === 'custom' ? words.proxyFailedNext : words.directFailedNext,
    context: words.proxyContext,
  });
}
