import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { collect } from '../../main/host/collect';
import { createServer } from '../../main/host/server';
import { MICROSOFT_ROOTS } from '../../main/vendor/set-up-package';
import { bedFile, host, programSpec } from './bed';
import { preparedPart } from './prepared';

const fileSchema = z.object({
  path: z.string(),
  goodWithOwnAuthority: z.boolean(),
  goodWithOtherAuthority: z.boolean(),
});

const signaturesSchema = z.object({
  files: z.object({
    unsigned: fileSchema,
    changed: fileSchema,
    forged: fileSchema,
    other: fileSchema,
    expired: fileSchema,
  }),
  root: z.object({ certificate: z.string(), thumbprint: z.string() }),
  productVersion: z.string(),
});
export type SignedName = keyof z.infer<typeof signaturesSchema>['files'];

/** What was signed outside Wine, with osslsigncode's word on it, and the root it was signed under. */
export const signed = () => preparedPart(bedFile, 'signatures', signaturesSchema);

const standIn = win32.join(win32.dirname(bedFile), 'stand-ins', 'verify-signature.exe');

/** The server whose only script is the one that verifies signatures, played by its stand-in. */
export const verifyingServer = createServer({
  ...host,
  places: { ...host.places, powershell: standIn },
});

async function changeRoots(how: 'add' | 'remove') {
  const { certificate } = signed().root;
  const { end, error } = await collect(
    host.processes,
    programSpec('root-store', [how, certificate]),
  );
  assert.deepEqual(end, { kind: 'exited', code: 0 }, error);
}

/** Lets this Windows trust the own root while something is done. */
export async function whileOwnRootIsTrusted(work: () => Promise<void>): Promise<void> {
  await changeRoots('add');
  try {
    await work();
  } finally {
    await changeRoots('remove');
  }
}

/**
 * Lets the stand-in tell the own root as Microsoft's while something is done: nobody else can make
 * a package that is accepted. Whether the root is trusted stays the word of Windows.
 */
export async function whileOwnRootCountsAsMicrosofts(work: () => Promise<void>): Promise<void> {
  const file = standIn.replace(/\.exe$/, '.roots');
  writeFileSync(file, `${signed().root.thumbprint} ${MICROSOFT_ROOTS[0]}\n`);
  try {
    await work();
  } finally {
    rmSync(file);
  }
}
