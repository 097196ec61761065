import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { collect } from '../../../main/host/collect';
import type { OutputEncoding } from '../../../main/host/ports';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { createWindowsTools } from '../../../main/host/windows-server';
import { host, programSpec } from '../bed';
import { withOemCodePage } from '../code-page';
import { FLOOD_BLOCKS, floodBlock } from '../flood';
import type { Case } from '../harness';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const inEncodings: readonly { encoding: OutputEncoding; bytes: Uint8Array; text: string }[] = [
  { encoding: 'utf8', bytes: Buffer.from('Grüße, 日本 𝄞\r\n'), text: 'Grüße, 日本 𝄞\r\n' },
  { encoding: 'utf16le', bytes: Buffer.from('Zürich 𝄞\r\n', 'utf16le'), text: 'Zürich 𝄞\r\n' },
  { encoding: 'oem', bytes: Uint8Array.of(0x81, 0x94, 0x84, 0xe1, 0x20, 0xb3), text: 'üöäß │' },
];

const encodings: Case[] = inEncodings.map(({ encoding, bytes, text }) => ({
  name: `output in ${encoding} is read, also when a character comes in two pieces`,
  async run() {
    const cut = bytes.length - 3;
    const args = ['print', hex(bytes.subarray(0, cut)), 'pause', '200'];
    args.push('print', hex(bytes.subarray(cut)), 'complain', hex(bytes));
    const run = await collect(host.processes, programSpec('tool', args, { encoding }));
    assert.deepEqual(run, { end: { kind: 'exited', code: 0 }, output: text, error: text });
  },
}));

const inCodePages: readonly { page: number; bytes: readonly number[]; text: string }[] = [
  { page: 437, bytes: [0x9b, 0xe1, 0x20, 0xe4, 0x9c], text: '¢ß Σ£' },
  { page: 850, bytes: [0x9b, 0xe1, 0x20, 0xe4, 0x9c], text: 'øß õ£' },
  { page: 1252, bytes: [0x9b, 0xe1, 0x20, 0xe4, 0x9c], text: '›á äœ' },
  { page: 932, bytes: [0x83, 0x65, 0x83, 0x58], text: 'テス' },
  { page: 65_001, bytes: [0xc3, 0xbc, 0xe6, 0x97, 0xa5], text: 'ü日' },
];

const codePages: Case[] = inCodePages.map(({ page, bytes, text }) => ({
  name: `output of a Windows whose console has code page ${page} is read in it`,
  run: () =>
    withOemCodePage(String(page), async () => {
      const args = bytes.flatMap((byte) => ['print', hex(Uint8Array.of(byte)), 'pause', '30']);
      const spec = programSpec('tool', args, { encoding: 'oem' });
      const { output } = await collect(createWindowsTools(host.places), spec);
      assert.equal(output, text);
    }),
}));

const wholeOutputs: readonly { name: string; printed: string }[] = [
  { name: 'lone carriage returns', printed: '10 %\r50 %\r100 %\rdone\r\n' },
  { name: 'no last line feed', printed: 'one\r\ntwo' },
  { name: 'nothing but line feeds', printed: '\n\r\n\n' },
  { name: 'a zero byte and control signs', printed: 'a\0b\x1b[31mred\x07' },
];

const whole: Case[] = wholeOutputs.map(({ name, printed }) => ({
  name: `output with ${name} arrives as it was printed`,
  async run() {
    const args = ['print', hex(Buffer.from(printed))];
    const run = await collect(host.processes, programSpec('tool', args, { encoding: 'oem' }));
    assert.equal(run.output, printed);
  },
}));

/** What a program prints, in every encoding, amount and piece. */
export const outputCases: Case[] = [
  ...encodings,
  ...codePages,
  ...whole,
  {
    name: 'the code page is read with the first byte beyond ASCII, and once for all tools',
    async run() {
      const tools = createWindowsTools(host.places);
      const print = async (printed: string) =>
        (await collect(tools, programSpec('tool', ['print', printed], { encoding: 'oem' }))).output;
      await withOemCodePage('1252', async () => assert.equal(await print('41'), 'A'));
      await withOemCodePage('850', async () => assert.equal(await print('9b'), 'ø'));
      assert.equal(await print('9b'), 'ø');
    },
  },
  {
    name: 'a code page that is nonsense is taken for the usual one',
    run: () =>
      withOemCodePage('nonsense', async () => {
        const spec = programSpec('tool', ['print', '9b'], { encoding: 'oem' });
        assert.equal((await collect(createWindowsTools(host.places), spec)).output, '¢');
      }),
  },
  {
    name: 'output that ends in the middle of a character is whole up to there',
    async run() {
      const args = ['print', hex(Buffer.from('Zürich ')), 'print', 'e697'];
      const run = await collect(host.processes, programSpec('tool', args));
      assert.deepEqual(run.end, { kind: 'exited', code: 0 });
      assert.match(run.output, /^Zürich \uFFFD+$/);
    },
  },
  {
    name: 'output is told as it comes, while the tool is still at work',
    async run() {
      const args = ['print', '41', 'pause', '1500', 'print', '42'];
      const running = host.processes.run(programSpec('tool', args));
      const { pid } = await running.identity;
      let text = '';
      let wasAtWork: boolean | null = null;
      for await (const chunk of running.output) {
        wasAtWork ??= pid !== null && processIsAlive(pid);
        text += chunk.text;
      }
      assert.equal(text, 'AB');
      assert.equal(wasAtWork, true);
    },
  },
  {
    name: 'output of 100 MB comes through whole, and is not kept in memory by the way',
    async run() {
      const wanted = createHash('sha256');
      for (let number = 0; number < FLOOD_BLOCKS; number += 1) wanted.update(floodBlock(number));
      const args = ['flood', String(FLOOD_BLOCKS)];
      const spec = programSpec('tool', args, { encoding: 'bytes', timeoutSeconds: 50 });
      const before = process.memoryUsage().rss;
      const got = createHash('sha256');
      let size = 0;
      let peak = before;
      const running = createWindowsTools(host.places).run(spec);
      for await (const { text } of running.output) {
        got.update(text, 'latin1');
        size += text.length;
        peak = Math.max(peak, process.memoryUsage().rss);
      }
      assert.deepEqual(await running.ended, { kind: 'exited', code: 0 });
      assert.equal(size, FLOOD_BLOCKS * 65_536);
      assert.equal(got.digest('hex'), wanted.digest('hex'));
      const grown = Math.round((peak - before) / 1024 / 1024);
      assert.ok(grown < 100, `Memory grew by ${grown} MB.`);
    },
  },
  {
    name: 'of a tool that floods, a reader of its whole output gets the beginning and the end',
    async run() {
      const args = ['flood', String(FLOOD_BLOCKS), 'code', '7'];
      const spec = programSpec('tool', args, { encoding: 'oem', timeoutSeconds: 50 });
      const { end, output } = await collect(host.processes, spec);
      assert.deepEqual(end, { kind: 'exited', code: 7 });
      assert.ok(output.length < 10 * 1024 * 1024, `${output.length}`);
      assert.ok(output.startsWith(floodBlock(0)));
      assert.ok(output.endsWith(floodBlock(FLOOD_BLOCKS - 1)));
      assert.match(output, /\n\[The tool printed too much to keep\. 92 MB are left out here\.\]\n/);
    },
  },
];
