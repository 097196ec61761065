import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });

async function openTask(window: Page) {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Purge a dead server…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'Which server', exact: true }).waitFor();
}

async function readList(window: Page, address: string) {
  await window.getByLabel(/^Address of the dead/).fill(address);
  await window.getByRole('switch', { name: 'Read the list now' }).check();
  await next(window).click();
}

test('one of several entries with the same name is chosen, approved twice, removed and proven', async ({
  bench,
}) => {
  const { electron, window } = await bench.open({ scenario: 'purge-dead-server' });
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  await openTask(window);
  await readList(window, '10.20.30.42');
  await expect(window.getByText('3 entries')).toBeVisible({ timeout: 20_000 });
  await window.getByRole('radio', { name: /30 days ago/ }).check();
  await window.getByRole('switch', { name: 'It is gone for good' }).check();
  await next(window).click();
  await expect(window.getByText('Its machines send elsewhere')).toBeVisible();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  const purge = window.getByRole('button', { name: 'Purge', exact: true });
  await expect(purge).toBeDisabled();
  await window.getByRole('textbox').last().fill('WIN-CS01');
  await purge.click();
  const done = window.getByRole('heading', { name: 'Purge a disconnected process server: done' });
  await expect(done).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText(/is not in the list any more/).first()).toBeVisible();
});

test('a process server that is no configuration server says where to run it', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'already-installed' });
  await openTask(window);
  await expect(
    window.getByText(/Its configuration server is 10\.20\.30\.40: run it/),
  ).toBeVisible();
  await readList(window, '10.20.30.43');
  await expect(window.getByText(/only the configuration server has it/)).toBeVisible();
});
