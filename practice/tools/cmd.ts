import type { Tool } from '../runner/tool';
import { formatWindowsPath, parseWindowsPath } from '../world/windows-path';

/** cmd.exe, for `mklink /J LINK TARGET` only. The target need not be there, as on Windows. */
export const cmd: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const [first = '', second = '', command = '', kind = '', link = '', target = ''] = context.args;
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
