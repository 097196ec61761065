import { z } from 'zod';
import { downloadContent } from '../../../practice/world/downloads';
import { openWorld } from '../../../practice/world/store';
import { type practiceServer, run } from './helper';

type Server = Awaited<ReturnType<typeof practiceServer>>;

export const offered =
  'https://download.microsoft.com/download/asr/9.55/MicrosoftAzureSiteRecoveryUnifiedSetup.exe';
export const part = 'D:\\setup.part';

/** The request of an admin who is asked for no proxy, for the beginning of the file. */
export const plainRequest = {
  address: offered,
  proxyMode: 'none',
  proxyServer: '',
  proxyPort: '',
  signIn: 'none',
  user: '',
  password: '',
  timeoutSeconds: '30',
};
export const wholeFile = { ...plainRequest, path: part, offset: '0', validator: '' };
export const byProxy = {
  proxyMode: 'custom',
  proxyServer: 'http://proxy.contoso.test',
  proxyPort: '8080',
};
export const knownUser = {
  signIn: 'given',
  user: 'CONTOSO\\svc-asr',
  password: 'Practice-Proxy-01',
};

const progressSchema = z.object({
  kind: z.literal('progress'),
  bytes: z.number(),
  total: z.number(),
  validator: z.string(),
});
const answerSchema = z.object({
  ok: z.boolean(),
  value: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string(), type: z.string() }).optional(),
});

/** Runs one of the scripts that ask the internet: its progress, its answer, how it ended. */
export async function runWebScript(
  server: Server,
  name: 'download-file' | 'test-proxy',
  input: object,
  signal?: AbortSignal,
) {
  const { output, end } = await run(
    server,
    server.places.powershell,
    [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command'],
      `& ([ScriptBlock]::Create([IO.File]::ReadAllText('${server.places.scripts}\\${name}.ps1')))`,
    ],
    { stdin: `${JSON.stringify(input)}\n`, ...(signal ? { signal } : {}) },
  );
  const lines = output
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
  const progress = lines.flatMap((line) => progressSchema.safeParse(line).data ?? []);
  const answer = answerSchema.safeParse(lines.at(-1)).data ?? null;
  return { progress, answer, end };
}

export async function sizeOf(server: Server, path = part): Promise<number> {
  return (await server.files.stat(path))?.size ?? 0;
}

/** The bytes an address of the world gives. */
export async function contentOf(server: Server, address = offered): Promise<Buffer> {
  const { downloads } = await openWorld(server.folder).read();
  const file = downloads.find((one) => one.address === address)?.file;
  if (!file) throw new Error(`no file at ${address}`);
  return Buffer.from(downloadContent(file));
}

/** True when the file on the server is that content to the last byte. */
export async function isWhole(server: Server, content: Buffer): Promise<boolean> {
  return content.equals(await server.files.read(part));
}
