import { expect, test } from 'vitest';
import { z } from 'zod';
import { Secret } from '../../../contract/secret';
import type {
  OutputChunk,
  ProcessEnd,
  ProcessSpec,
  RunningProcess,
  ServerHost,
} from '../../../main/host/ports';
import type { ScriptProgress } from '../../../main/host/script-output';
import { createScripts } from '../../../main/host/scripts';
import { createWindowsFiles } from '../../../main/host/windows-files';
import { windowsPlaces } from './tool-host';

const unused = (): never => {
  throw new Error('not part of this test');
};

/** Scripts over a PowerShell that prints these chunks; what it was started with is kept. */
function scriptsThatPrint(chunks: readonly (string | OutputChunk)[], end: ProcessEnd) {
  const started: ProcessSpec[] = [];
  const run = (spec: ProcessSpec): RunningProcess => {
    started.push(spec);
    async function* output() {
      for (const chunk of chunks) {
        yield typeof chunk === 'string' ? { stream: 'output' as const, text: chunk } : chunk;
        await Promise.resolve();
      }
      if (end.kind !== 'cancelled' || spec.signal?.aborted) return;
      await new Promise((resolve) => spec.signal?.addEventListener('abort', resolve));
    }
    return {
      output: output(),
      ended: Promise.resolve(end),
      identity: Promise.resolve({ pid: 1, startedAt: null }),
    };
  };
  const host: ServerHost = {
    kind: 'real',
    processes: { run, adopt: unused, leftTool: unused },
    files: createWindowsFiles(),
    network: { probeHttps: unused, probeTcp: unused },
    clock: { now: unused, sleep: unused },
    places: windowsPlaces,
  };
  return { scripts: createScripts(host), started };
}

const exited: ProcessEnd = { kind: 'exited', code: 0 };
const schema = z.object({ done: z.boolean() });
const answer = '{"kind":"result","ok":true,"value":{"done":true}}\r\n';
const progress = (bytes: number, validator = '\\"a\\"') =>
  `{"kind":"progress","bytes":${bytes},"total":900,"validator":"${validator}"}\r\n`;

function inPieces(text: string, size: number): string[] {
  return text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
}

test.each([1, 7, 64, 10_000])(
  'progress cut into pieces of %i signs is told in order',
  async (size) => {
    const printed = `${progress(1)}${progress(450)}${progress(900)}${answer}`;
    const { scripts } = scriptsThatPrint(inPieces(printed, size), exited);
    const seen: ScriptProgress[] = [];
    const result = await scripts.run('download-file', {}, schema, 5, {
      onProgress: (one) => seen.push(one),
    });
    expect(result).toEqual({ ok: true, value: { done: true } });
    expect(seen.map(({ bytes }) => bytes)).toEqual([1, 450, 900]);
    expect(seen[0]).toEqual({ bytes: 1, total: 900, validator: '"a"' });
  },
);

test('progress is told while the script still runs', async () => {
  const abort = new AbortController();
  const { scripts } = scriptsThatPrint([progress(1)], { kind: 'cancelled' });
  const result = await scripts.run('download-file', {}, schema, 5, {
    signal: abort.signal,
    // Only this ends the script.
    onProgress: () => setTimeout(() => abort.abort()),
  });
  expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
});

test('other words around the lines are passed over', async () => {
  const printed = [
    'WARNING: {"x"\n',
    '{"kind":"progress","bytes":"many","total":1}\n',
    progress(2),
  ];
  const noise: OutputChunk = { stream: 'error', text: progress(5) };
  const { scripts } = scriptsThatPrint([...printed, noise, answer, '\r\nBye.'], exited);
  const seen: number[] = [];
  const result = await scripts.run('download-file', {}, schema, 5, {
    onProgress: ({ bytes }) => seen.push(bytes),
  });
  expect(result).toEqual({ ok: true, value: { done: true } });
  expect(seen).toEqual([2]);
});

test('progress that nobody asked for is no answer', async () => {
  const { scripts } = scriptsThatPrint([progress(900)], exited);
  expect(await scripts.run('download-file', {}, schema, 5)).toMatchObject({
    ok: false,
    problem: { code: 'exit code 0' },
  });
});

