// Pictures of the changes to a server that is there, for the docs, from the real program.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';
import { goToPage, openWindow, sampleAnswers } from './lib/window.mjs';

const picturesFolder = join(root, 'docs', 'pictures');

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} window @param {string} name */
const press = (window, name) => window.getByRole('button', { name, exact: true }).click();

/** @param {Page} window */
const ready = (window) => window.getByRole('heading', { name: /^Ready/ }).waitFor();

/** @param {Page} window @param {string} button */
async function openTask(window, button) {
  await goToPage(window, 'Maintain');
  await press(window, button);
  await press(window, 'Begin');
}

/** @param {Page} window */
async function goToPlanOfDecommission(window) {
  await openTask(window, 'Decommission…');
  await window.getByRole('radio', { name: 'No, it serves Site Recovery only' }).check();
  await press(window, 'Next');
  await window.getByLabel(/^No machine uses this process server/).fill('WIN-PS01');
  await press(window, 'Next');
  await ready(window);
}

/** @param {Page} window */
async function goToWindowOfVendor(window) {
  await openTask(window, 'Register again…');
  await window.getByLabel('Change the connection').check();
  await press(window, 'Next');
  await window.getByLabel('IPv4 address of the configuration server').fill(sampleAnswers.csAddress);
  await window.getByLabel('Passphrase').first().fill(sampleAnswers.passphrase);
  await window.getByLabel('Port for replication data').fill('9444');
  await press(window, 'Next');
  await press(window, 'Next');
  await ready(window);
  await press(window, 'Change and register');
  await window.getByLabel('Values to enter').waitFor({ timeout: 60_000 });
}

/** @type {{ name: string, scenario: string, timeFactor?: string, walk: (window: Page) => Promise<unknown> }[]} */
const pictures = [
  {
    name: 'maintain',
    scenario: 'already-installed',
    walk: async (window) => {
      await goToPage(window, 'Maintain');
      await window.getByText('9 of 9 running').waitFor();
    },
  },
  { name: 'decommission', scenario: 'already-installed', walk: goToPlanOfDecommission },
  {
    name: 'values-to-enter',
    scenario: 'registration-other-server',
    timeFactor: '20',
    walk: goToWindowOfVendor,
  },
];

await runScript(async () => {
  mkdirSync(picturesFolder, { recursive: true });
  for (const { name, scenario, timeFactor, walk } of pictures) {
    const stateFolder = mkdtempSync(join(tmpdir(), 'psm-pictures-'));
    const { electron, window } = await openWindow({
      stateFolder,
      scenario,
      theme: 'light',
      size: { width: 1440, height: 900 },
      ...(timeFactor ? { timeFactor } : {}),
    });
    try {
      await walk(window);
      await window.screenshot({ path: join(picturesFolder, `${name}.png`) });
      say(`${name}.png`);
    } finally {
      await electron.close();
      rmSync(stateFolder, { recursive: true, force: true, maxRetries: 10 });
    }
  }
  return 0;
});
