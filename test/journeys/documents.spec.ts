import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerQuestions, prepareAndApprove, sampleAnswers } from '../../scripts/lib/window.mjs';
import { expect, noStage, test } from '../support/window';

/** The native dialog is no part of the page: it answers by itself, as if this file was chosen. */
async function chooseInDialog(electron: ElectronApplication, filePath: string) {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

async function save(window: Page, item: string) {
  await window.getByRole('button', { name: 'Save…' }).click();
  await window.getByRole('menuitem', { name: item }).click();
}

test('answers and scripts that were saved hold no secret, and psm makes the same plan of them', async ({
  bench,
}) => {
  const { electron, window } = await bench.open({ scenario: 'fresh-vmware' });
  await answerQuestions(window, noStage);
  let hash = '';
  const answers = join(bench.stateFolder, 'set-up.json');
  const script = join(bench.stateFolder, 'set-up.ps1');
  await prepareAndApprove(window, async (stage) => {
    if (stage !== 'ready') return;
    await chooseInDialog(electron, answers);
    await save(window, 'Save answer file…');
    await expect(
      window.getByText('The answer file was saved. Secrets are not in it.'),
    ).toBeVisible();
    await expect(window.getByText(answers)).toBeVisible();
    await chooseInDialog(electron, script);
    await save(window, 'Export script…');
    await expect(window.getByText('The script was saved. Secrets are not in it.')).toBeVisible();
    hash = (await window.getByTitle(/^[0-9a-f]{64}$/).getAttribute('title')) ?? '';

    const planned = execFileSync(
      process.execPath,
      [
        'out/psm/psm.js',
        ...['plan', 'set-up', '--json', '--practice', 'fresh-vmware'],
        ...['--state-folder', bench.stateFolder, '--answers', answers],
      ],
      { encoding: 'utf8', input: `${JSON.stringify({ passphrase: sampleAnswers.passphrase })}\n` },
    );
    expect(hash).not.toBe('');
    expect(planned).toContain(hash);
  });
  const saved = readdirSync(bench.stateFolder).filter((name) => /\.(?:json|ps1|cmd)$/.test(name));
  expect(saved.filter((name) => name.endsWith('.ps1'))).not.toEqual([]);
  for (const name of saved) {
    expect(readFileSync(join(bench.stateFolder, name), 'utf8')).not.toContain(
      sampleAnswers.passphrase,
    );
  }
  expect(readFileSync(answers, 'utf8')).toContain('10.20.30.40');
});
