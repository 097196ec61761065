import { readdirSync, readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { type Answer, type Judgement, mapAnswer, notTold, told } from '../fact';
import { judge, judgeText } from '../judge';
import { signerOf } from '../one-liners';
import { readPeSignature } from '../sources/authenticode';

const signatureSchema = z.object({ status: z.string(), signer: z.string() });

const ours = (bench: Bench, path: string) =>
  bench.script('verify-signature', { path }, signatureSchema);

/** Where Windows keeps the catalogues of its own files. Source: learn.microsoft.com, catalog files. */
const CATALOGUES = 'CatRoot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}';

function standsInCatalogue(system32: string, digests: readonly Buffer[]): Answer<boolean> {
  const folder = win32.join(system32, CATALOGUES);
  try {
    const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.cat'));
    if (names.length === 0) return notTold('there are no catalogues');
    return told(
      names.some((name) => {
        const catalogue = readFileSync(win32.join(folder, name));
        return digests.some((digest) => catalogue.includes(digest));
      }),
    );
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
}

/** What the bytes themselves tell: `about these bytes`, `changed`, `unsigned`. */
function byBytes({ server }: Bench, path: string): Answer<string> {
  let found: ReturnType<typeof readPeSignature>;
  try {
    found = readPeSignature(readFileSync(path));
  } catch (error) {
    return notTold(error instanceof Error ? error.message : String(error));
  }
  if (found === null) return notTold('it is no program');
  if (found.isEmbedded) return told(found.isAboutTheseBytes ? 'about these bytes' : 'changed');
  const { sha256, sha1 } = found.digests;
  const digests = [Buffer.from(sha256, 'hex'), Buffer.from(sha1, 'hex')];
  return mapAnswer(standsInCatalogue(server.places.system32, digests), (isIn) =>
    isIn ? 'about these bytes' : 'unsigned',
  );
}

/** Source: learn.microsoft.com, SignatureStatus. Trust is not for the bytes to tell. */
const EXPECTED: Readonly<Record<string, string>> = {
  Valid: 'about these bytes',
  NotTrusted: 'about these bytes',
  HashMismatch: 'changed',
  NotSigned: 'unsigned',
};

async function statusRow(bench: Bench, path: string): Promise<Judgement> {
  return judge({
    ours: await ours(bench, path),
    second: byBytes(bench, path),
    show: ({ status }) => status,
    showSecond: String,
    compare({ status }, second) {
      const expected = EXPECTED[status];
      if (expected === undefined) return { cannot: 'Windows could not tell the status' };
      return expected === second ? null : { difference: `${status}, yet the bytes say ${second}` };
    },
  });
}

const row = (name: string, pathIn: (bench: Bench) => string): Comparison => ({
  group: 'Signatures',
  name: `Signature of ${name}`,
  by: 'digest of the file, looked for in its signature or in the catalogues',
  compare: (bench) => statusRow(bench, pathIn(bench)),
});

const MZ_STUB_BYTE = 0x60;

export const signatureComparisons: Comparison[] = [
  row('powershell.exe', ({ server }) => server.places.powershell),
  row('notepad.exe', ({ server }) => win32.join(server.places.system32, 'notepad.exe')),
  row('the Node that runs this', () => process.execPath),
  {
    group: 'Signatures',
    name: 'Signature of a copy of Node with one byte changed',
    by: 'digest of the file, looked for in its signature',
    async compare(bench) {
      const path = win32.join(bench.folder, 'changed.exe');
      const bytes = readFileSync(process.execPath);
      bytes[MZ_STUB_BYTE] = (bytes[MZ_STUB_BYTE] ?? 0) ^ 0xff;
      await bench.server.files.write(path, bytes);
      try {
        return await statusRow(bench, path);
      } finally {
        await bench.server.files.remove(path);
      }
    },
  },
  {
    group: 'Signatures',
    name: 'Who signed the Node that runs this',
    by: 'X509Certificate of .NET',
    async compare(bench) {
      const { command, schema } = signerOf(process.execPath);
      return judgeText(
        mapAnswer(await ours(bench, process.execPath), ({ signer }) => signer),
        await bench.powershell(command, schema),
      );
    },
  },
];
