import type { Page } from '@playwright/test';
import {
  answerQuestions,
  goToPage,
  prepareAndApprove,
  sampleAnswers,
} from '../../scripts/lib/window.mjs';
import { expect, noStage, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });
const done = (window: Page) =>
  window.getByRole('heading', { name: 'Set up a process server: done' });

test('a check that stands in the way is mended beside it, and only then Ready is reached', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'tls10-off' });
  await answerQuestions(window, noStage);
  await window.getByRole('button', { name: 'Prepare and test', exact: true }).click();
  await window.getByText('Prepared and tested.').waitFor({ timeout: 30_000 });
  await next(window).click();
  await window.getByRole('heading', { name: 'Licence terms' }).waitFor();
  await window.getByRole('checkbox').check();
  await next(window).click();
  await expect(window.getByText('1 check stands in the way.', { exact: false })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Blocks (1)' })).toContainText('How to mend it');
  await expect(next(window)).toBeDisabled();

  await window.getByRole('switch', { name: 'Let set-up skip its check of TLS 1.0' }).check();
  await expect(window.getByRole('region', { name: 'Warnings (1)' })).toBeVisible();
  await window.getByRole('button', { name: 'Check again' }).click();
  await expect(window.getByRole('region', { name: /^Blocks/ })).toHaveCount(0);
  await next(window).click();
  await window.getByRole('button', { name: 'Details of Install and register' }).click();
  await expect(window.getByText(/UNIFIEDSETUP.EXE.* \/SkipTLSCheck/)).toBeVisible();
});

test('a set-up that failed says which part, why, what is there and the ways on; a retry finishes it', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'exit-113' });
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, noStage);
  const remains = window.getByRole('region', { name: 'What is there now' });
  await expect(remains).toContainText('Registration: this server is not registered', {
    timeout: 40_000,
  });
  await expect(remains).toContainText('Process server 9.55.6765.1');
  await expect(remains.getByRole('button', { name: 'Change answers' })).toBeVisible();
  await expect(window.getByText(/^Couldn't register this server/)).toHaveCount(1);
  await expect(window.getByText('Code: 113')).toBeVisible();

  await goToPage(window, 'History');
  await window.getByRole('button', { name: /^Open Set up a process server/ }).click();
  await expect(remains).toContainText('Registration: this server is not registered');
  await window.getByRole('button', { name: 'Go on with "Set up a process server"' }).click();
  await window.getByRole('button', { name: 'Retry', exact: true }).last().click();
  await expect(done(window)).toBeVisible({ timeout: 40_000 });
});

test('a wrong passphrase is told before anything is installed, can be corrected and taken back', async ({
  bench,
}) => {
  const wrong = 'Not-The-Right-One-99';
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  await answerQuestions(window, noStage, { ...sampleAnswers, passphrase: wrong });
  await window.getByRole('button', { name: 'Prepare and test', exact: true }).click();
  await expect(
    window.getByText('The configuration server did not accept the passphrase.'),
  ).toHaveCount(1, { timeout: 30_000 });
  expect(await window.locator('body').innerText()).not.toContain(wrong);
  // The terms come from a preparation that ended well: until then nobody gets to them.
  await expect(next(window)).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Licence terms', exact: true })).toHaveCount(0);

  await window.getByRole('button', { name: 'Undo…' }).click();
  const dialog = window.getByRole('dialog', { name: /^Undo/ });
  await expect(dialog).toContainText('Removes the folder of this package');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(window.getByText('Undone').first()).toBeVisible({ timeout: 20_000 });

  await window.getByRole('button', { name: /^Configuration server/ }).click();
  await window.getByLabel('Passphrase', { exact: false }).first().fill(sampleAnswers.passphrase);
  for (const title of [
    'Internet settings',
    'Environment',
    'Install location',
    'Network',
    'Prepare',
  ]) {
    await next(window).click();
    await window.getByRole('heading', { name: title, exact: true }).waitFor();
  }
  await window.getByRole('button', { name: 'Prepare and test', exact: true }).click();
  await expect(window.getByText('Prepared and tested.')).toBeVisible({ timeout: 30_000 });
  await next(window).click();
  const terms = window.getByRole('region', { name: 'The terms' });
  await expect(terms).toContainText('Third Party Software License');
  await next(window).click();
  await expect(window.getByText('Accept the terms to go on.')).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Licence terms' })).toBeVisible();
});
