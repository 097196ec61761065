import type { Page } from '@playwright/test';
import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

const next = (window: Page) => window.getByRole('button', { name: 'Next', exact: true });

/** What the box of Windows is answered with; nobody can click it in a test. */
type Electron = Awaited<
  ReturnType<typeof import('../../scripts/lib/window.mjs').openWindow>
>['electron'];
const answerBox = (electron: Electron, response: 0 | 1) =>
  electron.evaluate(({ dialog }, given) => {
    dialog.showMessageBox = () => Promise.resolve({ response: given, checkboxChecked: false });
  }, response);

/** Goes to the last page before anything is done. */
async function goToReady(window: Page, agent = 'No, it serves Site Recovery only') {
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Decommission…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'Before anything is removed', exact: true }).waitFor();
  await window.getByRole('radio', { name: agent }).check();
  await next(window).click();
  await window.getByRole('heading', { name: 'What you confirm', exact: true }).waitFor();
  await window.getByLabel(/^No machine uses this process server/).fill('WIN-PS01');
  await next(window).click();
}

const remove = (window: Page) => window.getByRole('button', { name: 'Decommission', exact: true });

test('nothing begins without the name and the yes of the native box; then all is removed', async ({
  bench,
}) => {
  const { window, electron } = await bench.open({ scenario: 'already-installed' });
  await goToReady(window);
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await expect(window.getByText(/C:\\thirdparty/).first()).toBeVisible();
  await expect(remove(window)).toBeDisabled();
  await window.getByLabel(/^Type the name of the server/).fill('WIN-PS01');
  await answerBox(electron, 0);
  await remove(window).click();
  await expect(window.getByText(/the plan was not approved/).first()).toBeVisible();
  await goToPage(window, 'Overview');
  await expect(window.getByText('9 of 9 running')).toBeVisible();
  await goToPage(window, 'Maintain');
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByLabel(/^Type the name of the server/).fill('WIN-PS01');
  await answerBox(electron, 1);
  await remove(window).click();
  await expect(window.getByRole('heading', { name: 'Decommission: done' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(window.getByText(/^The portal may list this server until \d/)).toBeVisible();
  await window.getByRole('button', { name: 'Back to Maintain' }).last().click();
  await window.getByRole('button', { name: 'Remove leftovers…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('switch', { name: 'Firewall rule Open Port 443' }).check();
  await next(window).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByLabel(/^Type the name of the server/).fill('WIN-PS01');
  await window.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Remove what is left: done' })).toBeVisible({
    timeout: 60_000,
  });
});

test('scheduled backups that have to go on keep it from beginning', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'decommission-azure-backup' });
  await goToReady(window, 'Yes, and they have to go on');
  await expect(window.getByText(/have to go on/).first()).toBeVisible();
  await expect(remove(window)).toHaveCount(0);
});
