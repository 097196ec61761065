import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { install } from './installed';
import { places, readOrders } from './places';

// UNIFIEDSETUP.EXE as far as an admin sees it: its log with the lines of a real one (recorded from
// the vendor's own program), its exit codes, and what it leaves: keys, files, running services.

const TERMS = `Third Party Software License\r\n\r\nMicrosoft grants you no rights for this third party software.\r\n\r\nInstallation of Azure Site Recovery Unified Setup has failed.\r\n`;
const logFile = win32.join(places.programData, 'ASRSetupLogs', 'ASRUnifiedSetup.log');

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function clock(): string {
  const now = new Date();
  const hour = String(now.getUTCHours() % 12 || 12).padStart(2, '0');
  return `${hour}:${now.toISOString().slice(14, 19)}`;
}

const log = (...lines: string[]) =>
  appendFileSync(logFile, lines.map((line) => `${clock()}:${line}\r\n`).join(''));

function beginLog(): void {
  mkdirSync(win32.dirname(logFile), { recursive: true });
  const begun = new Date().toISOString().replace('Z', '0000+00:00');
  writeFileSync(logFile, `${begun}\tAlways:\tTrace Session Started\r\n`);
  log('', 'Application Started', 'Fresh installation scenario.');
}

function end(code: number, name: string): number {
  log(
    '',
    `Installation of Azure Site Recovery Unified Setup has ${code === 0 ? 'succeeded' : 'failed'}.`,
    'Application Ended',
    `Exit code returned by unified setup: ${code}(${name})`,
  );
  return code;
}

interface Part {
  heading: string;
  command: string;
  good: string;
}

const part = (heading: string, command: string, good: string): Part => ({ heading, command, good });

const PARTS: readonly Part[] = [
  part(
    'Installing third-party components (approximately 5 minutes)',
    'CX_THIRDPARTY_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
    'Configuration Server/Process Server Dependencies component is installed successfully.',
  ),
  part(
    'Installing the process server (approximately 5 minutes)',
    'UCX_SERVER_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
    'Process Server component is installed successfully.',
  ),
  part(
    'Installing the master target server (approximately 5 minutes)',
    'UNIFIEDAGENT.EXE /Role "MT" /Silent  /Platform "VmWare"',
    'Master Target component is installed successfully.',
  ),
  part(
    'Installing Microsoft Azure Recovery Service Agent (approximately 2 minutes)',
    'MARSAgentInstaller.exe  /q /nu',
    'MARS agent installation is successful.',
  ),
  part(
    'Registering with service (approximately 5 minutes)',
    'cdpcli.exe  --registermt',
    'Master Target registration has succeeded.',
  ),
];

const valueAfter = (args: readonly string[], name: string) => args[args.indexOf(name) + 1] ?? '';

/** Ends with 2 for the terms, 111 when the agent's installer is to fail, else 0. */
export async function unifiedSetup(args: string[]): Promise<number> {
  const { partMs, agentExit } = readOrders();
  beginLog();
  if (args.length === 1 && args[0] === '/ShowThirdpartyEULA') {
    process.stdout.write(TERMS);
    return end(2, 'InvalidCommandLineArguments');
  }
  writeFileSync(places.setUpProcess, String(process.pid));
  writeFileSync(places.received, JSON.stringify(args));
  for (const { heading, command, good } of PARTS) {
    log(`Currently: ${heading}`, `Executing the following command: ${command}`, 'Process started.');
    await pause(partMs);
    const code = command.startsWith('MARS') ? agentExit : 0;
    log(`Exit code returned by command: ${code}`);
    if (code !== 0) return end(111, 'FailedToInstallAgent');
    log(good);
  }
  await install({
    folder: valueAfter(args, '/InstallLocation'),
    csAddress: valueAfter(args, '/CSIP'),
    dataPort: valueAfter(args, '/DataTransferSecurePort'),
  });
  rmSync(places.setUpProcess);
  return end(0, 'Successful');
}
