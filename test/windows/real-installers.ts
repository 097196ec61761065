import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import { z } from 'zod';
import { collect } from '../../main/host/collect';
import { createInstalledPrograms, type InstalledProgram } from '../../main/host/installed-programs';
import type { ProcessEnd } from '../../main/host/ports';
import { bedFile, host, programSpec, runSystemTool, server } from './bed';
import type { Case } from './harness';
import { preparedPart } from './prepared';

export const NAMES = {
  dependencies: 'Microsoft Azure Site Recovery Configuration/Process Server Dependencies',
  processServer: 'Microsoft Azure Site Recovery Configuration/Process Server',
  agent: 'Microsoft Azure Recovery Services Agent',
  masterTarget: 'Microsoft Azure Site Recovery Mobility Service/Master Target Server',
} as const;
export type Name = keyof typeof NAMES;

export const UNINSTALL =
  'hkey_local_machine\\software\\microsoft\\windows\\currentversion\\uninstall';
const OWN_FOLDERS = [
  'C:\\thirdparty',
  'C:\\Program Files (x86)\\Microsoft Azure Site Recovery\\home\\svsystems',
];
const SILENT = ['/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART'];
export const VERSION = '9.65.7320.1';
export const UNKNOWN_PRODUCT = '{0F5BB1B6-6E5A-4E0C-9A52-6B1B6C7B1E55}';
export const programs = createInstalledPrograms(server.registry, server.files);

/** The file of a package that was built outside; ends the case as not run where it could not be. */
function packageOf(name: Name): string {
  const file = z.string();
  const found =
    name === 'dependencies' || name === 'processServer'
      ? preparedPart(
          bedFile,
          'innoInstallers',
          z.object({ dependencies: file, processServer: file }),
        )[name]
      : preparedPart(bedFile, 'msiPackages', z.object({ agent: file, masterTarget: file }))[name];
  return win32.join(win32.dirname(bedFile), 'installers', found);
}

export async function ended(file: string, args: readonly string[]): Promise<ProcessEnd> {
  const run = await collect(host.processes, {
    file,
    args,
    cwd: host.places.system32,
    encoding: 'oem',
    timeoutSeconds: 45,
  });
  return run.end;
}

export const msiexec = (...args: readonly string[]) =>
  ended(win32.join(host.places.system32, 'msiexec.exe'), [...args, '/qn', '/norestart']);

export const setUp = (name: Name, ...args: readonly string[]) =>
  packageOf(name).endsWith('.msi')
    ? msiexec('/i', packageOf(name), ...args)
    : ended(packageOf(name), [...SILENT, ...args]);

export async function find(name: Name): Promise<InstalledProgram | undefined> {
  return (await programs.list()).find(({ displayName }) => displayName === NAMES[name]);
}

export async function installed(name: Name): Promise<InstalledProgram> {
  const found = await find(name);
  assert.ok(found, `${name} is not listed`);
  return found;
}

/** As the runbook: what the key says, and the switches that keep it silent. */
export function uninstall(program: InstalledProgram): Promise<ProcessEnd> {
  const { uninstallCommand, productCode } = program;
  if (productCode !== null) return msiexec('/x', productCode);
  assert.ok(uninstallCommand);
  return ended(uninstallCommand.file, [...uninstallCommand.args, ...SILENT]);
}

/** The Windows of the bed is used again and again: whatever a case left there goes first. */
async function clean(): Promise<void> {
  for (const program of await programs.list()) {
    if (!Object.values<string>(NAMES).includes(program.displayName)) continue;
    if (program.productCode !== null) await msiexec('/x', program.productCode);
    await runSystemTool('reg.exe', ['delete', program.key, '/f', `/reg:${program.view}`]);
    if (program.installFolder !== null) await host.files.removeTree(program.installFolder);
  }
  // Unlisted, after a removal that left them: set-up would take them for somebody else's.
  for (const folder of OWN_FOLDERS) await host.files.removeTree(folder);
  for (const number of ['9', '10']) {
    const key = `HKLM\\SOFTWARE\\InMage Systems\\Installed Products\\${number}`;
    await runSystemTool('reg.exe', ['delete', key, '/f', '/reg:32']);
  }
}

let begun = false;

export const installerCase = (
  name: string,
  packages: readonly Name[],
  run: () => Promise<void>,
): Case => ({
  name,
  async run() {
    packages.forEach(packageOf);
    if (!begun) await clean();
    begun = true;
    try {
      await run();
    } finally {
      await clean();
    }
  },
});

export const exited = (code: number): ProcessEnd => ({ kind: 'exited', code });

export const both: readonly Name[] = ['dependencies', 'processServer'];

export async function setUpBoth(): Promise<void> {
  for (const name of both) assert.deepEqual(await setUp(name), exited(0));
}

/** Does something while this program runs, so that its file can't be deleted. */
export async function whileInUse(file: string, work: () => Promise<void>): Promise<void> {
  const running = host.processes.run(
    programSpec('tool', ['print', '2e', 'pause', '60000'], { file, timeoutSeconds: 90 }),
  );
  for await (const _ of running.output) break;
  const { pid } = await running.identity;
  try {
    await work();
  } finally {
    if (pid !== null) process.kill(pid);
    await running.ended;
  }
}
