import { win32 } from 'node:path';
import type { Tool, ToolContext } from '../runner/tool';
import { errorCode } from '../world/file-lock';
import { exportKey } from '../world/reg-file';
import { importedKeys } from '../world/reg-import';
import {
  deleteKey,
  deleteValue,
  keyExists,
  keysBelow,
  type RegistryView,
  readValue,
  realKey,
  setValue,
  valuesOf,
  wholeKey,
} from '../world/registry';
import type { Registry, RegistryValue } from '../world/schema';
import { wholeRegistry } from '../world/whole-registry';

const notFound = 'The system was unable to find the specified registry key or value.';
const done = 'The operation completed successfully.\r\n';

/** `reg export|query|add|delete KEY …`, `reg import FILE`, each `[/reg:32|/reg:64]`: 0, or 1 with a line beginning `ERROR:`. */
export const reg: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const [verb = '', key = '', ...rest] = context.args;
    const command = commands[verb.toLowerCase()];
    if (verb.toLowerCase() === 'import') return await importFile(context, key, rest);
    if (!command) return invalidSyntax(context, '');
    const whole = wholeKey(key);
    if (!whole) return fail(context, 'Invalid key name.');
    const options = parseOptions(rest);
    if (!options) return invalidSyntax(context, `${verb.toUpperCase()} `);
    return await command(context, whole, options);
  },
};

interface Options {
  view: RegistryView;
  force: boolean;
  /** The value's name; "" for the unnamed one, null when none was given. */
  name: string | null;
  type: string;
  data: string;
  /** Everything below too (`/s`), all values (`/va`). */
  all: boolean;
  words: readonly string[];
}

type Command = (context: ToolContext, key: string, options: Options) => Promise<number>;

function parseOptions(args: readonly string[]): Options | null {
  const options: Options & { words: string[] } = {
    view: '64',
    force: false,
    name: null,
    type: 'REG_SZ',
    data: '',
    all: false,
    words: [],
  };
  const rest = [...args];
  for (let token = rest.shift(); token !== undefined; token = rest.shift()) {
    const option = token.toLowerCase();
    if (option === '/reg:32' || option === '/reg:64')
      options.view = option === '/reg:32' ? '32' : '64';
    else if (option === '/y' || option === '/f') options.force = true;
    else if (option === '/ve') options.name = '';
    else if (option === '/s' || option === '/va') options.all = true;
    else if (['/v', '/t', '/d'].includes(option)) {
      const value = rest.shift();
      if (value === undefined) return null;
      if (option === '/v') options.name = value;
      if (option === '/t') options.type = value.toUpperCase();
      if (option === '/d') options.data = value;
    } else if (token.startsWith('/')) return null;
    else options.words.push(token);
  }
  return options;
}

const exportToFile: Command = async (context, key, { view, force, words }) => {
  const [file] = words;
  if (file === undefined || words.length > 1) return invalidSyntax(context, 'EXPORT ');
  const registry = wholeRegistry(await context.world.read());
  if (!keyExists(registry, realKey(key, view))) return fail(context, notFound);
  const path = win32.resolve(context.cwd, file);
  try {
    if (!force && (await context.files.stat(path))) {
      context.output(`File ${file} already exists. Overwrite(Yes/No)?`);
      context.output('The operation was canceled by the user.\r\n');
      return 1;
    }
    await context.files.write(path, utf16(exportKey(registry, key, view)));
  } catch (error) {
    return fail(
      context,
      errorCode(error) === 'EACCES'
        ? 'Access is denied.'
        : 'Unable to write to the file. There may be a disk or file system error.',
    );
  }
  context.output(done);
  return 0;
};

async function importFile(context: ToolContext, file: string, rest: readonly string[]) {
  const options = parseOptions(rest);
  if (!options || file === '' || options.words.length > 0) return invalidSyntax(context, 'IMPORT ');
  let text: string;
  try {
    const bytes = Buffer.from(await context.files.read(win32.resolve(context.cwd, file)));
    text = bytes.toString('utf16le').replace(/^\ufeff/, '');
  } catch {
    return fail(context, 'Error opening the file. There may be a disk or file system error.');
  }
  const keys = importedKeys(text);
  if (!keys) return fail(context, 'The specified file is not a registry script.');
  if (!(await context.world.read()).isAdministrator) {
    return fail(context, 'Error accessing the registry.');
  }
  await context.world.change(({ registry }) => {
    for (const [key, values] of keys) {
      const real = realKey(key, options.view);
      const place = keysBelow(registry, real).find(
        (one) => one.toLowerCase() === real.toLowerCase(),
      );
      registry[place ?? real] ??= {};
      for (const [name, value] of values) setValue(registry, real, name, value);
    }
  });
  // reg.exe says so on the error stream, and only for import.
  context.error(done);
  return 0;
}

