import { randomUUID } from 'node:crypto';
import { registryName } from '../../contract/describe-action';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { type Collected, collect } from './collect';
import { decodeFile } from './decoding';
import type { ServerHost } from './ports';
import { parseRegFile, type RegistryTree } from './reg-file';
import { failureWords } from './tool-failure';

export type RegistryView = '32' | '64';

export interface RegistryReader {
  /**
   * The subtree below `key` in one view; an empty tree when the key is not there.
   * @throws {Error} naming reg.exe, with its words, when that could not be told
   */
  read(view: RegistryView, key: string): Promise<RegistryTree>;
}

export interface Registry extends RegistryReader {
  /**
   * Writes the subtree below `key` to a file as reg.exe exports it; false when the key is not there.
   * @throws {Error} naming reg.exe, with its words, when that could not be told
   */
  exportTo(view: RegistryView, key: string, file: ServerPath): Promise<boolean>;
  /**
   * What an export that lies in a file holds, read as `read` reads the registry itself.
   * @throws {Error} when the file can't be read or is no export
   */
  readKept(view: RegistryView, file: ServerPath): Promise<RegistryTree>;
  /**
   * Brings an export back in one view. Values and keys that came since are left alone.
   * @throws {Error} naming reg.exe, with its words, when not all of it was taken
   */
  importFrom(view: RegistryView, file: ServerPath): Promise<void>;
  /**
   * Removes one value of a key ("" is the unnamed one), or the key with all in it when no value is
   * named; nothing happens when it is not there.
   * @throws {Error} naming reg.exe, with its words, when it could not be removed
   */
  remove(view: RegistryView, key: string, name: string | null): Promise<void>;
  /**
   * Removes exports that a run of this program left in the temporary folder because it was ended
   * while it read. One made in the last ten minutes may be another run's and stays; so does what
   * can't be removed.
   */
  removeLeftExports(): Promise<void>;
}

const NOT_FOUND = /unable to find the specified registry key/i;
const LIMIT_SECONDS = 60;
/** Far more than reg.exe is given, so that nobody can still be reading it. */
const LEFT_AFTER_MS = 10 * 60_000;
const LEFT_EXPORT = /^psm-registry-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.reg$/i;

/** The 32-bit view may be written under its place in the 64-bit one: both names mean the same. */
const inOneView = (text: string) =>
  text.replace(/^(\[HKEY_LOCAL_MACHINE\\SOFTWARE)\\WOW6432Node(?=[\\\]])/gim, '$1');

const succeeded = ({ end }: Collected) => end.kind === 'exited' && end.code === 0;
const refused = ({ end }: Collected) => end.kind === 'exited' && end.code === 1;

/**
 * Reads the registry through `reg.exe export` with an explicit view, one process a subtree. Its
 * file is UTF-16 and keeps every type; the console listing of `reg query` is neither exact nor
 * safe to split. `limitSeconds` is how long one run of reg.exe may take.
 */
export function createRegistry(host: ServerHost, limitSeconds = LIMIT_SECONDS): Registry {
  const run = (args: readonly string[]) =>
    collect(host.processes, {
      file: joinServerPath(host.places.system32, 'reg.exe'),
      args,
      cwd: host.places.system32,
      encoding: 'oem',
      timeoutSeconds: limitSeconds,
    });

  /**
   * Whether the key above names this one. reg.exe ends with 1 for a missing key and for one that
   * may not be read, and its words are in the language of Windows.
   */
  const isListed = async (view: RegistryView, key: string): Promise<boolean> => {
    const end = key.lastIndexOf('\\');
    if (end < 0) return true;
    const above = key.slice(0, end);
    const query = await run(['query', above, `/reg:${view}`]);
    if (succeeded(query)) {
      const name = key.slice(end).toLowerCase();
      return query.output
        .split(/\r?\n/)
        .some((line) => /^HKEY_/i.test(line) && line.toLowerCase().endsWith(name));
    }
    // What can't be looked into may hold the key.
    return !refused(query) || isListed(view, above);
  };

  /** False when there is no such key. */
  const exportKey = async (view: RegistryView, key: string, file: ServerPath): Promise<boolean> => {
    const exported = await run(['export', key, file, '/y', `/reg:${view}`]);
    if (succeeded(exported)) return true;
    const words = failureWords(exported);
    if (refused(exported)) {
      const isGone = words.some((line) => NOT_FOUND.test(line)) || !(await isListed(view, key));
      if (isGone) return false;
    }
    throw new Error(`reg.exe could not read ${key}: ${words.join(' ')}`);
  };

  const readExport = async (key: string, file: ServerPath): Promise<string> => {
    const unreadable = (why: string) =>
      new Error(`reg.exe exported ${key}, but it could not be read: ${why}`);
    const content = await host.files.read(file).catch((error: Error) => {
      throw unreadable(error.message);
    });
    const text = decodeFile(content);
    if (!text.startsWith('Windows Registry Editor')) throw unreadable('its file is no export');
    return text;
  };

  const parse = (view: RegistryView, text: string) =>
    parseRegFile(view === '32' ? inOneView(text) : text);

  const read: RegistryReader['read'] = async (view, key) => {
    // A name nobody can know beforehand: others may write to some temporary folders.
    const file = joinServerPath(host.places.temp, `psm-registry-${randomUUID()}.reg`);
    try {
      if (!(await exportKey(view, key, file))) return new Map();
      return parse(view, await readExport(key, file));
    } finally {
      // A half-written one too; what can't be removed is no reason to read nothing.
      await host.files.remove(file).catch(() => undefined);
    }
  };

  const change = async (what: string, args: readonly string[]): Promise<void> => {
    const ran = await run(args);
    if (!succeeded(ran))
      throw new Error(`reg.exe could not ${what}: ${failureWords(ran).join(' ')}`);
  };

  return {
    read,
    exportTo: exportKey,
    readKept: async (view, file) => parse(view, await readExport(file, file)),
    importFrom: (view, file) => change(`import ${file}`, ['import', file, `/reg:${view}`]),
    async remove(view, key, name) {
      // An export begins with the key itself, under its full name.
      const [values] = (await read(view, key)).values();
      const isThere = name === null ? values !== undefined : values?.has(name.toLowerCase());
      if (!isThere) return;
      const which = registryName(name);
      await change(`remove ${key}`, ['delete', key, ...which, '/f', `/reg:${view}`]);
    },
    async removeLeftExports() {
      const { temp } = host.places;
      const names = await host.files.list(temp).catch(() => []);
      for (const name of names.filter((one) => LEFT_EXPORT.test(one))) {
        const file = joinServerPath(temp, name);
        const seen = await host.files.stat(file).catch(() => null);
        const age = host.clock.now().getTime() - Date.parse(seen?.modified ?? '');
        if (seen === null || seen.isFolder || !(age > LEFT_AFTER_MS)) continue;
        await host.files.remove(file).catch(() => undefined);
      }
    },
  };
}
