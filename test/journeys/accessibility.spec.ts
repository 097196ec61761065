import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerDownload, answerQuestions, goToPage } from '../../scripts/lib/window.mjs';
import { expect, test } from '../support/window';

type Theme = 'light' | 'dark' | 'contrast';

/** What axe finds wrong with the page as it is now; of the other themes only what colours change. */
async function violations(window: Page, theme: Theme) {
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true).exclude('[data-tabster-dummy]');
  if (theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
  return (await axe.analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ target, html }) => `${target} ${html.slice(0, 120)}`),
  ]);
}

/** TLS 1.0 is off, which blocks, and can be told to be left out; then the registration fails. */
const troubled = {
  server: { tls10Off: true },
  faults: [{ tool: 'cdpcli', how: { exit: 1 } }],
};

for (const theme of ['light', 'dark', 'contrast'] satisfies Theme[]) {
  test(`no page has an accessibility violation (${theme})`, async ({ bench }) => {
    const { window } = await bench.open({
      scenario: bench.scenario(troubled),
      theme,
      size: { width: 1024, height: 768 },
    });
    const look = async (page: string) => {
      // Buttons fade in, and a colour half-way has less contrast.
      await window.waitForTimeout(250);
      expect.soft(await violations(window, theme), page).toEqual([]);
    };
    const button = (name: string | RegExp) => window.getByRole('button', { name }).first();
    await look('overview');

    await answerDownload(window, async (page) => {
      if (page !== 'download-before-you-begin') await look(page);
    });
    await button('Download and verify').click();
    await window.getByRole('heading', { name: /: done$/ }).waitFor({ timeout: 20_000 });
    await look('download-result');
    await goToPage(window, 'Overview');
    await goToPage(window, 'Maintain');
    await window.getByText('Version 9.55.6765.1').waitFor();
    await window.getByLabel(/Paste a command line/).fill('UNIFIEDSETUP.EXE /CSIP "10.20.30.40" /x');
    await button('Explain').click();
    await window.getByText('Type this instead').waitFor();
    await look('maintain-with-explanation');

    await goToPage(window, 'Reference');
    await button(/^Details of/).click();
    await look('reference-arguments');
    await window.getByRole('tab', { name: 'Exit codes' }).click();
    await button(/^Details of/).click();
    await look('reference-exit-codes');

    await answerQuestions(window, async (page) => {
      if (['set-up-file', 'configuration-server', 'network'].includes(page)) await look(page);
    });
    await window.getByText('Unpack the package').waitFor();
    await look('prepare');
    await button('Prepare and test').click();
    await window.getByText('Prepared and tested.').waitFor({ timeout: 30_000 });
    await button(/^Next$/).click();
    await window.getByRole('checkbox').check();
    await look('licence-terms');
    await button(/^Next$/).click();
    await window.getByRole('region', { name: 'Blocks (1)' }).waitFor();
    await look('prerequisites-with-blocks');
    await window.getByRole('switch', { name: /TLS 1\.0/ }).check();
    await window.getByRole('region', { name: 'Warnings (1)' }).waitFor();
    await button(/^Next$/).click();
    await button('Details of Install and register').click();
    await look('ready');
    await button(/^Install$/).click();
    await window.getByText('Ways on').waitFor({ timeout: 40_000 });
    await look('failed-progress');
    await goToPage(window, 'History');
    await look('history');
    await button(/^Open Set up a process server/).click();
    await window.getByText('What is there now').waitFor();
    await look('history-detail');
  });

  test(`no page of the services has an accessibility violation (${theme})`, async ({ bench }) => {
    const { window } = await bench.open({
      scenario: 'services-start-types',
      theme,
      size: { width: 1024, height: 768 },
    });
    const look = async (page: string) => {
      await window.waitForTimeout(250);
      expect.soft(await violations(window, theme), page).toEqual([]);
    };
    const press = (name: string) => window.getByRole('button', { name, exact: true }).click();
    const heading = (name: string | RegExp) =>
      window.getByRole('heading', { name, exact: true }).waitFor();
    await goToPage(window, 'Maintain');
    await window.getByText('tmansvc: stopped').waitFor();
    await look('maintain-with-services');
    await press('Start, stop or restart…');
    await press('Begin');
    await heading('What to do');
    await look('services-what-to-do');
    await press('Next');
    await heading('Which services');
    await window.getByRole('radio', { name: /^Some of them/ }).check();
    await window.getByRole('switch', { name: 'tmansvc' }).check();
    await look('services-which');
    await press('Next');
    await heading('Prerequisites');
    await look('services-prerequisites');
    await press('Next');
    await heading(/^Ready/);
    await look('services-ready');
    await press('Start');
    await heading('Services: done');
    await look('services-result');
  });
}
