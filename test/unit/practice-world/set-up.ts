import { samplePassphrase } from '../../../practice';
import { type practiceServer, type RunOptions, readText, run } from './helper';

type Server = Awaited<ReturnType<typeof practiceServer>>;

export const files = 'C:\\ASRSetup\\Files';
export const program = `${files}\\UNIFIEDSETUP.EXE`;
export const logPath = 'C:\\ProgramData\\ASRSetupLogs\\ASRUnifiedSetup.log';

/** Unpacks the set-up file and writes the passphrase, as one does before set-up is started. */
export async function prepare(server: Server, passphrase = samplePassphrase): Promise<Server> {
  const [downloads = ''] = server.places.downloads;
  const file = `${downloads}\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe`;
  await run(server, file, ['/q', `/x:${files}`]);
  await server.files.makeFolder('C:\\in');
  await server.files.write('C:\\in\\Passphrase.txt', Buffer.from(passphrase));
  return server;
}

export const usual = [
  ...['/AcceptThirdpartyEULA', '/ServerMode', 'PS', '/InstallLocation', 'D:\\ASR'],
  ...['/EnvType', 'NonVMWare', '/CSIP', '10.20.30.40'],
  ...['/PassphraseFilePath', 'C:\\in\\Passphrase.txt'],
];

/** Runs set-up with its log; more arguments follow the usual ones. */
export async function setUp(
  server: Server,
  more: readonly string[] = [],
  options: RunOptions = {},
) {
  const result = await run(server, program, [...usual, ...more], { cwd: files, ...options });
  const log = await readText(server, logPath).catch(() => '');
  return { ...result, log };
}

/** The lines of a log without their times, and without what csgetfingerprint and cdpcli printed. */
export function messagesOf(log: string): string[] {
  const [first = '', ...lines] = log.split('\r\n');
  const messages = lines.map((line) => line.replace(/^\d\d:\d\d:\d\d:/, '<time>:'));
  const isPrinted = (line: string) =>
    /^(successfully wrote|fetching|importing|Registration suceeded)/.test(line);
  return [first.replace(/^[^\t]+/, '<start>'), ...messages]
    .map((line) => line.replace(/^<time>:successfully wrote .*/, '<time>:'))
    .filter((line) => !isPrinted(line));
}
