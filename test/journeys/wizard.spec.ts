import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const press = (window: Page, name: string) =>
  window.getByRole('button', { name, exact: true }).first().click();
const heading = (window: Page, name: string) =>
  window.getByRole('heading', { name, exact: true }).first();

async function openProxyQuestions(window: Page) {
  await goToPage(window, 'Maintain');
  await press(window, 'Change the proxy…');
  await press(window, 'Begin');
  await heading(window, 'What is in force').waitFor();
}

test('a task that is opened again stands where it was left, and "Begin" leads on at once', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'proxy-moved' });
  await openProxyQuestions(window);
  await press(window, 'Back to Maintain');
  await press(window, 'Change the proxy…');
  await expect(heading(window, 'What is in force')).toBeVisible();
  await press(window, 'Back');
  await press(window, 'Back to Maintain');
  await press(window, 'Change the proxy…');
  await press(window, 'Begin');
  await expect(heading(window, 'What is in force')).toBeVisible();
});

test('a task that has ended begins anew, and "Begin" leads on at once', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'already-installed' });
  await goToPage(window, 'Maintain');
  await press(window, 'Register again…');
  await press(window, 'Begin');
  await press(window, 'Next');
  await press(window, 'Register again');
  await expect(heading(window, 'Registration: done')).toBeVisible({ timeout: 60_000 });
  await press(window, 'Back to Maintain');
  await press(window, 'Register again…');
  await press(window, 'Begin');
  await expect(heading(window, 'What to do')).toBeVisible();
  await expect(heading(window, 'Registration: done')).toHaveCount(0);
});

test('whoever goes elsewhere while answers are checked is not led on from there', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'proxy-moved' });
  await openProxyQuestions(window);
  // Both at once: the answers are still being checked when the page is left.
  await window.evaluate(() => {
    const named = (name: RegExp) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => name.test(textContent));
    named(/^Next$/)?.click();
    named(/Before you begin/)?.click();
  });
  await heading(window, 'Before you begin').waitFor();
  await window.waitForTimeout(1500);
  await expect(heading(window, 'Before you begin')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
});
