// The main job, driven as a person would: the guided set-up on a fresh practice server, in the real
// program. Every screen and the report stay in out/tour/. Ends with 0 only when the practice
// process server is verified, seen by psm from outside the window.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { outFolder, root } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';
import { answerQuestions, openWindow, prepareAndApprove } from './lib/window.mjs';

const folder = join(outFolder, 'tour');
const stateFolder = join(folder, 'practice-server');

/** Screens that the docs show; `npm run pictures` keeps them there. */
const documented = [
  'overview',
  'configuration-server',
  'prepared',
  'ready',
  'progress',
  'result',
  'overview-after',
];
const picturesFolder = join(root, 'docs', 'pictures');
const keepsPictures = process.argv.includes('--pictures');

/** Prints each step and milestone once, as the window shows it. @param {import('@playwright/test').Page} window */
async function printProgress(window) {
  let last = '';
  const finished = window.getByRole('heading', { name: 'Set up a process server: done' });
  const failed = window.getByRole('heading', { name: 'What is there now' });
  while (!(await finished.isVisible()) && !(await failed.first().isVisible())) {
    const bar = await window
      .getByRole('list', { name: 'Steps' })
      .locator('[aria-current="step"]')
      .allInnerTexts()
      .catch(() => []);
    const now = bar.join(' ').replace(/\s+/g, ' ').trim();
    if (now !== last && now !== '') say(`  ${now}`);
    last = now;
    await window.waitForTimeout(150);
  }
  return finished.isVisible();
}

/** What psm says of the server the window just set up. */
async function verifiedByPsm() {
  const psm = join(outFolder, 'psm', 'psm.js');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[psm, 'status', '--json', '--state-folder', stateFolder],
  ]);
  const status = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .find(({ event }) => event === 'status');
  const { registration, products } = status.facts;
  return registration.registered && Object.values(products).every((version) => version !== null);
}

await runScript(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(stateFolder, { recursive: true });
  mkdirSync(picturesFolder, { recursive: true });
  say('The guided set-up on a fresh practice server (fresh-vmware), 200 times faster than real');
  const { electron, window } = await openWindow({
    stateFolder,
    scenario: 'fresh-vmware',
    timeFactor: '200',
    theme: 'light',
    size: { width: 1440, height: 900 },
  });
  let count = 0;
  /** @param {string} name */
  const stage = async (name) => {
    count += 1;
    const picture = `${String(count).padStart(2, '0')}-${name}.png`;
    await window.screenshot({ path: join(folder, picture) });
    if (keepsPictures && documented.includes(name)) {
      copyFileSync(join(folder, picture), join(picturesFolder, `${name}.png`));
    }
    say(`${count}. ${name.replaceAll('-', ' ')} (${picture})`);
  };
  try {
    await stage('overview');
    await answerQuestions(window, stage);
    await prepareAndApprove(window, stage);
    await window.getByText('Installing the process server').first().waitFor({ timeout: 60_000 });
    await stage('progress');
    const done = await printProgress(window);
    await stage('result');
    if (!done) return 1;
    await window.getByRole('button', { name: 'Open report', exact: true }).click();
    const path = await window
      .getByText(/report\.html$/)
      .first()
      .innerText();
    copyFileSync(path.trim(), join(folder, 'report.html'));
    await window.getByRole('button', { name: 'Go to Overview', exact: true }).click();
    await window.getByRole('heading', { name: /^This process server/ }).waitFor();
    await stage('overview-after');
  } catch (error) {
    await stage('where-it-stopped');
    throw error;
  } finally {
    await electron.close();
  }
  if (!(await verifiedByPsm())) {
    say('psm does not find a verified process server.');
    return 1;
  }
  say(`Verified: the practice process server is set up and proven. Screens and report: ${folder}`);
  return 0;
});
