import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ProcessEnd } from '../../../main/host/ports';
import {
  createPracticeServer,
  openPracticeServer,
  type PracticeOptions,
  type PracticeServer,
  parseScenario,
  scenarios,
} from '../../../practice';

/** A practice server of its own for one test, gone with it. */
export async function practiceServer(
  scenario: string | object = 'fresh-vmware',
  {
    timeFactor = Number.POSITIVE_INFINITY,
    ...options
  }: PracticeOptions & { timeFactor?: number } = {},
): Promise<PracticeServer & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const chosen =
    typeof scenario === 'string'
      ? scenarios.find(({ id }) => id === scenario)
      : parseScenario({ id: 'own', title: 'Own', ...scenario });
  if (!chosen) throw new Error(`no scenario ${String(scenario)}`);
  await createPracticeServer(folder, chosen, timeFactor);
  return { ...(await openPracticeServer(folder, options)), folder };
}

export interface RunOptions {
  cwd?: string;
  stdin?: string;
  timeoutSeconds?: number;
  signal?: AbortSignal;
}

/** Runs a simulated program to its end; a bare name means one of System32. */
export async function run(
  server: PracticeServer,
  file: string,
  args: readonly string[],
  { cwd = 'C:\\Windows\\System32', timeoutSeconds = 36_000, ...rest }: RunOptions = {},
): Promise<{ end: ProcessEnd; code: number | null; output: string; error: string }> {
  const path = file.includes('\\') ? file : `C:\\Windows\\System32\\${file}`;
  const running = server.tools.run({
    file: path,
    args,
    cwd,
    encoding: 'oem',
    timeoutSeconds,
    ...rest,
  });
  let output = '';
  let error = '';
  for await (const { stream, text } of running.output) {
    if (stream === 'output') output += text;
    else error += text;
  }
  const end = await running.ended;
  return { end, code: end.kind === 'exited' ? end.code : null, output, error };
}

/** Runs one of the shipped scripts and returns its answer. */
export async function runScript(
  server: PracticeServer,
  name: string,
  input: object,
): Promise<unknown> {
  const path = `${server.places.scripts}\\${name}.ps1`;
  const { output } = await run(
    server,
    server.places.powershell,
    [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command'],
      `& ([ScriptBlock]::Create([IO.File]::ReadAllText('${path}')))`,
    ],
    { stdin: `${JSON.stringify(input)}\n` },
  );
  return JSON.parse(output);
}

export async function readText(server: PracticeServer, path: string): Promise<string> {
  return Buffer.from(await server.files.read(path)).toString('utf8');
}
