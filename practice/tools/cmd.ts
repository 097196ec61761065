import type { Tool, ToolContext } from '../runner/tool';
import { formatWindowsPath, parseWindowsPath } from '../world/windows-path';

/** `rmdir PATH`: takes a junction away, and a folder only when nothing is in it. */
async function removeFolder(context: ToolContext, given: string): Promise<number> {
  const parsed = parseWindowsPath(given);
  const path = parsed === null ? '' : formatWindowsPath(parsed);
  const isIt = (one: { path: string }) => one.path.toLowerCase() === path.toLowerCase();
  const world = await context.world.read();
  if (!world.isAdministrator) {
    context.error('Access is denied.\r\n');
    return 5;
  }
  if (world.junctions.some(isIt)) {
    await context.world.change((draft) => {
      draft.junctions = draft.junctions.filter((one) => !isIt(one));
    });
    return 0;
  }
  const found = await context.systemFiles.stat(path).catch(() => null);
  context.error(
    found === null
      ? 'The system cannot find the file specified.\r\n'
      : 'The directory is not empty.\r\n',
  );
  return found === null ? 2 : 145;
}

/**
 * cmd.exe, for `mklink /J LINK TARGET` and `rmdir PATH` only. The target need not be there, as on
 * Windows.
 */
export const cmd: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const [first = '', second = '', command = '', kind = '', link = '', target = ''] = context.args;
    if (`${first} ${second} ${command}`.toLowerCase() === '/d /c rmdir') {
      return removeFolder(context, kind);
    }
    const isKnown = `${first} ${second} ${command} ${kind}`.toLowerCase() === '/d /c mklink /j';
    const parsed = { link: parseWindowsPath(link), target: parseWindowsPath(target) };
    if (!isKnown || !parsed.link || !parsed.target) {
      context.error('The syntax of the command is incorrect.\r\n');
      return 1;
    }
    const world = await context.world.read();
    if (!world.isAdministrator) {
      context.error('Access is denied.\r\n');
      return 1;
    }
    const path = formatWindowsPath(parsed.link);
    const isLink = world.junctions.some((one) => one.path.toLowerCase() === path.toLowerCase());
    if (isLink || (await context.systemFiles.stat(path).catch(() => null))) {
      context.error('Cannot create a file when that file already exists.\r\n');
      return 1;
    }
    const to = formatWindowsPath(parsed.target);
    await context.world.change((draft) => {
      draft.junctions.push({ path, target: to });
    });
    context.output(`Junction created for ${path} <<===>> ${to}\r\n`);
    return 0;
  },
};
