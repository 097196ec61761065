import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../../../main/host/collect';
import { limitOutput, OUTPUT_LIMIT } from '../../../main/host/limited-output';
import type { OutputChunk, ToolRunner } from '../../../main/host/ports';
import { outputChunkSchema, stepHostFile, writeWhole } from '../../../main/host/step-host-files';
import { runStepHost } from '../../../main/host/step-host-run';

async function* chunksOf(texts: Iterable<string>): AsyncGenerator<OutputChunk> {
  for (const text of texts) yield { stream: 'output', text };
}

async function all(output: AsyncIterable<OutputChunk>): Promise<OutputChunk[]> {
  const chunks: OutputChunk[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return chunks;
}

const textOf = (chunks: readonly OutputChunk[]) => chunks.map(({ text }) => text).join('');

const BLOCK = 65_536;
function* blocks(count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) yield `${number};`.padEnd(BLOCK, 'x');
}

test('an output within the limit comes whole, each piece with its stream', async () => {
  const given: OutputChunk[] = [
    { stream: 'output', text: 'one' },
    { stream: 'error', text: 'two' },
  ];
  const source = async function* () {
    yield* given;
  };
  expect(await all(limitOutput(source()))).toEqual(given);
});

test('the beginning is not held back until the end', async () => {
  const source = async function* (): AsyncGenerator<OutputChunk> {
    yield { stream: 'output', text: 'begun' };
    await new Promise(() => undefined);
  };
  const first = await limitOutput(source())[Symbol.asyncIterator]().next();
  expect(first.value).toEqual({ stream: 'output', text: 'begun' });
});

test('of a flood the first and the last is kept, and a line tells how much is not', async () => {
  const text = textOf(await all(limitOutput(chunksOf(blocks(1600)))));
  expect(text.startsWith('0;xxx')).toBe(true);
  expect(text.endsWith(`1599;${'x'.repeat(BLOCK - 5)}`)).toBe(true);
  expect(text).toContain('\n[The tool printed too much to keep. 92 MB are left out here.]\n');
  expect(text.length).toBeLessThan(OUTPUT_LIMIT.first + OUTPUT_LIMIT.last + 200);
});

test('whatever the pieces, what is kept is beginning and end of what was printed', async () => {
  const piece = fc.record({
    stream: fc.constantFrom<'output' | 'error'>('output', 'error'),
    text: fc.string({ minLength: 1, maxLength: 60 }),
  });
  const limit = { first: 200, last: 200 };
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (given) => {
      const source = async function* () {
        yield* given;
      };
      const whole = textOf(given);
      const kept = await all(limitOutput(source(), limit));
      const at = kept.findIndex(({ text }) => text.startsWith('\n[The tool printed'));
      if (at === -1) {
        expect(textOf(kept)).toBe(whole);
        return;
      }
      expect(whole.startsWith(textOf(kept.slice(0, at)))).toBe(true);
      expect(whole.endsWith(textOf(kept.slice(at + 1)))).toBe(true);
      expect(at).toBeLessThan(kept.length - 1);
    }),
  );
});

test('a flood of single signs is bounded too, in pieces worth their cost', async () => {
  const signs = function* () {
    for (let at = 0; at < 400_000; at += 1) yield 'x';
  };
  const kept = await all(limitOutput(chunksOf(signs()), { first: 1000, last: 200_000 }));
  expect(kept.length).toBeLessThan(50);
  expect(textOf(kept).length).toBeLessThan(201_500);
});

const flooding: ToolRunner = {
  run: () => ({
    output: chunksOf(blocks(400)),
    ended: Promise.resolve({ kind: 'exited', code: 3010 }),
    identity: Promise.resolve({ pid: 7, startedAt: '2026-11-21T00:00:00.000Z' }),
  }),
};

const order = {
  file: 'C:\\tool.exe',
  args: [],
  cwd: 'C:\\',
  env: {},
  encoding: 'oem' as const,
  timeoutSeconds: 10,
};

test('a short tool that floods does not fill the memory of whoever wants all it prints', async () => {
  const { end, output } = await collect(flooding, order);
  expect(end).toEqual({ kind: 'exited', code: 3010 });
  expect(output.length).toBeLessThan(9 * 1024 * 1024);
  expect(output).toContain('399;xxx');
});

test('a tool that floods does not fill the disk through its step host, and its end is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psm-step-'));
  try {
    const full = {
      ...order,
      server: { kind: 'real' as const },
      endpoint: `psm-flood-${process.pid}`,
    };
    writeWhole(stepHostFile.order(folder), full);
    expect(await runStepHost(folder, full, flooding)).toBe(true);
    expect(JSON.parse(readFileSync(stepHostFile.end(folder), 'utf8'))).toEqual({
      kind: 'exited',
      code: 3010,
    });
    expect(statSync(stepHostFile.output(folder)).size).toBeLessThan(9 * 1024 * 1024);
    const lines = readFileSync(stepHostFile.output(folder), 'utf8').split('\n');
    const chunks = lines
      .filter((line) => line !== '')
      .map((line) => outputChunkSchema.parse(JSON.parse(line)));
    expect(textOf(chunks)).toMatch(/^0;xxx/);
    expect(textOf(chunks)).toContain('17 MB are left out here');
    expect(textOf(chunks)).toContain('399;xxx');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
