import { z } from 'zod';
import { script } from './script';

/** A certificate of the computer's personal store, by thumbprint. */
export const readCertificates = script(
  z.object({ thumbprint: z.string() }),
  async (context, { thumbprint }) => {
    const { certificates } = await context.world.read();
    const wanted = thumbprint.replaceAll(' ', '').toLowerCase();
    const found = certificates.find(
      (candidate) => candidate.store === 'My' && candidate.thumbprint.toLowerCase() === wanted,
    );
    return {
      found: found !== undefined,
      validUntil: found?.validUntil ?? null,
      subject: found?.subject ?? '',
    };
  },
);
