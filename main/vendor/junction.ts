import type { ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { repairProcedureText } from '../../contract/text/repair-procedure';

/**
 * Makes a junction. Both paths are of plain characters, which the command prompt leaves alone.
 * Source: Microsoft's documentation of mklink; PowerShell makes junctions only from 5.0 on, and
 * Windows Server 2012 R2 comes with 4.0.
 */
export function linkCommand(system32: ServerPath, path: ServerPath, target: ServerPath) {
  return {
    file: joinServerPath(system32, 'cmd.exe'),
    args: ['/d', '/c', 'mklink', '/J', path, target],
  };
}

/**
 * Takes a junction away, one that leads nowhere too, and never what it leads to: rmdir without /s
 * refuses a folder with something in it. Source: Microsoft's documentation of rmdir.
 */
export function unlinkCommand(system32: ServerPath, path: ServerPath) {
  return { file: joinServerPath(system32, 'cmd.exe'), args: ['/d', '/c', 'rmdir', path] };
}

/** By the exit code; the check of the step looks through the junction. */
export const linkReader: ToolReader = {
  judge({ code, output, error }) {
    if (code === 0) return { problem: null, facts: {}, restart: false };
    const toolWords = `${error}\n${output}`.split(/\r?\n/).filter((line) => line.trim() !== '');
    const problem = { ...repairProcedureText.link.failed, toolWords, code: String(code) };
    return { problem, facts: {}, restart: false };
  },
};
