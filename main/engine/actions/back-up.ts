import { BACKUP_RECORD } from '../../../contract/backup-record';
import type { KeptBackup } from '../../../contract/details';
import { PRODUCT_FACT, type Snapshot } from '../../../contract/history';
import type { StepAction } from '../../../contract/plan';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/engine';
import type { ServerClock, ServerFiles } from '../../host/ports';
import type { Registry } from '../../host/registry';
import { type ActionContext, type ActionOutcome, done } from './context';

/** What a backup uses of the server and of the operation. */
export interface BackUpContext
  extends Pick<ActionContext, 'operationId' | 'operationTitle' | 'seenBefore' | 'signal' | 'line'> {
  server: {
    files: Pick<ServerFiles, 'stat' | 'list' | 'copy' | 'sha256' | 'write' | 'makeFolder'>;
    registry: Pick<Registry, 'exportTo'>;
    clock: Pick<ServerClock, 'now'>;
  };
}

/** All files at or below a path; none when nothing is there. */
async function filesAt(server: BackUpContext['server'], path: ServerPath): Promise<ServerPath[]> {
  const seen = await server.files.stat(path);
  if (seen === null) return [];
  if (!seen.isFolder) return [path];
  const found: ServerPath[] = [];
  for (const name of await server.files.list(path)) {
    found.push(...(await filesAt(server, joinServerPath(path, name))));
  }
  return found;
}

/** Copies one file and proves that the copy holds the same bytes. */
async function keepFile(path: ServerPath, keptAs: ServerPath, context: BackUpContext) {
  const { files } = context.server;
  await files.copy(path, keptAs, context.signal);
  const [original, copy] = await Promise.all([files.sha256(path), files.sha256(keptAs)]);
  if (original !== copy) throw new Error(text.backup.notTheSame(path));
  context.line('engine', text.backup.kept(path));
  return copy;
}

/** Versions of the programs by their names, out of what was seen before. */
function programsIn(seen: Snapshot | null): Pick<KeptBackup, 'programs'> {
  if (seen === null) return {};
  const found = Object.entries(seen).filter(([name]) => name.startsWith(PRODUCT_FACT));
  return {
    programs: Object.fromEntries(
      found.map(([name, version]) => [name.slice(PRODUCT_FACT.length), version]),
    ),
  };
}

/**
 * Keeps files and registry keys as they are. The record is written last, so that a backup without
 * one was cut off, and made anew by the next try.
 */
export async function backUp(
  action: Extract<StepAction, { kind: 'backUp' }>,
  context: BackUpContext,
): Promise<ActionOutcome> {
  const { files, registry, clock } = context.server;
  const folder = joinServerPath(action.folder, context.operationId);
  await files.makeFolder(folder);
  const kept: KeptBackup = {
    id: context.operationId,
    folder,
    madeFor: context.operationTitle,
    madeAt: clock.now().toISOString(),
    ...programsIn(context.seenBefore()),
    files: [],
    registry: [],
  };
  for (const path of action.files) {
    const found = await filesAt(context.server, path);
    if (found.length === 0) kept.files.push({ path, keptAs: null });
    for (const file of found) {
      const keptAs = joinServerPath(folder, `file-${kept.files.length + 1}`);
      const sha256 = await keepFile(file, keptAs, context);
      kept.files.push({ path: file, keptAs, sha256 });
      if (context.signal.aborted) return { kind: 'cancelled' };
    }
  }
  for (const [index, { view, key }] of action.registry.entries()) {
    const file = joinServerPath(folder, `registry-${index + 1}.reg`);
    const isThere = await registry.exportTo(view, key, file);
    if (isThere) context.line('engine', text.backup.kept(key));
    kept.registry.push({ view, key, keptAs: isThere ? file : null });
  }
  const record = new TextEncoder().encode(JSON.stringify(kept, null, 2));
  await files.write(joinServerPath(folder, BACKUP_RECORD), record);
  return done({ backup: folder });
}
