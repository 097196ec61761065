import { z } from 'zod';
import type { Problem } from '../../contract/problem';
import { failure, type Result, success } from '../../contract/problem';
import { Secret } from '../../contract/secret';
import { joinServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { describeEnd } from './collect';
import type { ProcessEnd, ServerHost } from './ports';
import { followScript, type ScriptProgress } from './script-output';

const lineSchema = z.union([
  z.object({ kind: z.literal('result'), ok: z.literal(true), value: z.unknown() }),
  z.object({
    kind: z.literal('result'),
    ok: z.literal(false),
    error: z.object({ message: z.string(), type: z.string() }),
  }),
]);

export interface ScriptOptions {
  /** Ends the script; its answer is then a failure with the code `cancelled`. */
  signal?: AbortSignal;
  /** Told what a script that takes long prints on its way. */
  onProgress?(progress: ScriptProgress): void;
}

export interface Scripts {
  /** Runs one shipped script with one line of JSON and parses its one line of answer. */
  run<T>(
    name: string,
    input: Readonly<Record<string, string | Secret>>,
    schema: z.ZodType<T>,
    timeoutSeconds: number,
    options?: ScriptOptions,
  ): Promise<Result<T>>;
}

/** JSON in pure ASCII: the console's code page can not change it on the way. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Arguments that run a shipped script whatever execution policy is set: the policy governs script
 * files, so the text is read and run as a block. The path is our own; its quotes are doubled all
 * the same, as a literal of PowerShell wants.
 */
export function scriptArguments(path: string): string[] {
  const literal = `'${path.replaceAll("'", "''")}'`;
  return [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-Command',
    `& ([ScriptBlock]::Create([IO.File]::ReadAllText(${literal})))`,
  ];
}

function readAnswer<T>(lines: readonly string[], schema: z.ZodType<T>): Result<T> | null {
  for (const line of lines.toReversed()) {
    if (!line.startsWith('{')) continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      continue;
    }
    const parsed = lineSchema.safeParse(json);
    if (!parsed.success) continue;
    if (!parsed.data.ok) {
      return failure({
        ...text.scriptFailed,
        toolWords: [parsed.data.error.message],
        code: parsed.data.error.type,
      });
    }
    const value = schema.safeParse(parsed.data.value);
    return value.success
      ? success(value.data)
      : failure({ ...text.scriptUnreadable, toolWords: [line.slice(0, 500)], code: null });
  }
  return null;
}

function silent(name: string, error: string, end: ProcessEnd): Result<never> {
  const words = error.trim() === '' ? [] : error.trim().split(/\r?\n/).slice(0, 5);
  const problem: Problem = {
    ...text.scriptSilent(name),
    toolWords: words,
    code: describeEnd(end),
  };
  return failure(problem);
}

/** The protocol of the shipped PowerShell scripts, once for all of them. */
export function createScripts(host: ServerHost): Scripts {
  return {
    async run(name, input, schema, timeoutSeconds, { signal, onProgress } = {}) {
      const plain = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [
          key,
          value instanceof Secret ? value.reveal() : value,
        ]),
      );
      if (signal?.aborted) return silent(name, '', { kind: 'cancelled' });
      const path = joinServerPath(host.places.scripts, `${name}.ps1`);
      const running = host.processes.run({
        file: host.places.powershell,
        args: scriptArguments(path),
        cwd: host.places.system32,
        stdin: new Secret(`${asciiJson(plain)}\n`),
        encoding: 'utf8',
        timeoutSeconds,
        ...(signal ? { signal } : {}),
      });
      const { lines, error } = await followScript(running, (progress) => onProgress?.(progress));
      const end = await running.ended;
      const answer = end.kind === 'cancelled' ? null : readAnswer(lines, schema);
      if (answer) return answer;
      return silent(name, error, end);
    },
  };
}
