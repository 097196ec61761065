import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { exampleFile, psm, workFolder } from '../bed';
import type { Case } from '../harness';

export const psmCases: Case[] = [
  {
    name: 'psm: a whole set-up on the practice server, its tools under real step hosts',
    async run() {
      const run = spawnSync(
        psm.node,
        [
          psm.script,
          ...['apply', 'set-up', '--yes', '--practice', 'fresh-vmware', '--time-factor', 'max'],
          ...['--state-folder', workFolder('psm'), '--answers', exampleFile('set-up.json')],
          ...['--secret', `passphrase=@${exampleFile('practice-passphrase.txt')}`, '--json'],
        ],
        { encoding: 'utf8', windowsHide: true },
      );
      assert.equal(run.status, 0, `${run.stdout.slice(-2000)}${run.stderr}`);
    },
  },
];
