import type { ServerFacts } from './facts';

/**
 * True on a server from the Azure gallery as it was made: it has a process server but no master
 * target, no agent and no registration of its own, and lacks none of them.
 * Source: vendor source, unified set-up, and the public article on failback.
 */
export const isGalleryServer = ({
  configuration,
  products,
}: Pick<ServerFacts, 'configuration' | 'products'>): boolean =>
  configuration.isGalleryImage &&
  products.processServer !== null &&
  products.masterTarget === null &&
  products.agent === null;

/** True for an address that another server can be reached at; images carry none, or 0.0.0.0. */
export const isConnected = ({ configuration }: Pick<ServerFacts, 'configuration'>): boolean =>
  !/^(?:0\.|127\.|$)/.test(configuration.csAddress ?? '');
