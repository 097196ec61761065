import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { stepHostFile } from '../../../main/host/step-host-files';
import { becomesTrue, host, runSystemTool } from '../bed';
import { withOemCodePage } from '../code-page';
import { FLOOD_BLOCKS, floodBlock } from '../flood';
import { type Case, NotHere } from '../harness';
import { endOf, outcome, startProgram, startUnderStepHost } from '../program-and-tools';

const MEGA = 1024 * 1024;

/** What of a program's processes outlives which end of it, and what comes through a step host. */
export const stepHostEndCases: Case[] = [
  {
    name: 'kill: what a plain tool started itself outlives program and tool',
    async run() {
      const { helper, plain, grandchild, surviving, hostPid } = await startProgram('grandchild');
      try {
        assert.ok([plain, grandchild].every(processIsAlive));
        await helper.kill();
        assert.ok(await becomesTrue(() => !processIsAlive(plain)), 'the plain tool is gone');
        assert.ok(processIsAlive(grandchild), 'what it started goes on without it');
        assert.ok([surviving, hostPid].every(processIsAlive), 'with a step host the tool goes on');
      } finally {
        endOf(grandchild, surviving, hostPid);
      }
    },
  },
  {
    name: 'kill: taskkill ends the program and its plain tool, the one under the step host is adopted',
    async run() {
      const { survives, helper, plain, grandchild, surviving } = await startProgram('taskkill');
      try {
        const run = await runSystemTool('taskkill.exe', ['/f', '/pid', String(helper.pid)]);
        assert.deepEqual(run.end, { kind: 'exited', code: 0 }, `${run.output}${run.error}`);
        assert.ok(await becomesTrue(() => !processIsAlive(helper.pid)), 'the program is gone');
        assert.ok(await becomesTrue(() => !processIsAlive(plain)), 'the plain tool is gone');
        assert.ok([surviving, grandchild].every(processIsAlive));
        assert.deepEqual(await outcome(host.processes.adopt(survives)), {
          output: 'begun\r\nü',
          end: { kind: 'exited', code: 3010 },
        });
      } finally {
        endOf(grandchild);
      }
    },
  },
  {
    name: 'kill: the whole tree of the program takes the step host too, and the end is told as lost',
    async run() {
      const { survives, helper, plain, grandchild, surviving, hostPid } =
        await startProgram('tree');
      try {
        await runSystemTool('taskkill.exe', ['/f', '/t', '/pid', String(helper.pid)]);
        if (!(await becomesTrue(() => !processIsAlive(grandchild), 2)))
          throw new NotHere('its taskkill /t does not end what a process started');
        assert.ok(await becomesTrue(() => ![plain, surviving, hostPid].some(processIsAlive)));
        assert.deepEqual((await outcome(host.processes.adopt(survives))).end, { kind: 'lost' });
      } finally {
        await helper.kill();
        endOf(grandchild, surviving, hostPid);
      }
    },
  },
  {
    name: 'step host: it reads the console in the code page of this Windows',
    run: () =>
      withOemCodePage('850', async () => {
        const { running } = startUnderStepHost('code-page', ['print', '9b', 'print', 'e4']);
        assert.equal((await outcome(running)).output, 'øõ');
      }),
  },
  {
    name: 'step host: lone carriage returns and a last line without an end come through it',
    async run() {
      const printed = '10 %\r50 %\r\n100 %';
      const args = ['print', Buffer.from(printed).toString('hex')];
      assert.equal((await outcome(startUnderStepHost('returns', args).running)).output, printed);
    },
  },
  {
    name: 'step host: a tool that floods fills neither disk nor memory, its end and code are told',
    async run() {
      const args = ['flood', String(FLOOD_BLOCKS), 'code', '3010'];
      const { survives, running } = startUnderStepHost('flood', args, { timeoutSeconds: 50 });
      const { output, end } = await outcome(running);
      assert.deepEqual(end, { kind: 'exited', code: 3010 });
      assert.ok(output.startsWith(floodBlock(0)));
      assert.ok(output.endsWith(floodBlock(FLOOD_BLOCKS - 1)));
      assert.match(output, /\n\[The tool printed too much to keep\. 92 MB are left out here\.\]\n/);
      const kept = statSync(stepHostFile.output(survives.folder)).size;
      assert.ok(kept < 10 * MEGA, `${kept} bytes lie on the disk.`);
    },
  },
];
