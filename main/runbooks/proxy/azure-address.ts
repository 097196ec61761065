import type { ServerFacts } from '../../../contract/facts';

/** Every process server signs in there, so every proxy for one has to let it through. */
const SIGN_IN_ADDRESS = 'https://login.microsoftonline.com/';

/**
 * The address of Azure that is asked to try a way: where this server signs in, which in other clouds
 * is another. Source: the public article on the addresses of Site Recovery.
 */
export function azureAddress({ details }: ServerFacts): string {
  const own = details.agentProxy?.signInAddress ?? '';
  const host = /^https:\/\/([a-z0-9.-]+)(?:\/|$)/i.exec(own)?.[1];
  return host === undefined ? SIGN_IN_ADDRESS : `https://${host.toLowerCase()}/`;
}
