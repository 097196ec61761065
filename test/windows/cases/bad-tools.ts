import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { collect } from '../../../main/host/collect';
import type { ProcessEnd } from '../../../main/host/ports';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { createScripts } from '../../../main/host/scripts';
import { becomesTrue, host, programFile, programSpec, workFolder } from '../bed';
import { type Case, NotHere } from '../harness';
import { whileHeld } from '../holding';

const folder = () => workFolder('bad-tools');

/** The end of a program that is tried to be started, which must tell the name of what could not. */
async function refusal(file: string, cwd?: string): Promise<ProcessEnd> {
  const spec = { ...programSpec('tool', ['a&b'], cwd === undefined ? {} : { cwd }), file };
  const { end, output } = await collect(host.processes, spec);
  assert.equal(output, '');
  assert.equal(end.kind, 'notStarted');
  if (end.kind === 'notStarted') assert.ok(end.message.includes(cwd ?? file), end.message);
  return end;
}

const codeOf = (end: ProcessEnd) => (end.kind === 'notStarted' ? end.code : null);

/** A tool that is not there, can't be run or hangs: each is told, with its name. */
export const badToolCases: Case[] = [
  {
    name: 'a program that is not there is told apart from one that fails',
    async run() {
      assert.equal(codeOf(await refusal(win32.join(folder(), 'missing.exe'))), 'ENOENT');
      const { end } = await collect(host.processes, programSpec('tool', ['code', '2']));
      assert.deepEqual(end, { kind: 'exited', code: 2 });
    },
  },
  {
    name: 'a folder with the name of a program is no program',
    async run() {
      const file = win32.join(folder(), 'folder.exe');
      mkdirSync(file);
      assert.equal(codeOf(await refusal(file)), 'ENOENT');
    },
  },
  {
    name: 'a script is not started, and no shell is put in front of it',
    async run() {
      const file = win32.join(folder(), 'script.cmd');
      writeFileSync(file, '@exit /b 7\r\n');
      await refusal(file);
    },
  },
  {
    name: 'a file that is no program is not started',
    async run() {
      const file = win32.join(folder(), 'text.exe');
      writeFileSync(file, 'no program');
      await refusal(file);
    },
  },
  {
    name: 'a program that is cut short is not started',
    async run() {
      const file = win32.join(folder(), 'half.exe');
      writeFileSync(file, (await host.files.read(programFile('tool'))).subarray(0, 600));
      await refusal(file);
    },
  },
  {
    name: 'a program that another one holds is not started',
    async run() {
      const file = win32.join(folder(), 'held.exe');
      copyFileSync(programFile('tool'), file);
      await whileHeld(file, 'alone', async () => {
        await refusal(file);
      });
      const { end } = await collect(host.processes, { ...programSpec('tool', []), file });
      assert.deepEqual(end, { kind: 'exited', code: 0 });
    },
  },
  {
    name: 'a program that may not be run is not started: access denied',
    async run() {
      const file = win32.join(folder(), 'denied.exe');
      copyFileSync(programFile('tool'), file);
      const deny = (yes: '0' | '1') => collect(host.processes, programSpec('deny', [file, yes]));
      assert.deepEqual((await deny('1')).end, { kind: 'exited', code: 0 });
      try {
        const { end } = await collect(host.processes, { ...programSpec('tool', []), file });
        if (end.kind === 'exited') throw new NotHere('it runs what its access list forbids');
        assert.match(codeOf(await refusal(file)) ?? '', /^(EACCES|EPERM|UNKNOWN)$/);
      } finally {
        await deny('0');
      }
    },
  },
  {
    name: 'a current folder that is not there is said, the program not started',
    async run() {
      await refusal(programFile('tool'), win32.join(folder(), 'missing'));
    },
  },
  {
    name: 'a program is started by its full path only',
    async run() {
      const spec = { ...programSpec('tool', []), file: 'tool.exe' };
      assert.throws(() => host.processes.run(spec), /full path.*tool\.exe/);
    },
  },
  {
    name: 'a tool that hangs is ended, and what it said before is kept',
    async run() {
      const args = ['print', '41', 'complain', '42', 'pause', '20000'];
      const running = host.processes.run(programSpec('tool', args, { timeoutSeconds: 1 }));
      const { pid } = await running.identity;
      let text = '';
      for await (const chunk of running.output) text += chunk.text;
      assert.deepEqual(await running.ended, { kind: 'timedOut', seconds: 1 });
      assert.deepEqual([...text].sort(), ['A', 'B']);
      assert.ok(await becomesTrue(() => pid !== null && !processIsAlive(pid)));
    },
  },
  {
    name: 'a Windows PowerShell that says nothing and ends with 0 is no success',
    async run() {
      const silent = createScripts({
        ...host,
        places: { ...host.places, powershell: programFile('tool') },
      });
      const answer = await silent.run('read-server', {}, z.unknown(), 20);
      assert.equal(answer.ok, false);
      if (answer.ok) return;
      assert.match(answer.problem.what, /read-server/);
      assert.equal(answer.problem.code, 'exit code 0');
    },
  },
  {
    name: 'Windows PowerShell runs what it is given',
    async run() {
      const run = await collect(host.processes, {
        ...programSpec('tool', ['-NoProfile', '-NonInteractive', '-Command', "'ab' + 'c'"]),
        file: host.places.powershell,
      });
      if (run.end.kind === 'exited' && run.end.code === 0 && run.output === '')
        throw new NotHere('its powershell.exe does nothing and ends with 0');
      assert.equal(run.output.trim(), 'abc');
    },
  },
];
