import { joinServerPath } from '../../contract/server-path';
import type { ToolContext } from '../runner/tool';

/** Deletes what lies in a folder, as the vendor does with its temporary one. */
export async function emptyFolder({ systemFiles }: ToolContext, folder: string): Promise<void> {
  if (!(await systemFiles.stat(folder))) return;
  for (const name of await systemFiles.list(folder)) {
    await systemFiles.removeTree(joinServerPath(folder, name));
  }
}
