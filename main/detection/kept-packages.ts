import { z } from 'zod';
import type { KeptPackage } from '../../contract/facts';
import { jsonOf } from '../../contract/json';
import { joinServerPath } from '../../contract/server-path';
import type { Server } from '../host/server';
import { type KeptPlaces, keptPlaces, packagesFolder } from '../vendor/set-up-package';
import { looksUnchanged, looksWhole, readVerified } from './packages';

const originSchema = z.object({ from: z.string(), keptAt: z.string().optional() });
const partSchema = z.object({ from: z.string(), total: z.number().nullable() });

async function readJson<T>(server: Server, path: string, schema: z.ZodType<T>): Promise<T | null> {
  const parsed = schema.safeParse(jsonOf((await server.readText(path)) ?? ''));
  return parsed.success ? parsed.data : null;
}

const NOTHING = { sha256: null, version: null, signer: null, revocation: null, isUnpacked: false };

/** What is kept in one folder; null when nothing of a set-up file is there yet. */
async function lookInto(
  server: Server,
  id: string,
  places: KeptPlaces,
): Promise<KeptPackage | null> {
  const { folder, copy } = places;
  const base = { id, folder, path: copy };
  const whole = await server.files.stat(copy);
  if (whole === null) {
    const part = await server.files.stat(`${copy}.part`);
    if (part === null) return null;
    const known = await readJson(server, `${copy}.part.json`, partSchema);
    const wholeBytes = known?.total ?? null;
    const from = known?.from ?? null;
    const sizeBytes = part.size;
    return { ...base, ...NOTHING, from, keptAt: null, sizeBytes, wholeBytes, state: 'unfinished' };
  }
  const origin = await readJson(server, places.origin, originSchema);
  const kept = {
    ...base,
    from: origin?.from ?? null,
    keptAt: origin?.keptAt ?? whole.modified,
    sizeBytes: whole.size,
    wholeBytes: null,
  };
  const verified = await readVerified(server, places);
  if (verified === null) return { ...kept, ...NOTHING, state: 'notVerified' };
  const { sha256, version, signer, revocation } = verified;
  const isSame = await looksUnchanged(server, places, verified);
  const isUnpacked = isSame && (await looksWhole(server, places));
  const state = isSame ? 'verified' : 'changed';
  return { ...kept, state, sha256, version, signer, revocation: revocation || null, isUnpacked };
}

/** Every set-up file in our protected folder, the newest first. Changes nothing. */
export async function findKeptPackages(server: Server): Promise<KeptPackage[]> {
  const { ownFolder } = server.places;
  const root = packagesFolder(ownFolder);
  try {
    if ((await server.files.stat(root)) === null) return [];
  } catch (error) {
    // Only administrators may look in there; without them the rest is told all the same.
    if (isForbidden(error)) return [];
    throw error;
  }
  const found: KeptPackage[] = [];
  for (const id of await server.files.list(root)) {
    if (!(await server.files.stat(joinServerPath(root, id)))?.isFolder) continue;
    const kept = await lookInto(server, id, keptPlaces(ownFolder, id));
    if (kept) found.push(kept);
  }
  return found.sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''));
}

const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');
