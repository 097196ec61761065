import { existsSync } from 'node:fs';
import { capture } from './processes.mjs';
import { Refusal, say } from './say.mjs';

/** What Electron, a virtual screen and readable pictures need on Debian and its relatives. */
const packages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libsecret-1-0',
  'libnotify4',
  'dbus',
  'fonts-dejavu-core',
  // Stands in for Segoe UI: the nearest free face in width and shape, with a semibold.
  'fonts-open-sans',
];

/** On Linux: installs the missing system packages as root, or says the one command that does. */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`Missing system packages. Run: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages: ${missing.join(' ')}`);
  await apt(['update', '-q=2']);
  const names = await Promise.all(missing.map(currentName));
  await apt(['install', '-q=2', '-y', '--no-install-recommends', '--no-remove', ...names]);
}

/** @returns {Promise<string[]>} */
async function missingPackages() {
  const names = packages.flatMap((name) => [name, `${name}t64`]);
  const env = { ...process.env, COLUMNS: '300' };
  const { stdout } = await capture('dpkg-query', ['--list', ...names], { env });
  const installed = new Set(Array.from(stdout.matchAll(/^ii\s+([^\s:]+)/gm), (match) => match[1]));
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/**
 * Newer Debian and Ubuntu releases renamed some libraries to "…t64".
 * @param {string} name
 */
async function currentName(name) {
  const { stdout } = await capture('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return stdout.includes('Package:') ? `${name}t64` : name;
}

/** @param {string[]} args */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, stdout, stderr } = await capture('apt-get', args, { env, timeoutMs: 600_000 });
  if (code === 0) return;
  say(`${stdout}${stderr}`.trimEnd());
  throw new Refusal(`Couldn't run "apt-get ${args[0]}": see its words above.`);
}
