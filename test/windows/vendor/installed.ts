import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { places } from './places';

// What a set-up leaves on the server: uninstall keys, products, configuration files, services. It
// is written with Windows' own tools, into the real registry and the real service manager.

const VERSION = '9.55.6765.1';
const SYSTEM32 = 'C:\\windows\\system32';

interface Service {
  name: string;
  start: 'auto' | 'delayed-auto';
}

const SERVICES: readonly Service[] = [
  { name: 'cxprocessserver', start: 'auto' },
  { name: 'InMage PushInstall', start: 'auto' },
  { name: 'tmansvc', start: 'auto' },
  { name: 'ProcessServer', start: 'auto' },
  { name: 'LogUpload', start: 'auto' },
  { name: 'ProcessServerMonitor', start: 'auto' },
  { name: 'svagents', start: 'delayed-auto' },
  { name: 'InMage Scout Application Service', start: 'delayed-auto' },
  { name: 'obengine', start: 'auto' },
];

const SOFTWARE = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
const UNINSTALL = `${SOFTWARE}\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
const PRODUCTS = `${SOFTWARE}\\InMage Systems\\Installed Products`;
const BACKUP = `${SOFTWARE}\\Microsoft\\Windows Azure Backup`;
const SITE_RECOVERY = 'Microsoft Azure Site Recovery';

type Values = Readonly<Record<string, string>>;
type Keys = Readonly<Record<string, Values>>;

const program = (DisplayName: string): Values => ({ DisplayName, DisplayVersion: VERSION });

const keys32 = (home: string): Keys => ({
  [`${UNINSTALL}\\Azure Site Recovery Configuration/Process Server Dependencies_is1`]: program(
    `${SITE_RECOVERY} Configuration/Process Server Dependencies`,
  ),
  [`${UNINSTALL}\\${SITE_RECOVERY} Configuration/Process Server_is1`]: program(
    `${SITE_RECOVERY} Configuration/Process Server`,
  ),
  [`${PRODUCTS}\\5`]: { InstallDirectory: home, Version: VERSION },
  [`${PRODUCTS}\\9`]: { InstallDirectory: home, Proxy_Type: 'Bypass' },
  [`${PRODUCTS}\\10`]: { InstallDirectory: home, Version: VERSION },
});

const keys64: Keys = {
  [`${UNINSTALL}\\{275197FC-14FD-4560-A5EB-38217F80CBD1}`]: program(
    `${SITE_RECOVERY} Mobility Service/Master Target Server`,
  ),
  [`${UNINSTALL}\\{FFE6D16C-3F87-4192-AF94-DDBEFF165106}`]: {
    DisplayName: 'Microsoft Azure Recovery Services Agent',
    DisplayVersion: '2.0.9269.0',
  },
  [`${BACKUP}\\Config\\InMageMT`]: {
    PrimaryCertThumbprint: 'FE9F209F1084B49405557E98AD864123EE2DA71E',
  },
};

/** Ends with what the tool said when it failed. */
function run(tool: string, ...args: string[]): void {
  const file = win32.join(SYSTEM32, tool);
  const { status, stdout } = spawnSync(file, args, { encoding: 'utf8', windowsHide: true });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${status}: ${stdout}`);
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function importKeys(view: '32' | '64', keys: Keys): void {
  const file = win32.join(places.root, `keys-${view}.reg`);
  const blocks = Object.entries(keys).map(([key, values]) => {
    const lines = Object.entries(values).map(([name, value]) => `${quoted(name)}=${quoted(value)}`);
    return [`[${key}]`, ...lines, ''].join('\r\n');
  });
  const text = ['Windows Registry Editor Version 5.00', '', ...blocks, ''].join('\r\n');
  writeFileSync(file, `\uFEFF${text}`, 'utf16le');
  run('reg.exe', 'import', file, `/reg:${view}`);
}

function removeKeys(view: '32' | '64', keys: Keys): void {
  for (const key of Object.keys(keys)) {
    spawnSync(win32.join(SYSTEM32, 'reg.exe'), ['delete', key, '/f', `/reg:${view}`]);
  }
}

function createService({ name, start }: Service): void {
  const kept = `keep "${places.node}" "${places.standIn}" data-port`;
  const command = `"${places.keeper}" ${name === 'cxprocessserver' ? kept : ''}`.trim();
  run('sc.exe', 'create', name, 'binPath=', command, 'start=', 'auto');
  if (start === 'delayed-auto') {
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`;
    run('reg.exe', 'add', key, '/v', 'DelayedAutostart', '/t', 'REG_DWORD', '/d', '1', '/f');
  }
  run('net.exe', 'start', name);
}

/** Leaves an installed and registered process server. */
export async function install(server: {
  folder: string;
  csAddress: string;
  dataPort: string;
}): Promise<void> {
  const home = win32.join(server.folder, 'home', 'svsystems');
  mkdirSync(win32.join(home, 'etc'), { recursive: true });
  mkdirSync(win32.join(home, 'transport'), { recursive: true });
  writeFileSync(
    win32.join(home, 'etc', 'amethyst.conf'),
    `PS_CS_IP = "${server.csAddress}"\r\nPS_CS_PORT = "443"\r\n`,
  );
  writeFileSync(
    win32.join(home, 'transport', 'cxps.conf'),
    `[cxps]\r\nssl_port = ${server.dataPort}\r\n`,
  );
  importKeys('32', keys32(home));
  importKeys('64', keys64);
  for (const service of SERVICES) createService(service);
}

const NO_SUCH_SERVICE = 1060;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Wine's own sc.exe ends with 1 for every failure; its stand-in tells which. */
const serviceIsThere = (name: string) =>
  spawnSync(win32.join(places.windows, 'System32', 'sc.exe'), ['query', name]).status !==
  NO_SUCH_SERVICE;

/** A service that is deleted stays until its last process is gone. */
function removeService(name: string): void {
  for (let tries = 1; tries <= 50 && serviceIsThere(name); tries += 1) {
    spawnSync(win32.join(SYSTEM32, 'net.exe'), ['stop', name]);
    spawnSync(win32.join(SYSTEM32, 'sc.exe'), ['delete', name]);
    if (tries > 1) Atomics.wait(sleeper, 0, 0, 200);
  }
}

/** Takes everything away again, also what only a part of it was made of. */
export function removeInstalled(): void {
  for (const { name } of SERVICES) removeService(name);
  removeKeys('32', keys32(''));
  removeKeys('64', keys64);
  rmSync(places.installFolder, { recursive: true, force: true, maxRetries: 10 });
}
