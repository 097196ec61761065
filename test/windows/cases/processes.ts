import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { Secret } from '../../../contract/secret';
import { collect } from '../../../main/host/collect';
import type { OutputEncoding } from '../../../main/host/ports';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { becomesTrue, host, programFile, programSpec, workFolder } from '../bed';
import type { Case } from '../harness';

const CODES = [0, 1, 259, 3010, 1603, 0x7fff_ffff, 0x8000_0000, 0xc000_0005, 0xffff_ffff];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const outputs: readonly { encoding: OutputEncoding; bytes: Uint8Array; text: string }[] = [
  { encoding: 'utf8', bytes: Buffer.from('Grüße, 日本 𝄞\r\n'), text: 'Grüße, 日本 𝄞\r\n' },
  { encoding: 'utf16le', bytes: Buffer.from('Zürich 𝄞\r\n', 'utf16le'), text: 'Zürich 𝄞\r\n' },
  { encoding: 'oem', bytes: Uint8Array.of(0x81, 0x94, 0x84, 0xe1, 0x20, 0xb3), text: 'üöäß │' },
];

const exitCodes: Case[] = CODES.map((code) => ({
  name: `exit code ${code} arrives whole`,
  async run() {
    const run = await collect(host.processes, programSpec('tool', ['code', String(code)]));
    assert.deepEqual(run.end, { kind: 'exited', code });
  },
}));

const encodings: Case[] = outputs.map(({ encoding, bytes, text }) => ({
  name: `output in ${encoding} is read, also when a character comes in two pieces`,
  async run() {
    const cut = bytes.length - 3;
    const args = ['print', hex(bytes.subarray(0, cut)), 'pause', '200'];
    args.push('print', hex(bytes.subarray(cut)), 'complain', hex(bytes));
    const run = await collect(host.processes, programSpec('tool', args, { encoding }));
    assert.deepEqual(run, { end: { kind: 'exited', code: 0 }, output: text, error: text });
  },
}));

/** A start, an end, an output: what the port promises of every program. */
export const processCases: Case[] = [
  ...exitCodes,
  ...encodings,
  {
    name: 'a secret goes in by standard input',
    async run() {
      const stdin = new Secret('pass-wörd "€"');
      const run = await collect(host.processes, programSpec('tool', ['echo'], { stdin }));
      assert.equal(run.output, 'pass-wörd "€"');
    },
  },
  {
    name: 'a program gets a fixed environment, not ours',
    async run() {
      process.env.PSM_PROOF = 'ours';
      const args = ['variable', 'PSM_PROOF', 'variable', 'PATH', 'variable', 'SystemRoot'];
      const run = await collect(host.processes, programSpec('tool', args));
      const [ours, path, root] = run.output.split('\n');
      assert.equal(ours, '(none)');
      const { system32, windows } = host.places;
      assert.ok(path?.startsWith(`${system32};${windows};`), path);
      assert.equal(root, windows);
    },
  },
  {
    name: 'a program that is not there is told apart from one that fails',
    async run() {
      const file = win32.join(workFolder('processes'), 'missing.exe');
      const { end } = await collect(host.processes, { ...programSpec('tool', ['a&b']), file });
      assert.equal(end.kind, 'notStarted');
      assert.equal(end.kind === 'notStarted' && end.code, 'ENOENT');
    },
  },
  {
    name: 'a script is not started, and no shell is put in front of it',
    async run() {
      const folder = workFolder('processes');
      const file = win32.join(folder, 'script.cmd');
      writeFileSync(file, '@exit /b 7\r\n');
      const { end } = await collect(host.processes, { ...programSpec('tool', []), file });
      assert.equal(end.kind, 'notStarted');
    },
  },
  {
    name: 'a file that is no program is not started',
    async run() {
      const file = win32.join(workFolder('processes'), 'text.exe');
      writeFileSync(file, 'no program');
      const { end } = await collect(host.processes, { ...programSpec('tool', []), file });
      assert.equal(end.kind, 'notStarted');
    },
  },
  {
    name: 'a current folder that is not there is said, the program not started',
    async run() {
      const cwd = win32.join(workFolder('processes'), 'missing');
      const { end } = await collect(host.processes, programSpec('tool', [], { cwd }));
      assert.equal(end.kind, 'notStarted');
    },
  },
  {
    name: 'a program is started by its full path only',
    async run() {
      const spec = { ...programSpec('tool', []), file: 'tool.exe' };
      assert.throws(() => host.processes.run(spec), /full path/);
    },
  },
  {
    name: 'a tool that takes too long is ended',
    async run() {
      const spec = programSpec('tool', ['pause', '20000'], { timeoutSeconds: 1 });
      const running = host.processes.run(spec);
      const { pid } = await running.identity;
      assert.deepEqual(await running.ended, { kind: 'timedOut', seconds: 1 });
      assert.ok(await becomesTrue(() => pid !== null && !processIsAlive(pid)));
    },
  },
  {
    name: 'a tool is cancelled',
    async run() {
      const cancel = new AbortController();
      const spec = programSpec('tool', ['pause', '20000'], { signal: cancel.signal });
      const running = host.processes.run(spec);
      const { pid } = await running.identity;
      cancel.abort();
      assert.deepEqual(await running.ended, { kind: 'cancelled' });
      assert.ok(await becomesTrue(() => pid !== null && !processIsAlive(pid)));
    },
  },
  {
    name: 'a tool killed by somebody else ends with the code it was killed with',
    async run() {
      const running = host.processes.run(programSpec('tool', ['pause', '20000']));
      const { pid } = await running.identity;
      assert.ok(pid !== null);
      process.kill(pid, 'SIGKILL');
      assert.deepEqual(await running.ended, { kind: 'exited', code: 1 });
    },
  },
  {
    name: 'a tool is over when it ends, though a process it started still has its output open',
    async run() {
      const begun = Date.now();
      const run = await collect(host.processes, programSpec('tool', ['start', 'code', '5']));
      const took = Date.now() - begun;
      const left = Number(run.output);
      const stillThere = processIsAlive(left);
      if (stillThere) process.kill(left, 'SIGKILL');
      assert.deepEqual(run.end, { kind: 'exited', code: 5 });
      assert.ok(stillThere, `The tool's end was only told with that of ${programFile('tool')}.`);
      assert.ok(took < 15_000);
    },
  },
];
