import { win32 } from 'node:path';

/** How a program is started without a shell; resolves with its exit code. */
export type StartProgram = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) => Promise<number>;

const COMMAND =
  "$ErrorActionPreference = 'Stop'; Start-Process -FilePath $env:PSM_PROGRAM -Verb RunAs";

/**
 * Starts the installed program again with administrator rights, after Windows asked the user.
 * The path travels in the environment, so nothing in it is read as PowerShell.
 * False when this is not Windows, not the installed program, or the user said no.
 */
export async function startAsAdministrator(
  start: StartProgram,
  program: {
    platform: string;
    isPackaged: boolean;
    path: string;
    windowsFolder: string | undefined;
  },
): Promise<boolean> {
  if (program.platform !== 'win32' || !program.isPackaged || !program.windowsFolder) return false;
  const powershell = win32.join(
    program.windowsFolder,
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  );
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', COMMAND];
  const code = await start(powershell, args, { PSM_PROGRAM: program.path });
  return code === 0;
}
