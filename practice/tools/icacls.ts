import type { Tool, ToolContext } from '../runner/tool';
import { administratorsSid, protectionOf, systemSid, usersSid } from '../world/access';
import type { FolderProtection } from '../world/schema';
import { formatWindowsPath, parseWindowsPath } from '../world/windows-path';

const names: Readonly<Record<string, string>> = {
  [systemSid]: 'NT AUTHORITY\\SYSTEM',
  [administratorsSid]: 'BUILTIN\\Administrators',
  [usersSid]: 'BUILTIN\\Users',
};

/** `icacls PATH [/inheritance:r|e|d] [/grant[:r] SID:(…)] [/remove SID]`; 0, 2 no file, 5 denied. */
export const icacls: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const [path = '', ...options] = context.args;
    const parsed = parseWindowsPath(path);
    if (!parsed || !(await context.systemFiles.stat(path).catch(() => null))) {
      return report(context, `${path}: The system cannot find the file specified.`, 2);
    }
    const world = await context.world.read();
    if (options.length === 0) {
      const entries = protectionOf(world, path).access.map((entry) => {
        const inheritance = entry.inherited ? '(I)(OI)(CI)' : '(OI)(CI)';
        return `${names[entry.sid] ?? entry.sid}:${inheritance}(${entry.rights})`;
      });
      const indent = ' '.repeat(path.length + 1);
      context.output(`${path} ${entries.join(`\r\n${indent}`)}\r\n\r\n`);
      context.output('Successfully processed 1 files; Failed processing 0 files\r\n');
      return 0;
    }
    if (!world.isAdministrator) return report(context, `${path}: Access is denied.`, 5);
    const changed = apply(protectionOf(world, path), options);
    if (typeof changed === 'string') {
      context.error(`Invalid parameter "${changed}"\r\n`);
      return 87;
    }
    await context.world.change((draft) => {
      draft.protections[formatWindowsPath(parsed).toLowerCase()] = changed;
    });
    context.output(`processed file: ${path}\r\n`);
    context.output('Successfully processed 1 files; Failed processing 0 files\r\n');
    return 0;
  },
};

/** The new access list, or the option that isn't understood. */
function apply(before: FolderProtection, options: readonly string[]): FolderProtection | string {
  const after = structuredClone(before);
  const rest = [...options];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    switch (option.toLowerCase()) {
      case '/inheritance:r':
        after.protected = true;
        after.access = after.access.filter((entry) => !entry.inherited);
        break;
      case '/inheritance:d':
        after.protected = true;
        for (const entry of after.access) entry.inherited = false;
        break;
      case '/inheritance:e':
        after.protected = false;
        break;
      case '/setowner':
        after.owner = sidOf(rest.shift() ?? '') ?? after.owner;
        break;
      case '/remove': {
        const sid = sidOf(rest.shift() ?? '');
        after.access = after.access.filter((entry) => entry.sid !== sid || entry.inherited);
        break;
      }
      case '/grant':
      case '/grant:r': {
        const next = rest.findIndex((other) => other.startsWith('/'));
        const grants = rest.splice(0, next < 0 ? rest.length : next);
        if (grants.length === 0) return option;
        for (const grant of grants) {
          const match = /^(.*):((?:\([A-Z]+\))*)\(?([A-Z,]+)\)?$/i.exec(grant);
          const sid = sidOf(match?.[1] ?? '');
          if (!match?.[3] || !sid) return grant;
          const replaces = option.toLowerCase() === '/grant:r';
          after.access = after.access.filter(
            (entry) => !replaces || entry.sid !== sid || entry.inherited,
          );
          const rights = match[3].toUpperCase();
          after.access.push({ sid, rights, inherited: false, kind: 'Allow' });
        }
        break;
      }
      case '/q':
      case '/c':
      case '/t':
        break;
      default:
        return option;
    }
  }
  return after;
}

function sidOf(account: string): string | null {
  if (account.startsWith('*S-')) return account.slice(1);
  const short = (name: string) => name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
  const found = Object.entries(names).find(([, name]) => short(name) === short(account));
  return found?.[0] ?? null;
}

function report(context: ToolContext, text: string, code: number): number {
  context.error(`${text}\r\n`);
  context.output('Successfully processed 0 files; Failed processing 1 files\r\n');
  return code;
}
