import { z } from 'zod';
import type { ProxySetting } from '../../contract/details';

/** What the script get-agent-proxy answers; empty texts when the agent has no proxy. */
export const agentProxyAnswer = z.object({
  server: z.string(),
  port: z.string(),
  user: z.string(),
  bypass: z.string(),
});

/**
 * Names of the same settings in the registry: beside the process server (`Installed Products\9`),
 * and in the configuration server's place. The password lies there too and is never read.
 * Source: vendor source, unified set-up.
 */
export const PROXY_VALUES = {
  processServer: {
    server: 'ProxyAddress',
    port: 'ProxyPort',
    user: 'ProxyUserName',
    bypass: 'Bypass',
  },
  configurationServer: {
    server: 'ProxyAddress',
    port: 'ProxyPort',
    user: 'ProxyUserName',
    bypass: 'ProxyBypassUrls',
  },
} as const;

/** `read` gives the text of one value; null when no address is kept there. */
export function proxySettingOf(
  names: Readonly<Record<keyof ProxySetting, string>>,
  read: (name: string) => string | null,
): ProxySetting | null {
  const of = (name: keyof ProxySetting) => read(names[name].toLowerCase()) ?? '';
  const server = of('server');
  return server === ''
    ? null
    : { server, port: of('port'), user: of('user'), bypass: of('bypass') };
}

const plainServer = (server: string) =>
  server
    .toLowerCase()
    .replace(/^http:\/\//, '')
    .replace(/\/+$/, '');

/** Whether two places name the same proxy and the same user. */
export const isSameProxy = (one: ProxySetting, other: ProxySetting): boolean =>
  plainServer(one.server) === plainServer(other.server) &&
  one.port === other.port &&
  one.user.toLowerCase() === other.user.toLowerCase();
