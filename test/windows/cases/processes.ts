import assert from 'node:assert/strict';
import { Secret } from '../../../contract/secret';
import { collect } from '../../../main/host/collect';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { becomesTrue, host, programFile, programSpec } from '../bed';
import type { Case } from '../harness';
import { badToolCases } from './bad-tools';
import { outputCases } from './output';

/** Codes of set-up and Windows Installer, and those with a meaning of their own to Windows or C. */
const CODES = [
  ...[0, 1, 2, 5, 98, 102, 113, 255, 256, 259, 1603, 1641, 3010],
  ...[0x7fff_ffff, 0x8000_0000, 0xc000_0005, 0xffff_ffff],
];

const exitCodes: Case[] = CODES.map((code) => ({
  name: `exit code ${code} arrives whole`,
  async run() {
    const run = await collect(host.processes, programSpec('tool', ['code', String(code)]));
    assert.deepEqual(run.end, { kind: 'exited', code });
  },
}));

/** A start, an end, an output: what the port promises of every program. */
export const processCases: Case[] = [
  ...exitCodes,
  ...outputCases,
  ...badToolCases,
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
      const run = await collect(host.processes, programSpec('tool', ['start', 'code', '5']));
      const left = Number(run.output);
      const stillThere = processIsAlive(left);
      if (stillThere) process.kill(left, 'SIGKILL');
      assert.deepEqual(run.end, { kind: 'exited', code: 5 });
      assert.ok(stillThere, `The tool's end was only told with that of ${programFile('tool')}.`);
    },
  },
];
