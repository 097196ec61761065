import type { Download } from './downloads';
import type { World } from './schema';
import {
  chosenProxy,
  connectsTo,
  existingProxies,
  letsThrough,
  type ProxyChoice,
} from './web-proxy';

export interface WebRequest extends ProxyChoice {
  address: string;
  timeoutSeconds: string;
}

/** What a request gets. `failure` is the name .NET has for it in WebExceptionStatus. */
export type WebAnswer =
  | { from: 'server'; status: number; reason: string; location: string; download: Download | null }
  | { from: 'proxy'; status: number; reason: string; schemes: string }
  | { from: 'nobody'; failure: string; message: string; afterSeconds: number };

/** Reason phrases as .NET gives them. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  302: 'Found',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Addresses of Azure that a process server talks to, and what their root answers. */
const azure: readonly (readonly [RegExp, number])[] = [
  [/^login\.microsoftonline\.com$/, 200],
  [/^management\.azure\.com$/, 404],
  [/\.hypervrecoverymanager\.windowsazure\.com$/, 404],
  [/\.backup\.windowsazure\.com$/, 404],
  [/\.blob\.core\.windows\.net$/, 404],
];

/** Sends one request into the simulated internet; nothing changes by it. */
export function askInternet(world: World, request: WebRequest): WebAnswer {
  const { hostname } = new URL(request.address);
  const proxy = chosenProxy(world, request);
  const nobody = (failure: string, message: string, afterSeconds = 1): WebAnswer => ({
    from: 'nobody',
    failure,
    message,
    afterSeconds,
  });
  const unresolved = (host: string) => `The remote name could not be resolved: '${host}'`;
  if (world.networkLost) return nobody('NameResolutionFailure', unresolved(hostname));
  const answer = answerOf(world, request.address);
  if (proxy === null) {
    if (world.requiredProxy) {
      const seconds = Number(request.timeoutSeconds);
      return nobody('Timeout', 'The operation has timed out', seconds);
    }
    return answer ?? nobody('NameResolutionFailure', unresolved(hostname));
  }
  const sameHost = existingProxies(world).filter(({ host }) => host === proxy.host);
  if (sameHost.length === 0) {
    return nobody('ProxyNameResolutionFailure', unresolved(proxy.host));
  }
  if (!sameHost.some(({ port }) => port === proxy.port)) {
    const where = `${proxy.host}:${proxy.port}`;
    return nobody(
      'ConnectFailure',
      `No connection could be made because the target machine actively refused it ${where}`,
    );
  }
  if (!letsThrough(world, request)) {
    const reason = 'Proxy Authentication Required';
    return { from: 'proxy', status: 407, reason, schemes: 'Basic, Negotiate' };
  }
  if (!connectsTo(world, hostname)) {
    return { from: 'proxy', status: 403, reason: 'Forbidden', schemes: '' };
  }
  // As squid says it.
  return answer ?? { from: 'proxy', status: 503, reason: 'Service Unavailable', schemes: '' };
}

/** What the server of that address says; null when there is none. */
function answerOf({ downloads }: World, address: string): WebAnswer | null {
  const { hostname, href } = new URL(address);
  const answer = (status: number, location = '', download: Download | null = null): WebAnswer => ({
    from: 'server',
    status,
    reason: reasons[status] ?? '',
    location,
    download,
  });
  const found = downloads.find((one) => new URL(one.address).href === href);
  if (found?.status) return answer(found.status);
  if (found?.redirectTo) return answer(302, found.redirectTo);
  if (found?.file) return answer(200, '', found);
  if (downloads.some((one) => new URL(one.address).hostname === hostname)) return answer(404);
  const status = azure.find(([host]) => host.test(hostname))?.[1];
  return status === undefined ? null : answer(status);
}
