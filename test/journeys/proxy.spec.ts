import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true }).click();
const heading = (window: Page, name: string | RegExp) =>
  window.getByRole('heading', { name, exact: true }).first();

/** Opens the task from Maintain at its first page of questions, wherever it was left. */
async function openTask(window: Page) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Change the proxy…' }).click();
  await window.getByRole('navigation', { name: /Proxy/ }).waitFor();
  const first = window.getByRole('button', { name: /^Before you begin/ });
  if (await first.isVisible()) await first.click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await heading(window, 'What is in force').waitFor();
}

async function enterProxy(window: Page) {
  await window.getByLabel(/^Proxy address/).fill('http://proxy.contoso.test');
  await window.getByLabel(/^Proxy user/).fill('CONTOSO\\svc-asr');
  await window.getByLabel(/^Proxy password/).fill('Practice-Proxy-01');
}

test('a proxy with a user is changed, and undone with the password of the one before', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'proxy-moved' });
  await openTask(window);
  await expect(window.getByText('nothing writes it on a process server alone')).toBeVisible();
  await next(window);
  await heading(window, 'The proxy').waitFor();
  await enterProxy(window);
  await window.getByRole('button', { name: 'Test the proxy' }).click();
  await expect(window.getByText('Azure answered (HTTP status 200).')).toBeVisible();
  await next(window);
  await heading(window, 'If it has to be undone').waitFor();
  await window.getByRole('switch', { name: /^I know the password/ }).check();
  await window.getByLabel(/^Password of the proxy in force/).fill('Practice-Old-01');
  await next(window);
  await heading(window, 'Prerequisites').waitFor();
  await next(window);
  await heading(window, /^Ready/).waitFor();
  await expect(window.getByText(/^In force now: http:\/\/old-proxy/)).toBeVisible();
  await window.getByRole('button', { name: 'Set the proxy', exact: true }).click();
  await expect(heading(window, 'Proxy: done')).toBeVisible({ timeout: 30_000 });
  await window.getByRole('button', { name: 'Undo…' }).click();
  const dialog = window.getByRole('dialog', { name: /^Undo/ });
  await expect(dialog).toContainText('The agent gets back what it had');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(heading(window, 'Proxy: undone')).toBeVisible({ timeout: 30_000 });
  await expect(window.locator('body')).not.toContainText('Practice-Old-01');
});

test('left on each page nothing is changed, and removing the only way is refused', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'proxy-moved' });
  const leave = () => window.getByRole('button', { name: /^Back to Maintain/ }).click();
  const pages = [
    async () => {},
    async () => {
      await next(window);
      await heading(window, 'The proxy').waitFor();
    },
    async () => {
      await enterProxy(window);
      await next(window);
      await heading(window, 'If it has to be undone').waitFor();
    },
  ];
  for (const [at] of pages.entries()) {
    await openTask(window);
    for (const go of pages.slice(0, at + 1)) await go();
    await leave();
    await window.getByRole('button', { name: 'Change the proxy…' }).waitFor();
  }
  await openTask(window);
  await expect(window.getByText(/^http:\/\/old-proxy\.contoso\.test/).first()).toBeVisible();
  await window.getByRole('radio', { name: /^Directly/ }).check();
  await next(window);
  await next(window);
  await heading(window, /^Ready/).waitFor();
  await window.getByRole('button', { name: 'Remove the proxy', exact: true }).click();
  const why = window.getByText("Couldn't reach Azure this way.");
  await expect(why.first()).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText(/Nothing was changed/).first()).toBeVisible();
});

test('a server from the gallery image is told what to do there', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'gallery-image' });
  await openTask(window);
  await expect(window.getByText('There is no agent here, so no proxy of it.')).toBeVisible();
  await window.getByRole('radio', { name: /^Directly/ }).check();
  await next(window);
  await next(window);
  await expect(window.getByText(/There is no proxy to change here/)).toBeVisible();
});
