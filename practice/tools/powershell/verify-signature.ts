import { z } from 'zod';
import { readStandIn } from '../../products/stand-in';
import { ScriptError, script } from './script';

/** Thumbprint of "Microsoft Root Certificate Authority 2011", as every Windows has it. */
const microsoftRoot = {
  root: 'CN=Microsoft Root Certificate Authority 2011, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
  rootThumbprint: '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
};
const microsoft =
  'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US';

const texts = {
  Valid: 'Signature verified.',
  NotSigned: 'The file is not digitally signed.',
  HashMismatch:
    'The contents of the file might have been changed by an unauthorized user or process, because the hash of the file does not match the hash stored in the digital signature.',
  NotTrusted:
    'A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.',
} as const;

/** The signature of a program file: what the stand-in claims, and whether it was changed since. */
export const verifySignature = script(z.object({ path: z.string() }), async (context, { path }) => {
  const found = await context.systemFiles.stat(path).catch(() => null);
  if (!found || found.isFolder) {
    throw new ScriptError(
      `Cannot find path '${path}' because it does not exist.`,
      'System.Management.Automation.ItemNotFoundException',
    );
  }
  await context.wait(3);
  const standIn = readStandIn(await context.systemFiles.read(path));
  const answer = (status: keyof typeof texts, signed: object) => ({
    status,
    signer: '',
    root: '',
    rootThumbprint: '',
    timestamped: false,
    revocation: 'couldNotTell',
    productVersion: standIn?.version ?? '',
    message: texts[status],
    ...signed,
  });
  if (!standIn || standIn.signature === 'unsigned') return answer('NotSigned', {});
  if (!standIn.intact) return answer('HashMismatch', { signer: microsoft });
  if (standIn.signature === 'untrusted') {
    const root = { root: 'CN=Contoso Test Root', rootThumbprint: '0'.repeat(40) };
    return answer('NotTrusted', { signer: 'CN=Contoso Software', timestamped: true, ...root });
  }
  return answer('Valid', {
    signer: microsoft,
    ...microsoftRoot,
    timestamped: true,
    revocation: 'checked',
  });
});
