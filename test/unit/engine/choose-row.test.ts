import { describe, expect, test } from 'vitest';
import { rowsLike } from '../../../main/engine/checks/row-absent';
import { holdDialogue } from '../../../main/host/dialogue';
import type { OutputChunk, ProcessSpec, ToolRunner } from '../../../main/host/ports';
import { unregisterComponentReader as reader } from '../../../main/vendor/unregister-component';

const list = (...names: string[]) =>
  `S. No  IP/Name  Heartbeat\n${names.map((name, at) => `${at + 1}  ${name}  2026-01-01 00:00:00\n`).join('')}`;
const question = 'Please choose one of the above servers to un-register : ';

/** A program that prints these pieces and then waits for an answer or its end. */
function asking(pieces: readonly string[]) {
  const told: string[] = [];
  const runner: ToolRunner = {
    run: ({ signal }: ProcessSpec) => {
      let go = () => {};
      const over = new Promise<void>((resolve) => {
        go = resolve;
      });
      signal?.addEventListener('abort', go);
      async function* output(): AsyncGenerator<OutputChunk> {
        for (const text of pieces) yield { stream: 'output', text };
        await over;
        if (told.length > 0) yield { stream: 'output', text: 'Successfully unregistered X (1)\n' };
      }
      return {
        output: output(),
        ended: over.then(() =>
          told.length > 0 ? { kind: 'exited', code: 0 } : { kind: 'cancelled' },
        ),
        identity: Promise.resolve({ pid: 1, startedAt: null }),
        answer: (text) => {
          told.push(text);
          go();
        },
      };
    },
  };
  return { runner, told };
}

const spec = {
  file: 'perl.exe',
  args: [],
  cwd: 'C:\\',
  encoding: 'oem',
  timeoutSeconds: 5,
} as const;

function choose(pieces: readonly string[], server: string) {
  const { runner, told } = asking(pieces);
  const ended = holdDialogue(runner, spec, {
    isAsking: reader.isAsking,
    answer: (output) => {
      const [only, ...others] = rowsLike(reader.rows(output) ?? [], { server });
      return only && others.length === 0 ? only.answer : null;
    },
  });
  return { ended, told };
}

describe('the answer', () => {
  test('is the number that the row has in the list that was just printed', async () => {
    const { ended, told } = choose([list('A', 'B', 'C'), question], 'C');
    expect((await ended).answered).toBe('3');
    expect(told).toEqual(['3\n']);
    const less = choose([list('B', 'C'), question], 'C');
    expect((await less.ended).answered).toBe('2');
  });

  test('waits for the whole question, in however many pieces it comes', async () => {
    const whole = list('A', 'B') + question;
    const { ended } = choose([...whole], 'B');
    expect(await ended).toMatchObject({ answered: '2', end: { kind: 'exited' } });
  });

  test.each([
    ['a row that is gone', ['A']],
    ['a row that is there twice', ['B', 'B']],
  ])('is none for %s: the program is ended at its question', async (_, names) => {
    const { ended, told } = choose([list(...names), question], 'B');
    expect(await ended).toMatchObject({
      wasAsked: true,
      answered: null,
      end: { kind: 'cancelled' },
    });
    expect(told).toEqual([]);
  });
});
