import { numberValue, type RegistryValue, textValue } from '../../contract/registry-value';
import { type ServerPath, serverFolder } from '../../contract/server-path';
import { readingsOf, type SplitCommand } from './command-line';
import type { ServerClock, ServerFiles } from './ports';
import { type RegistryTree, subKeys } from './reg-file';
import type { RegistryReader, RegistryView } from './registry';

/**
 * Where every installer of Windows enters what it installed.
 * Source: Microsoft, "Uninstall registry key".
 */
export const UNINSTALL_KEY =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

export interface InstalledProgram {
  view: RegistryView;
  /** The whole name of its key within that view, in lower case. */
  key: string;
  displayName: string;
  /** Empty when it gave none. */
  displayVersion: string;
  publisher: string | null;
  installFolder: ServerPath | null;
  uninstallCommand: SplitCommand | null;
  /** `{GUID}` in upper case when Windows Installer looks after it, else null. */
  productCode: string | null;
}

/** Something of a program that is still there. */
export interface LeftOver {
  what: 'key' | 'uninstaller' | 'folder';
  /** The key's name, or the path. */
  name: string;
}

export interface InstalledPrograms {
  /** What "Programs and Features" could show, of both views, the 32-bit one first. */
  list(): Promise<InstalledProgram[]>;
  /**
   * What is still there of a program that was listed before; empty when it is gone. The exit code of
   * an uninstaller does not tell: it may be 0 with a file in use left behind, and an uninstaller may
   * return while a copy of itself still deletes.
   */
  leftOf(program: InstalledProgram): Promise<LeftOver[]>;
  /** Asks again until nothing is left or the seconds are over; what is left then. */
  waitUntilGone(
    program: InstalledProgram,
    clock: ServerClock,
    seconds: number,
  ): Promise<LeftOver[]>;
}

const BETWEEN_LOOKS_SECONDS = 0.5;

const GUID = /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/;

type Values = ReadonlyMap<string, RegistryValue>;

const textOf = (values: Values, name: string) => textValue(values, name)?.trim() || null;

function productCodeOf(key: string, values: Values): string | null {
  // Not by serverFileName: the names of keys may have slashes in them.
  const name = key.slice(key.lastIndexOf('\\') + 1);
  return numberValue(values, 'windowsinstaller') === '1' && GUID.test(name)
    ? name.toUpperCase()
    : null;
}

const expanded = (text: string) =>
  text.replace(/%([^%]+)%/g, (whole, name: string) => process.env[name] ?? whole);

/** Folders that many share never go with one program. */
const SHARED = /^[a-z]:\\?$|^[a-z]:\\(program files( \(x86\))?|windows|programdata)$/i;

/** Null when it gave none of its own that can be looked for. */
function folderOf(values: Values): ServerPath | null {
  const text = textOf(values, 'installlocation')?.replace(/^"(.*)"$/, '$1') ?? '';
  const folder = expanded(text).replace(/(?<!:)\\+$/, '');
  return /^[a-z]:\\[^%]+$/i.test(folder) && !SHARED.test(folder) ? folder : null;
}

const isBelow = (path: ServerPath, folder: ServerPath) =>
  path.toLowerCase().startsWith(`${folder.toLowerCase()}\\`);

/** An uninstaller of the program's own; Windows Installer and the like stay when it goes. */
function ownUninstaller(program: InstalledProgram): ServerPath | null {
  const file = program.uninstallCommand?.file;
  if (file === undefined || program.productCode !== null || !/^[a-z]:\\/i.test(file)) return null;
  if (program.installFolder !== null && isBelow(file, program.installFolder)) return file;
  return /\\(system32|syswow64)$/i.test(serverFolder(file)) ? null : file;
}

/** Reads what Windows says is installed; changes nothing. */
export function createInstalledPrograms(
  registry: RegistryReader,
  files: Pick<ServerFiles, 'stat'>,
): InstalledPrograms {
  /** A drive without a disk or a share nobody reaches is no reason to list nothing. */
  const isFile = async (path: ServerPath) => {
    try {
      return (await files.stat(path))?.isFolder === false;
    } catch {
      return false;
    }
  };

  /** As Windows: the first reading whose program is there; without any the shortest. */
  async function split(command: string): Promise<SplitCommand | null> {
    const readings = readingsOf(command);
    if (readings.length > 1 && /^[a-z]:\\/i.test(command.trim())) {
      for (const { file, args } of readings) {
        if (await isFile(file)) return { file, args };
        if (await isFile(`${file}.exe`)) return { file: `${file}.exe`, args };
      }
    }
    return readings[0] ?? null;
  }

  async function programsIn(view: RegistryView, tree: RegistryTree): Promise<InstalledProgram[]> {
    const programs: InstalledProgram[] = [];
    for (const key of subKeys(tree, UNINSTALL_KEY)) {
      const values = tree.get(key) ?? new Map();
      const displayName = textOf(values, 'displayname');
      // An entry without a name is a part of some other one; Windows doesn't show it either.
      if (displayName === null) continue;
      const given = textOf(values, 'uninstallstring');
      const command = given === null ? null : expanded(given);
      programs.push({
        view,
        key,
        displayName,
        displayVersion: textOf(values, 'displayversion') ?? '',
        publisher: textOf(values, 'publisher'),
        installFolder: folderOf(values),
        uninstallCommand: command === null ? null : await split(command),
        productCode: productCodeOf(key, values),
      });
    }
    return programs;
  }

  async function leftOf(program: InstalledProgram): Promise<LeftOver[]> {
    const left: LeftOver[] = [];
    const tree = await registry.read(program.view, program.key);
    if (tree.has(program.key)) left.push({ what: 'key', name: program.key });
    const uninstaller = ownUninstaller(program);
    if (uninstaller !== null && (await files.stat(uninstaller)) !== null) {
      left.push({ what: 'uninstaller', name: uninstaller });
    }
    const folder = program.installFolder;
    if (folder !== null && (await files.stat(folder)) !== null) {
      left.push({ what: 'folder', name: folder });
    }
    return left;
  }

  return {
    async list() {
      const views = (['32', '64'] as const).map(async (view) =>
        programsIn(view, await registry.read(view, UNINSTALL_KEY)),
      );
      return (await Promise.all(views)).flat();
    },
    leftOf,
    async waitUntilGone(program, clock, seconds) {
      const end = clock.now().getTime() + seconds * 1000;
      for (;;) {
        const left = await leftOf(program);
        if (left.length === 0 || clock.now().getTime() >= end) return left;
        await clock.sleep(BETWEEN_LOOKS_SECONDS);
      }
    },
  };
}
