import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answered, caseOf, failed, type Place, type ScriptCase } from '../case';
import { runHelper } from '../helper-script';

/** Signs a file by a certificate that nobody trusts. */
async function sign(place: Place): Promise<string> {
  const file = join(place.folder, 'signed.ps1');
  writeFileSync(file, "'hello from the suite'\r\n");
  await runHelper(place, 'sign', { PSM_MOCK_FILE: file });
  if (!readFileSync(file, 'utf8').includes('SIG # Begin')) throw new Error('It was not signed.');
  return file;
}

const signature = (more: Record<string, z.ZodType>) =>
  answered(
    z.strictObject({
      status: z.string(),
      signer: z.string(),
      root: z.string(),
      rootThumbprint: z.string(),
      timestamped: z.boolean(),
      revocation: z.enum(['checked', 'couldNotTell']),
      productVersion: z.string(),
      message: z.string().min(1),
      ...more,
    }),
  );

const signer = { signer: z.literal('CN=Process Server Manager test') };

const verifies = (name: string, expected: z.ZodType, file: (place: Place) => Promise<string>) =>
  caseOf('verify-signature', name, {
    needs: 'windows',
    given: async (place) => ({ line: { path: await file(place) } }),
    expected,
  });

export const signatureCases: readonly ScriptCase[] = [
  verifies(
    'tells that a file is not signed',
    signature({ status: z.literal('NotSigned'), signer: z.literal(''), root: z.literal('') }),
    async ({ folder }) => {
      const file = join(folder, "it's [not] signed.ps1");
      writeFileSync(file, "'hello from the suite'\r\n");
      return file;
    },
  ),
  verifies(
    'does not trust a file that somebody signed',
    // Windows tells a root that it does not know by the first, one that it was told off by the other.
    signature({ ...signer, status: z.enum(['UnknownError', 'NotTrusted']) }),
    sign,
  ),
  verifies(
    'tells that a file was changed after it was signed',
    signature({ status: z.literal('HashMismatch') }),
    async (place) => {
      const file = await sign(place);
      writeFileSync(file, readFileSync(file, 'utf8').replace('hello', 'hallo'));
      return file;
    },
  ),
  verifies(
    'knows that Windows PowerShell comes from Microsoft',
    signature({
      status: z.literal('Valid'),
      signer: z.string().includes('O=Microsoft Corporation'),
      root: z.string().includes('Microsoft'),
      rootThumbprint: z.string().regex(/^[0-9A-F]{40}$/),
      productVersion: z.string().min(1),
    }),
    async ({ windowsPowerShell }) => windowsPowerShell,
  ),
  verifies('fails when there is no such file', failed(), async ({ folder }) =>
    join(folder, 'absent.exe'),
  ),
];
