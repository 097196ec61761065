import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

async function openTask(window: Page) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Renew certificates…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'What to renew', exact: true }).waitFor();
}

/** `warned`: something is shown before the plan that has to be read. */
const renew = async (window: Page, warned = false) => {
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  if (warned) {
    await window.getByRole('heading', { name: 'Prerequisites', exact: true }).waitFor();
    await window.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByRole('button', { name: 'Renew', exact: true }).click();
};

test('what ends soon is shown, renewed and proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'certificates-expiring' });
  await openTask(window);
  await expect(window.getByText(/valid until .*, (?:19|20) days left/)).toBeVisible();
  await renew(window);
  await expect(window.getByRole('heading', { name: 'Certificates: done' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a tool that ends with 0 and renewed nothing is told as failed', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'certificate-not-renewed' });
  await openTask(window);
  await expect(window.getByText(/expired on .*, 3 days ago/)).toBeVisible();
  await renew(window, true);
  const why = window.getByText("Couldn't renew the certificate of the data port.");
  await expect(why.first()).toBeVisible({ timeout: 20_000 });
  await expect(window.getByText('Code: ECA0169', { exact: true })).toBeVisible();
});
