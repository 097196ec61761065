import assert from 'node:assert/strict';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { becomesTrue, host, programSpec, server } from '../bed';
import type { Case } from '../harness';

const hex = (text: string) => Buffer.from(text).toString('hex');
const isAsking = (output: string) => output.endsWith('Which one? ');

/** Prints in two pieces a list and a question, reads a line, prints it and ends with 7. */
const asking = programSpec('tool', [
  ...['print', hex('1 one\r\n2 two\r\nWhich '), 'pause', '200', 'print', hex('one? ')],
  ...['ask', 'code', '7'],
]);

/** A program that asks and gets its answer while it runs. */
export const dialogueCases: Case[] = [
  {
    name: 'dialogue: a program that asks is answered by what it printed',
    async run() {
      const ended = await server.holdDialogue(asking, {
        isAsking,
        answer: (output) => /(\d) two/.exec(output)?.[1] ?? null,
      });
      assert.equal(ended.answered, '2');
      assert.deepEqual(ended.end, { kind: 'exited', code: 7 });
      assert.equal(ended.output, '1 one\r\n2 two\r\nWhich one? 2\n');
    },
  },
  {
    name: 'dialogue: left without an answer, a program is gone before its input ends',
    async run() {
      const ended = await server.holdDialogue(asking, { isAsking, answer: () => null });
      assert.deepEqual(ended.end, { kind: 'cancelled' });
      assert.equal(ended.wasAsked, true);
      assert.ok(!ended.output.includes('(nothing)'), ended.output);
    },
  },
  {
    name: 'dialogue: a program that never asks is ended in time',
    async run() {
      const silent = programSpec('tool', ['pause', '20000'], { timeoutSeconds: 1 });
      const ended = await server.holdDialogue(silent, { isAsking, answer: () => '1' });
      assert.deepEqual(ended.end, { kind: 'timedOut', seconds: 1 });
      assert.equal(ended.wasAsked, false);
    },
  },
  {
    name: 'dialogue: an answer to a program that has ended by itself harms nobody',
    async run() {
      const spec = programSpec('tool', ['print', hex('Which one? '), 'code', '3']);
      const ended = await server.holdDialogue(spec, { isAsking, answer: () => '1' });
      assert.deepEqual(ended.end, { kind: 'exited', code: 3 });
      const running = host.processes.run({ ...asking, asks: true });
      const { pid } = await running.identity;
      running.answer?.('1\n');
      assert.ok(await becomesTrue(() => pid !== null && !processIsAlive(pid)));
    },
  },
];
