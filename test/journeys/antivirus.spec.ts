import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });

async function openTask(window: Page) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Antivirus exclusions…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'Which machine and what to do' }).waitFor();
}

test('drift is shown, matched to the list, and proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'antivirus-partly' });
  await openTask(window);
  await expect(window.getByText('excluded, but not on the list')).toBeVisible();
  await expect(window.getByText('not excluded').first()).toBeVisible();
  await window.getByRole('radio', { name: /^Match the list/ }).check();
  await next(window).click();
  await window.getByRole('heading', { name: 'Prerequisites', exact: true }).waitFor();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByRole('button', { name: 'Match the list', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Antivirus exclusions: done' })).toBeVisible({
    timeout: 20_000,
  });
});

test('for a source machine there is a list to copy', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'antivirus-managed' });
  await openTask(window);
  await window.getByRole('radio', { name: /^A source machine/ }).check();
  const list = window.getByRole('region', { name: 'To copy' });
  await expect(list.getByText('C:\\ProgramData\\ASR\\agent').first()).toBeVisible();
  await expect(list.getByText('Add-MpPreference', { exact: false })).toBeVisible();
  await expect(list.getByRole('button', { name: /^Copy: Folders to exclude/ })).toBeVisible();
});
