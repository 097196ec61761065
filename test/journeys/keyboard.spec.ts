import type { Locator, Page } from '@playwright/test';
import { sampleAnswers } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

/** More stops than this are on no page. */
const MOST_STOPS = 60;

/** Goes on with the Tab key until the element has the focus, as somebody without a mouse does. */
async function tabTo(window: Page, wanted: Locator) {
  await wanted.waitFor({ timeout: 30_000 });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${wanted}.`);
}

test('a process server is set up with the keyboard alone', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  const { keyboard } = window;
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const onPage = (name: string | RegExp) =>
    window.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 30_000 });
  const press = async (name: string) => {
    await tabTo(window, button(name));
    await expect(button(name)).toBeEnabled();
    await keyboard.press('Enter');
  };
  const type = async (label: RegExp, text: string) => {
    await tabTo(window, window.getByRole('textbox', { name: label }));
    await keyboard.type(text);
  };
  await press('Set up a process server');
  await press('Begin');
  await onPage('Set-up file');
  await press('Next');
  await onPage('Configuration server');
  await type(/^IPv4 address/, sampleAnswers.csAddress);
  await tabTo(window, window.locator('input[type="password"]'));
  await keyboard.type(sampleAnswers.passphrase);
  await type(/^Version of the configuration server/, sampleAnswers.csVersion);
  await press('Next');
  await onPage('Internet settings');
  await press('Next');
  await onPage('Environment');
  await tabTo(window, window.getByRole('radio', { name: /VMware virtual machines/ }));
  await keyboard.press('ArrowDown');
  await expect(window.getByRole('radio', { name: /Physical servers/ })).toBeChecked();
  await keyboard.press('ArrowUp');
  await press('Next');
  await onPage('Install location');
  await press('Next');
  await onPage('Network');
  await press('Next');
  await onPage('Prepare');
  await press('Prepare and test');
  await window.getByText('Prepared and tested.').waitFor({ timeout: 30_000 });
  await press('Next');
  await onPage('Licence terms');
  await tabTo(window, window.getByRole('checkbox', { name: /I have read these/ }));
  await keyboard.press('Space');
  await press('Next');
  await onPage(/^Ready/);
  await tabTo(window, button('Details of Install and register'));
  await keyboard.press('Enter');
  await expect(window.getByText(/UNIFIEDSETUP.EXE/)).toBeVisible();
  await press('View script');
  await expect(window.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await press('Install');
  await onPage('Set up a process server: done');
  await press('Go to Overview');
  await onPage(/registered with 10\.20\.30\.40/);
});
