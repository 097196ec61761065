import { z } from 'zod';
import type { Problem } from '../../contract/problem';
import { failure, type Result, success } from '../../contract/problem';
import { Secret } from '../../contract/secret';
import { joinServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/engine';
import { describeEnd } from './collect';
import type { ProcessEnd, RunningProcess, ServerHost } from './ports';
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

export type ScriptInput = Readonly<Record<string, string | Secret>>;

/** Adds a script to those that are run together. */
export type AddScript = <T>(
  name: string,
  input: ScriptInput,
  schema: z.ZodType<T>,
) => Promise<Result<T>>;

export interface Scripts {
  /** Runs one shipped script with one line of JSON and parses its one line of answer. */
  run<T>(
    name: string,
    input: ScriptInput,
    schema: z.ZodType<T>,
    timeoutSeconds: number,
    options?: ScriptOptions,
  ): Promise<Result<T>>;
  /**
   * Runs the short scripts that `choose` adds, one after the other, in one PowerShell: starting it
   * takes longer than most of them. Each has an answer of its own; one that fails does not keep the
   * others from theirs. `timeoutSeconds` is for all of them together.
   */
  together<T>(timeoutSeconds: number, choose: (add: AddScript) => T): T;
}

/** JSON in pure ASCII: the console's code page can not change it on the way. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const startOf = (script: number) => `#${script}`;

/**
 * Arguments that run shipped scripts one after the other, whatever execution policy is set: the
 * policy governs script files, so the text is read and run as a block. The paths are our own; their
 * quotes, curly ones too, are doubled all the same, as a literal of PowerShell wants. Of several scripts each is
 * announced by a line of its own, so that one that prints nothing does not take another's answer.
 */
export function scriptArguments(paths: readonly string[]): string[] {
  const blocks = paths.map((path) => {
    const literal = `'${path.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
    return `& ([ScriptBlock]::Create([IO.File]::ReadAllText(${literal})))`;
  });
  const announced = blocks.map(
    (block, index) => `[Console]::WriteLine('${startOf(index)}'); ${block}`,
  );
  return [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-Command',
    (blocks.length === 1 ? blocks : announced).join('; '),
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

function lineOf(input: ScriptInput): string {
  const plain = Object.entries(input).map(([key, value]) => [
    key,
    value instanceof Secret ? value.reveal() : value,
  ]);
  return `${asciiJson(Object.fromEntries(plain))}\n`;
}

/** What each of several scripts printed. */
function linesOfEach(lines: readonly string[], scripts: number): string[][] {
  const each: string[][] = Array.from({ length: scripts }, () => []);
  let script = -1;
  for (const line of lines) {
    if (line === startOf(script + 1)) script += 1;
    else each[script]?.push(line);
  }
  return each;
}

interface Added {
  name: string;
  input: ScriptInput;
  answer(lines: readonly string[], error: string, end: ProcessEnd): void;
  fail(error: unknown): void;
}

async function runAdded(running: RunningProcess, scripts: readonly Added[]): Promise<void> {
  try {
    const { lines, error } = await followScript(running, () => undefined);
    const end = await running.ended;
    const each = scripts.length === 1 ? [lines] : linesOfEach(lines, scripts.length);
    for (const [index, { answer }] of scripts.entries()) answer(each[index] ?? [], error, end);
  } catch (error) {
    for (const { fail } of scripts) fail(error);
  }
}

/** The protocol of the shipped PowerShell scripts, once for all of them. */
export function createScripts(host: ServerHost): Scripts {
  const start = (
    scripts: readonly { name: string; input: ScriptInput }[],
    timeoutSeconds: number,
    signal?: AbortSignal,
  ) =>
    host.processes.run({
      file: host.places.powershell,
      args: scriptArguments(
        scripts.map(({ name }) => joinServerPath(host.places.scripts, `${name}.ps1`)),
      ),
      cwd: host.places.system32,
      stdin: new Secret(scripts.map(({ input }) => lineOf(input)).join('')),
      encoding: 'utf8',
      timeoutSeconds,
      ...(signal ? { signal } : {}),
    });
  return {
    async run(name, input, schema, timeoutSeconds, { signal, onProgress } = {}) {
      if (signal?.aborted) return silent(name, '', { kind: 'cancelled' });
      const running = start([{ name, input }], timeoutSeconds, signal);
      const { lines, error } = await followScript(running, (progress) => onProgress?.(progress));
      const end = await running.ended;
      const answer = end.kind === 'cancelled' ? null : readAnswer(lines, schema);
      return answer ?? silent(name, error, end);
    },
    together(timeoutSeconds, choose) {
      const scripts: Added[] = [];
      let begun = false;
      const chosen = choose((name, input, schema) => {
        if (begun) throw new Error(`${name} was added after the others had been started.`);
        return new Promise((resolve, fail) => {
          scripts.push({
            name,
            input,
            fail,
            answer: (lines, error, end) =>
              resolve(readAnswer(lines, schema) ?? silent(name, error, end)),
          });
        });
      });
      begun = true;
      if (scripts.length > 0) void runAdded(start(scripts, timeoutSeconds), scripts);
      return chosen;
    },
  };
}
