import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });
const done = (window: Page) => window.getByRole('heading', { name: 'Registration: done' });
const ready = (window: Page) => window.getByRole('heading', { name: /^Ready/ });

async function enterConnection(window: Page, dataPort: string) {
  await window.getByLabel('IPv4 address of the configuration server').fill('10.20.30.40');
  await window.getByLabel('Passphrase').first().fill('Practice-Passphrase-01');
  await window.getByLabel('Port for replication data').fill(dataPort);
}

test('an admin is led through the window of the vendor and sees the result', async ({ bench }) => {
  const { window } = await bench.open({
    scenario: 'registration-other-server',
    timeFactor: '60',
  });
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Register again…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(window.getByText('10.20.30.99, port 443')).toBeVisible();
  await window.getByLabel('Change the connection').check();
  await next(window).click();
  await enterConnection(window, '9444');
  await next(window).click();
  await expect(window.getByText('from 10.20.30.99 to 10.20.30.40')).toBeVisible();
  await next(window).click();
  await ready(window).waitFor();
  await window.getByRole('button', { name: 'Change and register', exact: true }).click();
  const values = window.getByLabel('Values to enter');
  await expect(values).toBeVisible({ timeout: 60_000 });
  await expect(values).toContainText('10.20.30.40');
  await expect(values).toContainText('9444');
  await expect(values).not.toContainText('Practice-Passphrase');
  await expect(values.getByRole('button', { name: 'Copy: Data Transfer Port' })).toBeVisible();
  await expect(done(window)).toBeVisible({ timeout: 90_000 });
  await expect(window.getByText(/15 minutes from the end, the portal/)).toBeVisible();
});

test('closed while the window of the vendor is open, the program takes it up and goes on', async ({
  bench,
}) => {
  const { window, electron } = await bench.open({
    scenario: 'registration-other-server',
    timeFactor: '10',
  });
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Register again…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByLabel('Change the connection').check();
  await next(window).click();
  await enterConnection(window, '9444');
  await next(window).click();
  await next(window).click();
  await ready(window).waitFor();
  await window.getByRole('button', { name: 'Change and register', exact: true }).click();
  await expect(window.getByLabel('Values to enter')).toBeVisible({ timeout: 60_000 });
  await expect(window.getByText(/the tool of this step goes on by itself/)).toBeVisible();
  await electron.close();
  const again = (await bench.open({ timeFactor: '60' })).window;
  await goToPage(again, 'Maintain');
  await again.getByRole('button', { name: 'Register again…' }).click();
  // Whoever saved meanwhile is asked whether to go on; an open window is followed at once.
  const goOn = again.getByRole('button', { name: 'Go on', exact: true });
  await expect(goOn.or(again.getByLabel('Values to enter')).or(done(again)).first()).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(done(again)).toBeVisible({ timeout: 90_000 });
});

test('a server from the Azure gallery is led to its registration', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'gallery-image' });
  await expect(window.getByText(/partly installed/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Registration', exact: true }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await enterConnection(window, '9443');
  await next(window).click();
  await ready(window).waitFor();
  await expect(window.getByText(/cdpcli|obengine/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(done(window)).toBeVisible({ timeout: 60_000 });
});