const query: Command = async (context, key, { view, name, all }) => {
  const registry = wholeRegistry(await context.world.read());
  const real = realKey(key, view);
  if (!keyExists(registry, real)) return fail(context, notFound);
  const sections = all ? keysBelow(registry, real) : [real];
  const found = sections.map((section) => {
    const lines = Object.entries(valuesOf(registry, section))
      .filter(([candidate]) => name === null || candidate.toLowerCase() === name.toLowerCase())
      .map(
        ([candidate, value]) =>
          `    ${candidate || '(Default)'}    ${value.type}    ${shown(value)}\r\n`,
      );
    return { title: `${key}${section.slice(real.length)}`, lines };
  });
  if (name !== null && found.every(({ lines }) => lines.length === 0))
    return fail(context, notFound);
  for (const { title, lines } of found) {
    if (lines.length > 0) context.output(`\r\n${title}\r\n${lines.join('')}`);
  }
  context.output('\r\n');
  if (name === null && !all) {
    for (const below of namesBelow(registry, real)) context.output(`${key}\\${below}\r\n`);
  }
  return 0;
};

/** Names of the keys directly below one, in order. */
function namesBelow(registry: Registry, key: string): string[] {
  const names = keysBelow(registry, key).flatMap((below) => {
    const [name] = below.slice(key.length).split('\\').slice(1);
    return name === undefined ? [] : [[name.toLowerCase(), name] as const];
  });
  return [...new Map(names).values()].sort();
}

function shown(value: RegistryValue): string {
  if (value.type === 'REG_DWORD') return `0x${value.data.toString(16)}`;
  if (value.type === 'REG_QWORD') return `0x${BigInt(value.data).toString(16)}`;
  if (value.type === 'REG_MULTI_SZ') return value.data.join('\\0');
  return value.type === 'REG_BINARY' ? value.data.toUpperCase() : value.data;
}

const add: Command = async (context, key, { view, name, type, data }) => {
  if (!(await context.world.read()).isAdministrator) return fail(context, 'Access is denied.');
  const value = parseValue(type, data);
  if (!value) return invalidSyntax(context, 'ADD ');
  await context.world.change(({ registry }) => {
    const real = realKey(key, view);
    if (name === null) registry[keysBelow(registry, real)[0] ?? real] ??= {};
    else setValue(registry, real, name, value);
  });
  context.output(done);
  return 0;
};

function parseValue(type: string, data: string): RegistryValue | null {
  if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') return { type, data };
  if (type === 'REG_MULTI_SZ') return { type, data: data.split('\\0') };
  if (type === 'REG_BINARY')
    return /^([0-9a-f]{2})*$/i.test(data) ? { type, data: data.toLowerCase() } : null;
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(data)) return null;
  if (type === 'REG_DWORD') return { type, data: Number(data) };
  return type === 'REG_QWORD' ? { type, data: BigInt(data).toString() } : null;
}

const remove: Command = async (context, key, { view, name, force, all }) => {
  const { isAdministrator, registry } = await context.world.read();
  const real = realKey(key, view);
  if (!keyExists(registry, real)) return fail(context, notFound);
  if (name !== null && !readValue(registry, real, name)) return fail(context, notFound);
  if (!force) {
    context.output(
      `Permanently delete the registry ${name === null ? `key ${key}` : `value ${name}`} (Yes/No)? `,
    );
    context.output('The operation was canceled by the user.\r\n');
    return 1;
  }
  if (!isAdministrator) return fail(context, 'Access is denied.');
  await context.world.change((world) => {
    if (name !== null) deleteValue(world.registry, real, name);
    else if (all) {
      for (const value of Object.keys(valuesOf(world.registry, real)))
        deleteValue(world.registry, real, value);
    } else deleteKey(world.registry, real);
  });
  context.output(done);
  return 0;
};

const commands: Readonly<Record<string, Command>> = {
  export: exportToFile,
  query,
  add,
  delete: remove,
};

function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

function fail(context: ToolContext, text: string): number {
  context.error(`ERROR: ${text}\r\n`);
  return 1;
}

function invalidSyntax(context: ToolContext, command: string): number {
  context.error(`ERROR: Invalid syntax.\r\nType "REG ${command}/?" for usage.\r\n`);
  return 1;
}
