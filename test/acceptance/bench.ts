import { win32 } from 'node:path';
import type { z } from 'zod';
import type { ServerFacts } from '../../contract/facts';
import { collect, describeEnd } from '../../main/host/collect';
import type { OutputEncoding, ProcessRunner, ServerHost } from '../../main/host/ports';
import { createServer, type Server } from '../../main/host/server';
import { type Answer, notTold, told } from './fact';
import { parseRegQuery, type QueriedValue } from './sources/reg-query';

export interface ToolOptions {
  encoding?: OutputEncoding;
  timeoutSeconds?: number;
}

/** What a comparison asks: our own adapters, and Windows' tools as the second source. */
export interface Bench {
  server: Server;
  /** What detection found in its one pass. */
  facts: Answer<ServerFacts>;
  /** A folder of this run that is removed at its end. */
  folder: string;
  /** Runs a tool of System32; the answer is what it printed, when it ended with 0. */
  tool(name: string, args: readonly string[], options?: ToolOptions): Promise<Answer<string>>;
  /** Runs a command that prints one JSON value. It must not hold double quotes. */
  powershell<T>(command: string, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** Runs one of the shipped scripts. */
  script<T>(
    name: string,
    input: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
  ): Promise<Answer<T>>;
  /** The values of one key as reg.exe lists them; null when there is no such key. */
  registryKey(key: string, view?: '32' | '64'): Promise<Answer<readonly QueriedValue[] | null>>;
  /** One value as reg.exe lists it; null when it or its key isn't there. */
  registryValue(key: string, name: string, view?: '32' | '64'): Promise<Answer<string | null>>;
}

/** A host whose starts of programs are counted. */
export function countingHost(host: ServerHost): { host: ServerHost; started(): number } {
  let count = 0;
  const processes: ProcessRunner = {
    ...host.processes,
    run(spec) {
      count += 1;
      return host.processes.run(spec);
    },
  };
  return { host: { ...host, processes }, started: () => count };
}

const LIMIT_SECONDS = 120;
const QUIET =
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; " +
  '[Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false; ';

/** Arguments for PowerShell, the second source; it prints UTF-8. */
export const commandArguments = (command: string): string[] => [
  ...['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'],
  `${QUIET}${command}`,
];

export interface BenchParts {
  host: ServerHost;
  folder: string;
  /** False where PowerShell stands in for the real one and answers nothing. */
  powershellAnswers: boolean;
}

/** Everything but the facts, which detection tells later. */
export function createBench({ host, folder, powershellAnswers }: BenchParts): Omit<Bench, 'facts'> {
  const server = createServer(host);
  const run = async (file: string, args: readonly string[], options: ToolOptions = {}) => {
    const { encoding = 'oem', timeoutSeconds = LIMIT_SECONDS } = options;
    const cwd = host.places.system32;
    return collect(host.processes, { file, args, cwd, encoding, timeoutSeconds });
  };
  const ask = async (file: string, args: readonly string[], options?: ToolOptions) => {
    const name = win32.basename(file);
    const { end, output, error } = await run(file, args, options);
    if (end.kind !== 'exited' || end.code !== 0) {
      const words = `${output}${error}`.trim().split(/\r?\n/)[0] ?? '';
      return notTold(`${name}: ${words === '' ? describeEnd(end) : words.slice(0, 200)}`);
    }
    return output.trim() === '' ? notTold(`${name} answered nothing`, true) : told(output);
  };
  const system = (name: string) => win32.join(host.places.system32, name);
  const registryKey: Bench['registryKey'] = async (key, view = '64') => {
    const { end, output, error } = await run(system('reg.exe'), ['query', key, `/reg:${view}`]);
    if (end.kind !== 'exited' || end.code !== 0) {
      const words = `${output}${error}`.trim();
      // A key that is closed to us ends with the same code.
      return /unable to find/i.test(words)
        ? told(null)
        : notTold(`reg.exe: ${words || describeEnd(end)}`);
    }
    const [values = []] = parseRegQuery(output).values();
    return told(values);
  };
  return {
    server,
    folder,
    tool: (name, args, options) => ask(system(name), args, options),
    async powershell(command, schema) {
      if (!powershellAnswers) return notTold('PowerShell answered nothing', true);
      const printed = await ask(host.places.powershell, commandArguments(command), {
        encoding: 'utf8',
      });
      if (!printed.told) return printed;
      let json: unknown;
      try {
        json = JSON.parse(printed.value);
      } catch {
        return notTold('PowerShell printed no JSON');
      }
      const value = schema.safeParse(json);
      return value.success ? told(value.data) : notTold('PowerShell printed something else');
    },
    async script(name, input, schema) {
      if (!powershellAnswers) return notTold('PowerShell answered nothing', true);
      const answer = await server.scripts.run(name, input, schema, LIMIT_SECONDS);
      if (answer.ok) return told(answer.value);
      const { what, toolWords } = answer.problem;
      return notTold([what, ...toolWords].join(' '));
    },
    registryKey,
    async registryValue(key, name, view) {
      const values = await registryKey(key, view);
      if (!values.told) return values;
      const found = values.value?.find((value) => value.name.toLowerCase() === name.toLowerCase());
      return told(found?.data ?? null);
    },
  };
}
