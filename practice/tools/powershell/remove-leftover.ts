import { z } from 'zod';
import { ScriptError, script } from './script';

/** Removes a certificate of the computer's own store, or a rule of the firewall. */
export const removeLeftover = script(
  z.object({ kind: z.enum(['certificate', 'firewallRule']), name: z.string() }),
  async (context, { kind, name }) => {
    const { isAdministrator } = await context.world.read();
    if (!isAdministrator) {
      throw new ScriptError('Access is denied.', 'System.UnauthorizedAccessException');
    }
    const wanted = name.toLowerCase();
    const removed = await context.world.change((world) => {
      const before = world.certificates.length + world.firewallRules.length;
      if (kind === 'certificate') {
        world.certificates = world.certificates.filter(
          (one) => one.store !== 'My' || one.thumbprint.toLowerCase() !== wanted,
        );
      } else {
        world.firewallRules = world.firewallRules.filter((rule) => rule.toLowerCase() !== wanted);
      }
      return before - world.certificates.length - world.firewallRules.length;
    });
    return { removed };
  },
);
