import { existsSync } from 'node:fs';
import { capture } from '../processes.mjs';
import { Refusal, say } from '../say.mjs';

/** Packages that bring a service of the system's, which nobody asked for here. */
const servicesOf = new Map([
  ['nginx-light', 'nginx'],
  ['squid', 'squid'],
]);

/** Debian starts the services of what it installs; ours are started by ourselves. @param {string[]} installed */
async function switchOffServices(installed) {
  if (!existsSync('/run/systemd/system')) return;
  const services = installed.flatMap((name) => servicesOf.get(name) ?? []);
  if (services.length > 0) await capture('systemctl', ['disable', '--now', ...services]);
}

/**
 * Installs what is missing of these Debian packages as root; for everybody else it says the command.
 * @param {string[]} packages
 * @throws {Refusal} when they can't be had
 */
export async function ensureDebianPackages(packages) {
  const missing = await missingOf(packages);
  if (missing.length === 0) return;
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(`${missing.join(', ')} missing. On Debian: sudo ${command}`);
  }
  say(`Installing ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-q=2', '-o', 'DPkg::Lock::Timeout=300'];
  const install = ['install', '-y', '--no-install-recommends', '--no-remove', ...missing];
  await capture('apt-get', [...wait, 'update'], { env, timeoutMs: 300_000 });
  const { stderr } = await capture('apt-get', [...wait, ...install], { env, timeoutMs: 600_000 });
  const still = await missingOf(packages);
  if (still.length > 0) {
    throw new Refusal(`${command} did not work: ${stderr.trim().split('\n').at(-1)}`);
  }
  await switchOffServices(missing);
}

/** @param {string[]} packages */
async function missingOf(packages) {
  const fields = ['Package', 'db:Status-Status'].map((field) => `\${${field}}`);
  const format = ['--show', '--showformat', `${fields.join(' ')}\n`];
  const { stdout } = await capture('dpkg-query', [...format, ...packages]);
  const installed = new Set(
    stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return packages.filter((name) => !installed.has(name));
}
