import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { stepHostFile } from '../../../main/host/step-host-files';
import { becomesTrue, host, needsExclusivePipes, programSpec, workFolder } from '../bed';
import type { Case } from '../harness';
import { endOf, outcome, startProgram, startUnderStepHost, survivesIn } from '../program-and-tools';
import { stepHostEndCases } from './step-host-ends';

/** A tool under a step host: what comes through it, and what it outlives. */
export const stepHostCases: Case[] = [
  ...stepHostEndCases,
  {
    name: 'step host: arguments, output and the whole exit code come through it',
    async run() {
      const args = ['print', '81', 'variable', 'a "b" c\\', 'code', '4294967295'];
      assert.deepEqual(await outcome(startUnderStepHost('through', args).running), {
        output: 'ü(none)\n',
        end: { kind: 'exited', code: 4294967295 },
      });
    },
  },
  {
    name: 'kill: a plain tool dies with the program, one under the step host goes on and is adopted',
    async run() {
      const {
        survives,
        helper,
        plain,
        grandchild,
        surviving: tool,
        hostPid,
      } = await startProgram('killed');
      assert.ok([plain, tool, hostPid].every(processIsAlive));
      await helper.kill();
      endOf(grandchild);
      assert.ok(await becomesTrue(() => !processIsAlive(plain)), 'the plain tool is gone');
      assert.ok(processIsAlive(tool), 'the tool under the step host lives');
      assert.ok(processIsAlive(hostPid), 'the step host lives');
      assert.equal(await host.processes.leftTool(survives), 'running');
      const adopted = host.processes.adopt(survives);
      assert.equal((await adopted.identity).pid, tool);
      assert.deepEqual(await outcome(adopted), {
        output: 'begun\r\nü',
        end: { kind: 'exited', code: 3010 },
      });
      assert.ok(await becomesTrue(() => !processIsAlive(tool) && !processIsAlive(hostPid)));
      assert.equal(await host.processes.leftTool(survives), 'ended');
    },
  },
  {
    name: 'adoption: a tool that ended meanwhile still tells its output and exit code',
    async run() {
      const { survives, helper, grandchild, hostPid } = await startProgram('ended');
      await helper.kill();
      endOf(grandchild);
      assert.ok(await becomesTrue(() => !processIsAlive(hostPid), 20));
      assert.deepEqual(await outcome(host.processes.adopt(survives)), {
        output: 'begun\r\nü',
        end: { kind: 'exited', code: 3010 },
      });
    },
  },
  {
    name: 'kill: a step host that is killed takes its tool with it, and the end is told as lost',
    async run() {
      const { survives, helper, grandchild, surviving: tool, hostPid } = await startProgram('lost');
      await helper.kill();
      endOf(grandchild);
      const printed = () => readFileSync(stepHostFile.output(survives.folder), 'utf8') !== '';
      assert.ok(await becomesTrue(printed));
      process.kill(hostPid, 'SIGKILL');
      const { end, output } = await outcome(host.processes.adopt(survives));
      assert.deepEqual(end, { kind: 'lost' });
      assert.equal(output, 'begun\r\n');
      assert.ok(await becomesTrue(() => !processIsAlive(tool)));
    },
  },
  {
    name: 'step host: its tool is cancelled over the endpoint',
    async run() {
      const cancel = new AbortController();
      const args = ['pause', '20000'];
      const { running } = startUnderStepHost('cancelled', args, { signal: cancel.signal });
      const { pid } = await running.identity;
      assert.ok(pid !== null && processIsAlive(pid));
      cancel.abort();
      assert.deepEqual((await outcome(running)).end, { kind: 'cancelled' });
      assert.ok(await becomesTrue(() => !processIsAlive(pid)));
    },
  },
  {
    name: 'step host: a tool that takes too long is ended',
    async run() {
      const { running } = startUnderStepHost('late', ['pause', '20000'], { timeoutSeconds: 1 });
      assert.deepEqual((await outcome(running)).end, { kind: 'timedOut', seconds: 1 });
    },
  },
  {
    name: 'step host: a tool that is not there is told as not started',
    async run() {
      const survives = survivesIn('missing');
      const file = win32.join(workFolder('step-host'), 'missing.exe');
      const spec = { ...programSpec('tool', []), file, survives };
      const { end } = await outcome(host.processes.run(spec));
      assert.equal(end.kind, 'notStarted');
    },
  },
  {
    name: 'step host: an endpoint that is held keeps a second tool from being started',
    async run() {
      await needsExclusivePipes();
      const first = startUnderStepHost('twice', ['pause', '2000', 'code', '7']);
      await first.running.identity;
      const folder = win32.join(workFolder('step-host'), 'twice-second');
      const spec = programSpec('tool', [], { survives: { ...first.survives, folder } });
      const second = await outcome(host.processes.run(spec));
      assert.equal(second.end.kind, 'notStarted');
      assert.throws(() => readFileSync(stepHostFile.end(folder)), /ENOENT/);
      assert.deepEqual((await outcome(first.running)).end, { kind: 'exited', code: 7 });
    },
  },
];
