import { z } from 'zod';
import { keyExists } from '../../world/registry';
import { findService } from '../../world/services';
import { script } from './script';

const names = z.string().transform((text) => text.split('|').filter((name) => name !== ''));

/** Which of these certificates, firewall rules, keys and services are there. */
export const findLeftovers = script(
  z.object({ certificates: names, firewallRules: names, keys: names, services: names }),
  async (context, wanted) => {
    const world = await context.world.read();
    const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
    const hasCertificate = (thumbprint: string) =>
      world.certificates.some((one) => one.store === 'My' && same(one.thumbprint, thumbprint));
    return {
      certificates: wanted.certificates.filter(hasCertificate).join('|'),
      firewallRules: wanted.firewallRules
        .filter((name) => world.firewallRules.some((rule) => same(rule, name)))
        .join('|'),
      keys: wanted.keys.filter((key) => keyExists(world.registry, key)).join('|'),
      services: wanted.services.filter((name) => findService(world, name) !== undefined).join('|'),
    };
  },
);
