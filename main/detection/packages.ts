import { z } from 'zod';
import type { KeptPackage, PreparedPackage, ServerFacts } from '../../contract/facts';
import { changedSince, folderRecordSchema } from '../../contract/folder-record';
import { jsonOf } from '../../contract/json';
import { joinServerPath } from '../../contract/server-path';
import type { Server } from '../host/server';
import {
  type KeptPlaces,
  PACKAGE_FILES,
  packagePlaces,
  type SetupFile,
  termsIn,
} from '../vendor/set-up-package';

const SETUP_FILE = /UnifiedSetup.*\.exe$/i;

const verifiedSchema = z.object({
  sha256: z.string(),
  signer: z.string(),
  version: z.string(),
  revocation: z.string().default(''),
  sizeBytes: z.number().optional(),
  modified: z.string().optional(),
});
type Verified = z.infer<typeof verifiedSchema>;

async function setupFileAt(server: Server, path: string): Promise<SetupFile | null> {
  const stat = await server.files.stat(path);
  return stat && !stat.isFolder ? { path, sizeBytes: stat.size, modified: stat.modified } : null;
}

/** Set-up files in the usual folders and kept ones, newest first, after the one that was named. */
export async function findSetupFiles(
  server: Server,
  named: string | null,
  kept: readonly KeptPackage[],
): Promise<ServerFacts['setupFiles']> {
  const found: SetupFile[] = [];
  for (const { path, state } of kept) {
    const file = state === 'verified' ? await setupFileAt(server, path) : null;
    if (file) found.push(file);
  }
  for (const folder of server.places.downloads) {
    if ((await server.files.stat(folder)) === null) continue;
    for (const name of await server.files.list(folder)) {
      const file = SETUP_FILE.test(name)
        ? await setupFileAt(server, joinServerPath(folder, name))
        : null;
      if (file) found.push(file);
    }
  }
  found.sort((a, b) => b.modified.localeCompare(a.modified));
  const first = named === null ? null : await setupFileAt(server, named);
  const others = found.filter((file) => file.path.toLowerCase() !== first?.path.toLowerCase());
  return first ? [first, ...others] : others;
}

/** The prepared copy of the named set-up file, or of the newest one; null when there is none. */
export async function findPrepared(
  server: Server,
  setupFiles: readonly SetupFile[],
  named: string | null,
): Promise<PreparedPackage | null> {
  const file =
    setupFiles.find((one) => one.path.toLowerCase() === named?.toLowerCase()) ?? setupFiles[0];
  if (!file) return null;
  const places = packagePlaces(server.places.ownFolder, file);
  const verified = await readVerified(server, places);
  if (verified === null || (await server.files.stat(places.copy)) === null) return null;
  const { sha256, signer, version } = verified;
  return {
    folder: places.folder,
    source: file.path,
    sha256,
    signer,
    version,
    // Every byte is only read for a file that somebody is about to use.
    complete: named === null ? await looksWhole(server, places) : await isWhole(server, places),
    unchanged:
      named === null
        ? await looksUnchanged(server, places, verified)
        : (await server.hashes.ofFile(places.copy)) === sha256,
    terms: await readTerms(server, places),
  };
}

async function readTerms(server: Server, { terms }: KeptPlaces): Promise<string | null> {
  const printed = await server.readText(terms);
  return printed === null ? null : termsIn(printed) || null;
}

/** What was verified about a kept file; null when nothing readable is noted. */
export async function readVerified(server: Server, { record }: KeptPlaces) {
  const verified = verifiedSchema.safeParse(jsonOf((await server.readText(record)) ?? ''));
  return verified.success ? verified.data : null;
}

/** True while size and date are those of the verified bytes; read whole where they were not kept. */
export async function looksUnchanged(
  server: Server,
  { copy }: KeptPlaces,
  { sha256, sizeBytes, modified }: Verified,
): Promise<boolean> {
  const now = await server.files.stat(copy);
  if (now === null) return false;
  if (sizeBytes === undefined || modified === undefined) {
    return (await server.hashes.ofFile(copy)) === sha256;
  }
  return now.size === sizeBytes && now.modified === modified;
}

/** True when every file that was unpacked lies there, whatever is in it. */
export async function looksWhole(
  server: Server,
  { files, contents }: KeptPlaces,
): Promise<boolean> {
  const recorded = folderRecordSchema.safeParse(jsonOf((await server.readText(contents)) ?? ''));
  if (!recorded.success) return false;
  for (const name of PACKAGE_FILES) {
    const isRecorded = recorded.data[name.toLowerCase()] !== undefined;
    if (!isRecorded || (await server.files.stat(joinServerPath(files, name))) === null)
      return false;
  }
  return true;
}

/** True when everything that was unpacked is there as it was. */
async function isWhole(server: Server, { files, contents }: KeptPlaces): Promise<boolean> {
  const recorded = folderRecordSchema.safeParse(jsonOf((await server.readText(contents)) ?? ''));
  if (!recorded.success || (await server.files.stat(files)) === null) return false;
  const names = new Set(Object.keys(recorded.data));
  return (
    PACKAGE_FILES.every((name) => names.has(name.toLowerCase())) &&
    changedSince(recorded.data, await server.hashes.ofFolder(files)).length === 0
  );
}
