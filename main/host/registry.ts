import { randomUUID } from 'node:crypto';
import { joinServerPath } from '../../contract/server-path';
import { collect, describeEnd } from './collect';
import { decodeFile } from './decoding';
import type { ServerHost } from './ports';
import { parseRegFile, type RegistryTree } from './reg-file';

export type RegistryView = '32' | '64';

export interface Registry {
  /** The subtree below `key` in one view; an empty tree when the key is not there. */
  read(view: RegistryView, key: string): Promise<RegistryTree>;
}

const NOT_FOUND = /unable to find the specified registry key/i;

/** The 32-bit view may be written under its place in the 64-bit one: both names mean the same. */
const inOneView = (text: string) =>
  text.replace(/^(\[HKEY_LOCAL_MACHINE\\SOFTWARE)\\WOW6432Node(?=[\\\]])/gim, '$1');

/**
 * Reads the registry through `reg.exe export` with an explicit view, one process a subtree. Its
 * file is UTF-16 and keeps every type; the console listing of `reg query` is neither exact nor
 * safe to split.
 */
export function createRegistry(host: ServerHost): Registry {
  /** By exit code alone: the words of reg.exe are in the language of Windows. */
  const isThere = async (view: RegistryView, key: string): Promise<boolean> => {
    const query = await collect(host.processes, {
      file: joinServerPath(host.places.system32, 'reg.exe'),
      args: ['query', key, `/reg:${view}`],
      cwd: host.places.system32,
      encoding: 'oem',
      timeoutSeconds: 60,
    });
    return query.end.kind !== 'exited' || query.end.code !== 1;
  };
  return {
    async read(view, key) {
      // A name nobody can know beforehand: others may write to some temporary folders.
      const file = joinServerPath(host.places.temp, `psm-registry-${randomUUID()}.reg`);
      const run = await collect(host.processes, {
        file: joinServerPath(host.places.system32, 'reg.exe'),
        args: ['export', key, file, '/y', `/reg:${view}`],
        cwd: host.places.system32,
        encoding: 'oem',
        timeoutSeconds: 60,
      });
      if (run.end.kind === 'exited' && run.end.code === 0) {
        const text = decodeFile(await host.files.read(file));
        await host.files.remove(file);
        return parseRegFile(view === '32' ? inOneView(text) : text);
      }
      const words = `${run.output}${run.error}`.trim();
      if (run.end.kind === 'exited' && (NOT_FOUND.test(words) || !(await isThere(view, key)))) {
        return new Map();
      }
      throw new Error(`reg.exe could not read ${key}: ${words || describeEnd(run.end)}`);
    },
  };
}
