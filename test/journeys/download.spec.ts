import {
  answerDownload,
  goToPage,
  prepareAndApprove,
  sampleAnswers,
  sampleLink,
} from '../../scripts/lib/window.mjs';
import { expect, noStage, test } from '../support/window';

test('a set-up file that was downloaded is kept, and set-up runs from it without another copy', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  await answerDownload(window, noStage);
  await window.getByRole('button', { name: 'Download and verify' }).click();
  await expect(window.getByRole('heading', { name: 'Download a set-up file: done' })).toBeVisible({
    timeout: 20_000,
  });

  await goToPage(window, 'Overview');
  await goToPage(window, 'Maintain');
  const kept = window.getByRole('table', { name: 'Kept set-up files' });
  await expect(kept.getByText('Version 9.55.6765.1')).toBeVisible();
  await expect(kept.getByText('Verified', { exact: true })).toBeVisible();
  await expect(kept).toContainText(sampleLink);

  await goToPage(window, 'Set up');
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('radio', { name: /Version 9\.55\.6765\.1, kept/ }).check();
  const next = window.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await window.getByLabel(/IPv4 address of the configuration server/).fill(sampleAnswers.csAddress);
  await window.getByLabel('Passphrase', { exact: false }).first().fill(sampleAnswers.passphrase);
  await window.getByLabel(/Version of the configuration server/).fill(sampleAnswers.csVersion);
  for (const title of [
    'Internet settings',
    'Environment',
    'Install location',
    'Network',
    'Prepare',
  ]) {
    await next.click();
    await window.getByRole('heading', { name: title, exact: true }).waitFor();
  }
  await expect(window.getByText(/Unpack the package/)).toBeVisible();
  await expect(window.getByText(/Copy the set-up file/)).toHaveCount(0);
  await prepareAndApprove(window, noStage);
  await expect(window.getByRole('heading', { name: 'Set up a process server: done' })).toBeVisible({
    timeout: 40_000,
  });
  await goToPage(window, 'Maintain');
  await expect(window.getByRole('button', { name: /^Remove… MicrosoftAzure/ })).toHaveCount(1);
});

test('a download that keeps breaking says why, and a retry goes on where it ended', async ({
  bench,
}) => {
  const scenario = bench.scenario({
    downloads: [
      {
        address:
          'https://download.microsoft.com/download/asr/9.55/MicrosoftAzureSiteRecoveryUnifiedSetup.exe',
        file: { version: '9.55.6765.1' },
        cutAfterPercent: 2,
        times: 6,
      },
    ],
  });
  const { window } = await bench.open({ scenario });
  await answerDownload(window, noStage);
  await window.getByRole('button', { name: 'Download and verify' }).click();
  const retry = window.getByRole('button', { name: 'Retry', exact: true });
  await expect(retry).toBeVisible({ timeout: 20_000 });
  await expect(window.getByText('What to do:')).toBeVisible();

  await window.getByRole('button', { name: 'Back to Maintain' }).click();
  await expect(window.getByText(/^Unfinished download, \d+%$/)).toBeVisible();
  await window.getByRole('button', { name: /^Download a set-up file/ }).click();
  const done = window.getByRole('heading', { name: 'Download a set-up file: done' });
  await expect(async () => {
    if (!(await done.isVisible())) await retry.click({ timeout: 1000 });
    await expect(done).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 40_000 });
});
