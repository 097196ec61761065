import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { win32 } from 'node:path';
import { z } from 'zod';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { places, readOrders } from './places';

// Windows PowerShell, as far as the shipped scripts of a set-up need it: it reads which scripts it
// is to run and answers for them. What it says of Windows is made up; folders, processes and ports
// are looked at.

const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const GIGABYTE = 1024 ** 3;
const inputSchema = z.object({ path: z.string().default('') });

const drive = (letter: string) => ({
  letter,
  kind: 'fixed',
  fileSystem: 'NTFS',
  sizeBytes: 1000 * GIGABYTE,
  freeBytes: 900 * GIGABYTE,
});

function isListening(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

function runningSetups() {
  if (!existsSync(places.setUpProcess)) return [];
  const pid = Number(readFileSync(places.setUpProcess, 'utf8'));
  return processIsAlive(pid) ? [{ name: 'UnifiedSetup', pid, session: 1 }] : [];
}

async function activity() {
  const { dataPort, address } = readOrders();
  return {
    setups: runningSetups(),
    installerBusy: false,
    pendingRestart: false,
    portsInUse: (await isListening(dataPort, address)) ? [dataPort] : [],
  };
}

function protection(path: string) {
  const access = [SYSTEM, ADMINISTRATORS].map((sid) => ({
    sid,
    rights: 'FullControl',
    inherited: false,
    kind: 'Allow',
  }));
  return existsSync(path)
    ? { exists: true, owner: ADMINISTRATORS, protected: true, access }
    : { exists: false, owner: '', protected: false, access: [] };
}

function makeFolder(path: string) {
  const created = !existsSync(path);
  mkdirSync(path, { recursive: true });
  return { created, owner: ADMINISTRATORS };
}

const scripts: Readonly<Record<string, (path: string) => unknown>> = {
  'new-protected-folder': makeFolder,
  'read-folder-protection': protection,
  'read-activity': activity,
  'read-server': () => ({
    computerName: 'WINE-PS01',
    user: 'WINE-PS01\\Administrator',
    caption: 'Microsoft Windows Server 2022 Standard',
    version: '10.0.20348',
    language: 'en-US',
    isAdministrator: true,
    session: 1,
    bootId: '2026-11-21T00:00:00.0000000Z',
    memoryBytes: 32 * GIGABYTE,
    processors: 8,
    drives: [drive('C:'), drive('D:')],
    addresses: [{ address: readOrders().address, adapter: 'Ethernet0', dhcp: false }],
  }),
  'read-prerequisites': () => ({
    culture: 'en-US',
    systemProxy: null,
    dotNetRelease: 528049,
    fips: false,
    tls10Off: false,
    policies: { commandPrompt: false, registryTools: false, attachments: false, scripts: false },
  }),
  'read-other-software': () => ({ roles: [], asrFolder: 'absent', mySql55: null, perl: null }),
  'read-clock': () => ({ timeSource: 'time.contoso.com', clockOffsetSeconds: 0.1 }),
  'read-certificates': () => ({
    found: true,
    validUntil: new Date(Date.now() + 700 * 86_400_000).toISOString(),
    subject: 'CN=CB_WINE-PS01',
  }),
  'verify-signature': () => ({
    status: 'Valid',
    signer: 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    root: 'CN=Microsoft Root Certificate Authority 2011, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    rootThumbprint: '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
    timestamped: true,
    revocation: 'checked',
    productVersion: '9.55.6765.1',
    message: 'Signature verified.',
  }),
};

const say = (line: string) => process.stdout.write(`${line}\r\n`);

async function answerFor(name: string, line: string): Promise<string> {
  const answer = scripts[name];
  const { path } = inputSchema.parse(JSON.parse(line));
  const result = answer
    ? { kind: 'result', ok: true, value: await answer(path) }
    : {
        kind: 'result',
        ok: false,
        error: { message: `no stand-in answers for ${name}`, type: 'StandIn' },
      };
  return JSON.stringify(result);
}

/** Runs what its command line names, each script with its line of input, and ends with 0. */
export async function powershell(args: string[]): Promise<number> {
  const command = args[args.indexOf('-Command') + 1] ?? '';
  const lines = readFileSync(0, 'utf8').split('\n');
  const statements = command.matchAll(/WriteLine\('(#\d+)'\)|ReadAllText\('((?:[^']|'')+)'\)/g);
  for (const [, announced, script] of statements) {
    if (announced !== undefined) say(announced);
    if (script === undefined) continue;
    say(await answerFor(win32.basename(script.replaceAll("''", "'"), '.ps1'), lines.shift() ?? ''));
  }
  return 0;
}
