import { execFileSync } from 'node:child_process';
import { answerQuestions, prepareAndApprove, sampleAnswers } from '../../scripts/lib/window.mjs';
import { expect, noStage, test } from '../support/window';

const done = /^Set up a process server: done$/;

test('a person sets up a process server and sees it proven', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, noStage);
  await expect(window.getByRole('heading', { name: done })).toBeVisible({ timeout: 40_000 });
  await expect(window.getByText('Port 9443 answers as the data port does')).toBeVisible();
  await window.getByRole('button', { name: 'Go to Overview' }).click();
  await expect(
    window.getByRole('heading', { name: /registered with 10\.20\.30\.40/ }),
  ).toBeVisible();
  await expect(window.getByText('9 of 9 running')).toBeVisible();
});

test('the same procedure works with tools that are programs of their own', async ({ bench }) => {
  // Each of its many tools starts a Node of its own.
  test.slow();
  const { window } = await bench.open({ scenario: 'fresh-vmware', executables: true });
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, noStage);
  await expect(window.getByRole('heading', { name: done })).toBeVisible({ timeout: 50_000 });
});

test('a wrong address is refused when the field is left', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  await window.getByRole('button', { name: 'Set up', exact: true }).first().click();
  await window.getByRole('button', { name: 'Begin', exact: true }).click();
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  await window.getByLabel(/IPv4 address of the configuration server/).fill('cs01.contoso.com');
  await window.getByLabel(/IPv4 address of the configuration server/).blur();
  await expect(window.getByText(/Enter the IPv4 address, not a name/)).toBeVisible();
});

test('a window that is reloaded in the middle shows the same operation', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware', timeFactor: '150' });
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, noStage);
  await window.getByText('Installing the process server').first().waitFor({ timeout: 30_000 });
  await window.reload();
  await expect(window.getByRole('progressbar').first()).toBeVisible({ timeout: 20_000 });
  await expect(window.getByRole('heading', { name: done })).toBeVisible({ timeout: 50_000 });
});

for (const afterKill of ['toolGoesOn', 'toolDies'] as const) {
  test(`killed in the middle and opened again it finishes (${afterKill})`, async ({ bench }) => {
    const scenario = bench.scenario({ afterKill });
    const first = await bench.open({ scenario, timeFactor: '150' });
    await answerQuestions(first.window, noStage);
    await prepareAndApprove(first.window, noStage);
    await first.window
      .getByText('Installing the process server')
      .first()
      .waitFor({ timeout: 30_000 });
    first.electron.process().kill('SIGKILL');
    await first.electron.waitForEvent('close').catch(() => undefined);
    const { window } = await bench.open({ scenario, timeFactor: '150' });
    const goOn = window.getByRole('button', { name: /^Go on/ }).first();
    const finished = window.getByRole('heading', { name: done });
    await window.getByRole('button', { name: 'Set up', exact: true }).first().click();
    if (afterKill === 'toolGoesOn') {
      // A tool that still runs is adopted at once; one that has ended meanwhile waits for a word.
      await expect(goOn.or(finished).first()).toBeVisible({ timeout: 40_000 });
      if (await goOn.isVisible()) await goOn.click();
    } else {
      await goOn.click();
      const dialog = window.getByRole('dialog', { name: 'Enter the secrets again' });
      await dialog
        .getByLabel(/passphrase/i)
        .first()
        .fill(sampleAnswers.passphrase);
      await dialog.getByRole('button', { name: 'Go on' }).click();
    }
    await expect(finished).toBeVisible({ timeout: 50_000 });
  });
}

test('set-up that needs a restart waits for it and goes on', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'restart-needed' });
  await answerQuestions(window, noStage);
  await prepareAndApprove(window, noStage);
  await window
    .getByRole('button', { name: 'Restart the practice server' })
    .first()
    .click({ timeout: 40_000 });
  await expect(window.getByRole('heading', { name: done })).toBeVisible({ timeout: 40_000 });
});

test('what psm began, the window shows', async ({ bench }) => {
  const psm = [
    'out/psm/psm.js',
    'status',
    '--state-folder',
    bench.stateFolder,
    '--practice',
    'already-installed',
  ];
  expect(execFileSync(process.execPath, psm, { encoding: 'utf8' })).toContain(
    'registered with 10.20.30.40',
  );
  const { window } = await bench.open({ scenario: 'already-installed' });
  await expect(
    window.getByRole('heading', { name: /registered with 10\.20\.30\.40/ }),
  ).toBeVisible();
});
