import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { win32 } from 'node:path';
import { exampleFile, psm, workFolder } from '../bed';
import type { Case } from '../harness';

const setUp = [
  ...['--answers', exampleFile('set-up.json')],
  ...['--secret', `passphrase=@${exampleFile('practice-passphrase.txt')}`],
];
const practice = ['--practice', 'fresh-vmware', '--time-factor', 'max'];

/** Runs psm to its good end. */
function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(psm.node, [psm.script, ...args], {
    encoding: 'utf8',
    windowsHide: true,
  });
  assert.equal(status, 0, `${stdout.slice(-2000)}${stderr}`);
}

export const psmCases: Case[] = [
  {
    name: 'psm: a whole set-up on the practice server, its tools under real step hosts',
    run: async () =>
      run('apply', 'set-up', '--yes', ...practice, '--state-folder', workFolder('psm'), ...setUp),
  },
  {
    name: 'psm: its data lies in the folder of the user when no other is named',
    async run() {
      const folder = win32.join(process.env.LOCALAPPDATA ?? '', 'Process Server Manager');
      run('practice', 'reset', 'fresh-vmware');
      assert.ok(existsSync(win32.join(folder, 'practice', 'world')));
    },
  },
];
