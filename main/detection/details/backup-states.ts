import type { BackupState, KeptBackup, KeptState } from '../../../contract/details';
import type { Result } from '../../../contract/problem';
import { differencesOf, keysOutside } from '../../../contract/registry-differences';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import type { RegistryTree } from '../../host/reg-file';
import type { RegistryView } from '../../host/registry';
import type { Server } from '../../host/server';
import { findBackups } from './backups';

const DAY_MS = 86_400_000;

type KeptFile = KeptBackup['files'][number];
type KeptKey = KeptBackup['registry'][number];
type ReadKey = (view: RegistryView, key: string) => Promise<RegistryTree>;

async function fileState(
  { files }: Server,
  { path, keptAs, sha256 }: KeptFile,
): Promise<KeptState> {
  const now = await files.stat(path);
  if (keptAs === null) return now === null ? 'absent' : 'added';
  const kept = await files.stat(keptAs);
  const keptHash = kept === null ? null : await files.sha256(keptAs);
  if (kept === null || (sha256 !== undefined && keptHash !== sha256)) return 'damaged';
  if (now === null) return 'missing';
  if (now.isFolder || now.size !== kept.size) return 'changed';
  return (await files.sha256(path)) === keptHash ? 'same' : 'changed';
}

async function keyState(
  { files, registry }: Server,
  { view, key, keptAs }: KeptKey,
  read: ReadKey,
): Promise<BackupState['registry'][number]> {
  const now = await read(view, key);
  if (keptAs === null) {
    const added = now.size === 0 ? [] : [{ key, name: null }];
    return { state: now.size === 0 ? 'absent' : 'added', changed: [], added };
  }
  const damaged = { state: 'damaged' as const, changed: [], added: [] };
  if ((await files.stat(keptAs)) === null) return damaged;
  const kept = await registry.readKept(view, keptAs).catch(() => null);
  // An export that holds another key too would be written there.
  if (kept === null || keysOutside(kept, key).length > 0) return damaged;
  if (now.size === 0) return { ...differencesOf(kept, now), state: 'missing', added: [] };
  const { changed, added } = differencesOf(kept, now);
  return { state: changed.length > 0 ? 'changed' : 'same', changed, added };
}

async function sizeOf({ files }: Server, folder: ServerPath): Promise<number> {
  const seen = await Promise.all(
    (await files.list(folder)).map((name) => files.stat(joinServerPath(folder, name))),
  );
  return seen.reduce((sum, one) => sum + (one?.size ?? 0), 0);
}

async function stateOf(server: Server, backup: KeptBackup, read: ReadKey): Promise<BackupState> {
  const files: KeptState[] = [];
  for (const file of backup.files) {
    files.push(await fileState(server, file).catch(() => 'unknown' as const));
  }
  const registry: BackupState['registry'] = [];
  for (const key of backup.registry) {
    registry.push(
      await keyState(server, key, read).catch(() => ({
        state: 'unknown' as const,
        changed: [],
        added: [],
      })),
    );
  }
  const age = server.clock.now().getTime() - Date.parse(backup.madeAt);
  return {
    id: backup.id,
    sizeBytes: await sizeOf(server, backup.folder),
    ageDays: Math.floor(age / DAY_MS),
    files,
    registry,
  };
}

/** How everything that was ever kept is on the server now; each key is read only once. */
export async function findBackupStates(server: Server): Promise<Result<BackupState[]>> {
  const backups = await findBackups(server);
  if (!backups.ok) return backups;
  const trees = new Map<string, Promise<RegistryTree>>();
  const read: ReadKey = (view, key) => {
    const name = `${view} ${key.toLowerCase()}`;
    const tree = trees.get(name) ?? server.registry.read(view, key);
    trees.set(name, tree);
    return tree;
  };
  const states: BackupState[] = [];
  for (const backup of backups.value) states.push(await stateOf(server, backup, read));
  return { ok: true, value: states };
}
