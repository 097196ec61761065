import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerQuestions, prepareAndApprove, sampleAnswers } from '../../scripts/lib/window.mjs';
import { type Bench, expect, noStage, test } from '../support/window';

/** The native dialogs are no part of the page: they answer by themselves, as if this was chosen. */
async function chooseInDialogs(electron: ElectronApplication, file: string, folder: string) {
  await electron.evaluate(
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen.file });
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: false, filePaths: [chosen.folder] });
    },
    { file, folder },
  );
}

async function save(window: Page, item: string, notice: string) {
  await window.getByRole('button', { name: 'Save…' }).click();
  await window.getByRole('menuitem', { name: item }).click();
  await expect(window.getByText(notice)).toBeVisible({ timeout: 20_000 });
}

/** What psm says of the plan that these answers lead to, on the same practice server. */
function plannedByPsm({ stateFolder }: Bench, answers: string): string {
  const options = ['--json', '--practice', 'fresh-vmware', '--state-folder', stateFolder];
  return execFileSync(
    process.execPath,
    ['out/psm/psm.js', 'plan', 'set-up', ...options, '--answers', answers],
    { encoding: 'utf8', input: `${JSON.stringify({ passphrase: sampleAnswers.passphrase })}\n` },
  );
}

test('the plan shows and saves what is run without any secret, and psm makes the same of its answers', async ({
  bench,
}) => {
  const { electron, window } = await bench.open({ scenario: 'fresh-vmware' });
  const answers = join(bench.stateFolder, 'saved-answers.json');
  const scripts = join(bench.stateFolder, 'saved-scripts');
  mkdirSync(scripts);
  await chooseInDialogs(electron, answers, scripts);
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, async (stage) => {
    if (stage !== 'ready') return;
    await window.getByRole('button', { name: 'View script' }).click();
    const script = window.getByRole('dialog');
    await expect(script).toContainText(
      '/AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR',
    );
    await expect(script).toContainText('new-protected-folder.ps1');
    await expect(script).toContainText('Set-StrictMode');
    await expect(script).not.toContainText(sampleAnswers.passphrase);
    await window.keyboard.press('Escape');

    await save(window, 'Save answer file…', 'The answer file was saved.');
    await save(window, 'Export scripts…', 'The scripts were saved.');
    const hash = await window.getByTitle(/^[0-9a-f]{64}$/).getAttribute('title');
    expect(hash).not.toBeNull();
    expect(plannedByPsm(bench, answers)).toContain(hash);
  });
  const saved = readdirSync(scripts).map((name) => join(scripts, name));
  expect(saved.some((name) => name.endsWith('.ps1'))).toBe(true);
  for (const file of [answers, ...saved]) {
    expect(readFileSync(file, 'utf8')).not.toContain(sampleAnswers.passphrase);
  }
  expect(readFileSync(answers, 'utf8')).toContain(sampleAnswers.csAddress);
});
