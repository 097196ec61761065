import { matchesHost } from '../../../contract/host-patterns';
import type { Problem } from '../../../contract/problem';
import { text } from '../../../contract/text/engine';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

/**
 * Why this program does not fetch from an address; null when it may: https on its usual port, no
 * credentials, a host of the list. Asked again for every redirect.
 */
export function addressProblem(address: string, allowedHosts: readonly string[]): Words | null {
  let parsed: URL;
  try {
    parsed = new URL(address);
  } catch {
    return text.download.noAddress;
  }
  const { protocol, hostname, port, username, password } = parsed;
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') {
    return text.download.notPlainHttps;
  }
  return matchesHost(hostname, allowedHosts) ? null : text.download.otherHost(hostname);
}
