import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { bedFile, psm } from '../bed';
import { preparedPart } from '../prepared';
import { removeInstalled } from './installed';
import { type Orders, PACKAGE_FILES, places, writeOrders } from './places';

const preparedSchema = z.object({
  address: z.string(),
  certificate: z.string(),
  certificateKey: z.string(),
});

const DATA_PORT = 9443;
export const CS_ADDRESS = '10.20.30.40';
export const PASSPHRASE = 'Wine-Passphrase-01';

const copy = (name: string) => copyFileSync(places.forward, win32.join(places.payload, name));

/** A server on which nothing of Site Recovery is, with a set-up file, answers and a passphrase. */
export function layServer(orders: Partial<Orders> = {}): { address: string; received: string[] } {
  const prepared = preparedPart(bedFile, 'setUp', preparedSchema);
  removeInstalled();
  for (const folder of [places.programData, places.payload, win32.dirname(places.setupFile)]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    mkdirSync(folder, { recursive: true });
  }
  for (const file of [places.received, places.setUpProcess]) rmSync(file, { force: true });
  for (const name of PACKAGE_FILES) {
    if (name.toLowerCase().endsWith('.exe')) copy(name);
    else writeFileSync(win32.join(places.payload, name), name);
  }
  copyFileSync(places.forward, places.setupFile);
  const powershell = win32.join(places.windows, 'System32', 'WindowsPowerShell', 'v1.0');
  mkdirSync(powershell, { recursive: true });
  copyFileSync(places.forward, win32.join(powershell, 'powershell.exe'));
  const { address } = prepared;
  const usual = { dataPort: DATA_PORT, passphrase: PASSPHRASE, partMs: 50, agentExit: 0 };
  writeOrders({ ...prepared, ...usual, ...orders });
  const answers = {
    procedure: 'set-up',
    setupFile: places.setupFile,
    csAddress: CS_ADDRESS,
    proxyMode: 'direct',
    environment: 'physical',
    installFolder: places.installFolder,
    dataAddress: address,
    dataPort: DATA_PORT,
    acceptTerms: true,
  };
  writeFileSync(answersFile, JSON.stringify(answers));
  writeFileSync(passphraseFile, PASSPHRASE);
  const files = win32.join(places.programData, 'ProcessServerManager', 'work');
  return {
    address,
    received: [
      '/AcceptThirdpartyEULA',
      ...['/ServerMode', 'PS', '/InstallLocation', places.installFolder],
      ...['/EnvType', 'NonVMWare', '/CSIP', CS_ADDRESS],
      ...['/PassphraseFilePath', win32.join(files, 'Passphrase.txt')],
      ...['/PSIP', address, '/DataTransferSecurePort', String(DATA_PORT)],
    ],
  };
}

const answersFile = win32.join(places.root, 'answers.json');
const passphraseFile = win32.join(places.root, 'passphrase.txt');

/** Set-up with everything it asks for; the first two words of every `psm apply` here. */
export const applySetUp: readonly string[] = [
  ...['apply', 'set-up', '--yes', '--answers', answersFile],
  ...['--secret', `passphrase=@${passphraseFile}`],
];

const psmHere = win32.join(win32.dirname(psm.script), 'psm-here.js');

/** psm on the real server: Windows' own tools and the stand-ins, nothing simulated. */
export interface RunningPsm {
  child: ChildProcess;
  /** Its exit code and all it printed. */
  ended: Promise<{ code: number | null; printed: string }>;
}

export function startPsm(args: readonly string[]): RunningPsm {
  const child = spawn(psm.node, [psmHere, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, 'exit').then(([code]) => ({
    code: typeof code === 'number' ? code : null,
    printed,
  }));
  return { child, ended };
}

export const runPsm = (args: readonly string[]) => startPsm(args).ended;

/** Every file below a folder that holds these words, as UTF-8 or UTF-16. */
export function filesHolding(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => win32.join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return content.includes(words) || content.includes(Buffer.from(words, 'utf16le'));
    });
}

function endSetUp(): void {
  if (!existsSync(places.setUpProcess)) return;
  try {
    process.kill(Number(readFileSync(places.setUpProcess, 'utf8')), 'SIGKILL');
  } catch {
    // It ended by itself.
  }
  rmSync(places.setUpProcess);
}

/** What the end of a case leaves behind is taken away, for the cases after it. */
export function removeServer(): void {
  endSetUp();
  removeInstalled();
  cpSync(win32.join(places.programData), win32.join(places.root, 'last'), {
    recursive: true,
    force: true,
  });
}
