import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * @typedef {object} PowerShell
 * @property {string} path
 * @property {'desktop' | 'core'} kind Windows PowerShell 5.1 or PowerShell 7
 */

/**
 * @typedef {object} Surroundings
 * @property {NodeJS.Platform} [platform]
 * @property {NodeJS.ProcessEnv} [env] with the names in the case that Windows gives them
 * @property {(path: string) => boolean} [exists]
 */

const elsewhere = [
  '/usr/bin/pwsh',
  '/opt/microsoft/powershell/7/pwsh',
  '/usr/local/bin/pwsh',
  '/snap/bin/pwsh',
];

/**
 * The Windows PowerShell that comes with Windows.
 * @param {NodeJS.ProcessEnv} env
 */
export function windowsPowerShellPath(env) {
  const root = env.SystemRoot ?? 'C:\\Windows';
  return win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/**
 * Every PowerShell of this computer, none twice; PSM_PWSH names another one by an absolute path.
 * @param {Surroundings} [surroundings]
 * @returns {PowerShell[]}
 */
export function findPowerShells({
  platform = process.platform,
  env = process.env,
  exists = existsSync,
} = {}) {
  const isWindows = platform === 'win32';
  const own = env.PSM_PWSH ?? '';
  const named = (isWindows ? win32 : posix).isAbsolute(own) ? [own] : [];
  const usual = isWindows
    ? [
        windowsPowerShellPath(env),
        win32.join(env.ProgramFiles ?? 'C:\\Program Files', 'PowerShell', '7', 'pwsh.exe'),
      ]
    : elsewhere;
  // Nobody is elevated here, unlike the program, which never looks at the path.
  const paths = isWindows ? win32 : posix;
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder))
    .map((folder) => paths.join(folder, isWindows ? 'pwsh.exe' : 'pwsh'));
  const there = [...new Set([...named, ...usual, ...onPath])].filter((path) => exists(path));
  return there.map((path) => ({
    path,
    kind: isWindows && /(^|\\)powershell\.exe$/i.test(path) ? 'desktop' : 'core',
  }));
}

/**
 * Whether a case that needs this can run there.
 * @param {'any' | 'windows' | 'desktop'} needs
 * @param {PowerShell} powerShell
 * @param {NodeJS.Platform} platform
 */
export function canRun(needs, { kind }, platform) {
  if (needs === 'desktop') return kind === 'desktop';
  return needs === 'any' || platform === 'win32';
}
