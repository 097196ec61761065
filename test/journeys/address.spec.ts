import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });

async function begin(window: Page, button: string, heading: string) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: button }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: heading, exact: true }).waitFor();
}

test('the old address is found, changed and proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'address-changed' });
  await begin(window, 'Change the address…', 'Address');
  await expect(window.getByText('10.20.30.41: not on this server')).toBeVisible();
  await next(window).click();
  await expect(window.getByText(/named in hosts/)).toBeVisible();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await expect(window.getByText('Change PS_IP to 10.20.30.51')).toBeVisible();
  await window.getByRole('button', { name: 'Change the address', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Address or network card: done' })).toBeVisible({
    timeout: 60_000,
  });
});

test('a half-installed server is shown from Overview, with the way to set-up', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'half-installed' });
  await window.getByRole('button', { name: 'See what is missing…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(window.getByText('Set up again (re-installation)')).toBeVisible();
  await next(window).click();
  await expect(window.getByText(/^missing: /)).toBeVisible();
  await window.getByRole('button', { name: 'Set up again…' }).click();
  await expect(
    window.getByRole('heading', { name: 'Set up a process server' }).first(),
  ).toBeVisible();
});

test('what is broken on a whole server is mended', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'repair-services' });
  await begin(window, 'Look for the way out…', 'What is there');
  await expect(window.getByText('Mended here: junction')).toBeVisible();
  await next(window).click();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByRole('button', { name: 'Mend what is broken', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Half-installed server: done' })).toBeVisible({
    timeout: 60_000,
  });
});
