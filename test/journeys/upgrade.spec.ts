import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });

/** From Maintain through the three questions, up to the page that prepares the set-up file. */
async function answerAll(window: Page, csVersion: string) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Upgrade…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'Set-up file', exact: true }).waitFor();
  await expect(window.getByText(/process server 9\.\d+/).first()).toBeVisible();
  await next(window).click();
  await window.getByLabel(/^Version of the configuration server/).fill(csVersion);
  await next(window).click();
  await window.getByRole('radio', { name: /^Yes/ }).waitFor();
  await next(window).click();
  await window.getByRole('button', { name: 'Prepare', exact: true }).click();
}

test('an older server is upgraded, and every part’s version is proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'older-installed' });
  await answerAll(window, '9.55.6765.1');
  await next(window).click({ timeout: 30_000 });
  await window.getByRole('heading', { name: /^Ready/ }).waitFor({ timeout: 30_000 });
  await expect(window.getByText('Stop cxprocessserver')).toBeVisible();
  await expect(window.getByText(/From 9\.52\.6522\.1 to 9\.55\.6765\.1/)).toBeVisible();
  await window.getByRole('button', { name: 'Upgrade', exact: true }).click();
  await expect(
    window.getByRole('heading', { name: 'Upgrade this process server: done' }),
  ).toBeVisible({ timeout: 60_000 });
});

test('a version that is too old is left, with the way in steps', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'too-old-installed' });
  await answerAll(window, '9.55.6765.1');
  await next(window).click({ timeout: 30_000 });
  await expect(window.getByText(/9\.44, 9\.48, 9\.52, 9\.55\.6765\.1/).first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(window.getByRole('button', { name: 'Upgrade', exact: true })).toHaveCount(0);
});
