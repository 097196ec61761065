import { goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

test('an operation is opened again with its answers, and run again with them', async ({
  bench,
}) => {
  const { window } = await bench.open({ scenario: 'services-start-types' });
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Set start types right…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'What to do', exact: true }).waitFor();
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await window.getByRole('button', { name: 'Set start types', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Services: done' })).toBeVisible({
    timeout: 30_000,
  });
  await goToPage(window, 'History');
  await window.getByRole('button', { name: /^Open Services/ }).click();
  await expect(window.getByText('Set start types right', { exact: true })).toBeVisible();
  await expect(
    window.getByText(/^Nothing of what is compared changed since its end/),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Run again with these answers' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('heading', { name: 'What to do', exact: true }).waitFor();
  await expect(window.getByRole('combobox')).toHaveValue('startTypes');
});

test('an answer that policy locked is shown with its lock', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'policy-locks' });
  await goToPage(window, 'Maintain');
  await window.getByRole('button', { name: 'Restore a backup…' }).click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(window.getByText('none yet')).toBeVisible();
  await window.getByRole('button', { name: 'Back to Maintain' }).click();
  await window
    .getByRole('button', { name: /^Download a set-up file/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  const link = window.getByRole('textbox', { name: 'Link' });
  await link.fill('https://aka.ms/unifiedinstaller_weu');
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(window.getByText('Set by your organisation.', { exact: false })).toBeVisible();
});
