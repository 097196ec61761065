import { createHash } from 'node:crypto';
import type { Scenario } from '../scenarios/schema';
import { closeFolder } from './connection';
import { installedVersion } from './installed';
import { type InstallTarget, writeFiles } from './target';

const ownFolder = 'C:\\ProgramData\\ProcessServerManager';
const backupsFolder = `${ownFolder}\\backups`;

/** Every product that has an uninstall entry here, with its version. */
async function programsOn({ store }: InstallTarget): Promise<Record<string, string>> {
  const world = await store.read();
  const found: Record<string, string> = {};
  for (const product of ['dependencies', 'processServer', 'masterTarget', 'agent'] as const) {
    const version = installedVersion(world, product);
    if (version !== null) found[product] = version;
  }
  return found;
}

/**
 * Lays a backup as a change some days ago left it: copies of files as set-up wrote them, with the
 * record that names them. Then the files are edited, as somebody has done since.
 */
export async function layBackup(
  target: InstallTarget,
  { id, madeFor, daysAgo, files, edits }: NonNullable<Scenario['backup']>,
): Promise<void> {
  const folder = `${backupsFolder}\\${id}`;
  const kept: { path: string; keptAs: string; sha256: string }[] = [];
  for (const [index, path] of files.entries()) {
    const content = await target.files.read(path);
    const keptAs = `${folder}\\file-${index + 1}`;
    await writeFiles(target, { [keptAs]: content });
    kept.push({ path, keptAs, sha256: createHash('sha256').update(content).digest('hex') });
  }
  const record = {
    id,
    folder,
    madeFor,
    madeAt: new Date(target.now().getTime() - daysAgo * 86_400_000).toISOString(),
    programs: await programsOn(target),
    files: kept,
    registry: [],
  };
  await writeFiles(target, { [`${folder}\\backup.json`]: JSON.stringify(record, null, 2) });
  for (const place of [ownFolder, backupsFolder]) await closeFolder(target, place);
  for (const { path, from, to } of edits) {
    const text = Buffer.from(await target.files.read(path)).toString('utf8');
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}.`);
    await writeFiles(target, { [path]: text.replace(from, to) });
  }
}
