import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });
const done = (window: Page) => window.getByRole('heading', { name: 'Services: done' });

/** Opens the task from Maintain, up to the page that asks what is to be done. */
async function openTask(window: Page, button: string) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: button }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'What to do', exact: true }).waitFor();
}

test('a wrong start type is shown, set right, and proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'services-start-types' });
  await openTask(window, 'Set start types right…');
  await expect(
    window.getByText('stopped, Disabled; right: Automatic', { exact: false }),
  ).toBeVisible();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await expect(window.getByText('Set svagents to Automatic (Delayed Start)')).toBeVisible();
  await expect(window.getByText(/^Set LogUpload/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Set start types', exact: true }).click();
  await expect(done(window)).toBeVisible({ timeout: 20_000 });
});

test('a service that does not stop is named with its process', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'services-stuck' });
  await openTask(window, 'Patch day…');
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await expect(window.getByText(/restart Windows yourself/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Begin patch day', exact: true }).click();
  const why = window.getByText("Couldn't see the service tmansvc stopped within 600 seconds.");
  await expect(why.first()).toBeVisible({ timeout: 60_000 });
  await expect(window.getByText(/Its process \d+ still runs/).first()).toBeVisible();
});

test('after a stop that was refused, undo starts again what had stopped', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'services-refuse-stop' });
  await openTask(window, 'Patch day…');
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByRole('button', { name: 'Begin patch day', exact: true }).click();
  const why = window.getByText("Couldn't stop the service InMage PushInstall.");
  await expect(why.first()).toBeVisible({ timeout: 20_000 });
  await expect(window.getByText('Code: 1052')).toBeVisible();
  await window.getByRole('button', { name: 'Undo…' }).click();
  const dialog = window.getByRole('dialog', { name: /^Undo/ });
  await expect(dialog).toContainText('svagents is started again.');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Services: undone' })).toBeVisible({
    timeout: 20_000,
  });
  await goToPage(window, 'Overview');
  await expect(window.getByText('9 of 9 running')).toBeVisible();
});

test('patch day waits for the restart, then proves that all are back', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'already-installed' });
  await openTask(window, 'Patch day…');
  await next(window).click();
  await window.getByRole('button', { name: 'Begin patch day', exact: true }).click();
  await expect(window.getByText('Windows has to restart.')).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText(/First install your updates/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Restart the practice server' }).click();
  await expect(done(window)).toBeVisible({ timeout: 30_000 });
  await goToPage(window, 'Overview');
  await expect(window.getByText('9 of 9 running')).toBeVisible();
});

test('some services are chosen and started again', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'already-installed' });
  await openTask(window, 'Start, stop or restart…');
  await window.getByLabel(/^What is to be done/).selectOption('restart');
  await next(window).click();
  await window.getByRole('heading', { name: 'Which services', exact: true }).waitFor();
  await window.getByRole('radio', { name: /^Some of them/ }).check();
  await next(window).click();
  await expect(window.getByText('Choose at least one service.').first()).toBeVisible();
  await window.getByRole('switch', { name: 'cxprocessserver' }).check();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await expect(window.getByText('Stop cxprocessserver')).toBeVisible();
  await expect(window.getByText('Start cxprocessserver')).toBeVisible();
  await expect(window.getByText('Stop tmansvc')).toHaveCount(0);
  await window.getByRole('button', { name: 'Restart', exact: true }).click();
  await expect(done(window)).toBeVisible({ timeout: 20_000 });
});