test('a script without an answer is told with its first words of error', async () => {
  const error: OutputChunk = { stream: 'error', text: '1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n' };
  const { scripts } = scriptsThatPrint(['Policy.\n', error], { kind: 'exited', code: 1 });
  expect(await scripts.run('read-server', {}, schema, 5)).toMatchObject({
    ok: false,
    problem: { code: 'exit code 1', toolWords: ['1', '2', '3', '4', '5'] },
  });
});

test('an error of the script comes with its message and its type', async () => {
  const error = { message: 'Timeout: too slow', type: 'System.Net.WebException' };
  const printed = `${JSON.stringify({ kind: 'result', ok: false, error })}\n`;
  const { scripts } = scriptsThatPrint([progress(3), printed], exited);
  expect(await scripts.run('download-file', {}, schema, 5)).toMatchObject({
    ok: false,
    problem: { code: 'System.Net.WebException', toolWords: ['Timeout: too slow'] },
  });
});

test('an answer in another form than expected is refused', async () => {
  const { scripts } = scriptsThatPrint([answer.replace('true}}', '1}}')], exited);
  expect((await scripts.run('read-server', {}, schema, 5)).ok).toBe(false);
});

test('a script that was cancelled gives no answer, though it had printed one', async () => {
  const abort = new AbortController();
  const { scripts, started } = scriptsThatPrint([answer], { kind: 'cancelled' });
  const running = scripts.run('download-file', {}, schema, 5, { signal: abort.signal });
  abort.abort();
  expect(await running).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(started[0]?.signal).toBe(abort.signal);
});

test('what is cancelled before it begins is not started', async () => {
  const { scripts, started } = scriptsThatPrint([answer], exited);
  const result = await scripts.run('download-file', {}, schema, 5, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(started).toEqual([]);
});

test('a secret goes in by standard input only', async () => {
  const { scripts, started } = scriptsThatPrint([answer], exited);
  await scripts.run('test-proxy', { password: new Secret('pässword') }, schema, 5);
  const [spec] = started;
  expect(spec?.stdin instanceof Secret && spec.stdin.reveal()).toBe(
    '{"password":"p\\u00e4ssword"}\n',
  );
  expect(JSON.stringify(spec)).not.toContain('ssword');
});

const answered = (text: string) => `{"kind":"result","ok":true,"value":{"of":"${text}"}}\r\n`;
const named = z.object({ of: z.string() });

test('scripts that are run together start one PowerShell, each with a line of input and an answer', async () => {
  const printed = `#0\r\n${answered('server')}#1\r\nnoise\r\n${answered('load')}`;
  const { scripts, started } = scriptsThatPrint(inPieces(printed, 7), exited);
  const answers = await scripts.together(60, (add) =>
    Promise.all([
      add('read-server', {}, named),
      add('read-load', { password: new Secret('ü') }, named),
    ]),
  );
  expect(answers).toEqual([
    { ok: true, value: { of: 'server' } },
    { ok: true, value: { of: 'load' } },
  ]);
  expect(started).toHaveLength(1);
  const [spec] = started;
  expect(spec?.stdin instanceof Secret && spec.stdin.reveal()).toBe('{}\n{"password":"\\u00fc"}\n');
  expect(spec?.args.at(-1)).toMatch(/'#0'.*read-server\.ps1.*'#1'.*read-load\.ps1/);
});

test('a script that prints nothing does not take the answer of the next one', async () => {
  const error: OutputChunk = { stream: 'error', text: 'Cannot parse.' };
  const { scripts } = scriptsThatPrint(['#0\n', error, `#1\n${answered('load')}`], exited);
  const answers = await scripts.together(60, (add) =>
    Promise.all([add('read-server', {}, named), add('read-load', {}, named)]),
  );
  expect(answers[0]).toMatchObject({ ok: false, problem: { toolWords: ['Cannot parse.'] } });
  expect(answers[1]).toEqual({ ok: true, value: { of: 'load' } });
});

test('scripts that were not reached before the time was up are told with that', async () => {
  const { scripts } = scriptsThatPrint([`#0\n${answered('server')}#1\n`], {
    kind: 'timedOut',
    seconds: 60,
  });
  const answers = await scripts.together(60, (add) =>
    Promise.all([
      add('read-server', {}, named),
      add('read-load', {}, named),
      add('read-clock', {}, named),
    ]),
  );
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(answers[2]).toMatchObject({ problem: { code: 'no answer within 60 seconds' } });
});
