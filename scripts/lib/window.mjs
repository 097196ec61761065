import { _electron } from '@playwright/test';
import { root } from './paths.mjs';
import { electronLaunch } from './screen.mjs';

/**
 * @typedef {object} WindowOptions
 * @property {string} stateFolder where practice server and journal live
 * @property {string} [scenario] a scenario by name or file
 * @property {string} [timeFactor]
 * @property {'light' | 'dark' | 'contrast'} [theme]
 * @property {{ width: number, height: number }} [size]
 * @property {boolean} [executables] simulated tools as programs of their own
 * @property {Record<string, string>} [environment]
 */

/**
 * Opens the real program on the practice server.
 * @param {WindowOptions} options
 */
export async function openWindow(options) {
  const { path, args, env } = electronLaunch();
  const { scenario, timeFactor = 'max', theme, size, executables } = options;
  const electron = await _electron.launch({
    executablePath: path,
    args: [
      ...args,
      root,
      '--practice',
      ...['--state-folder', options.stateFolder],
      ...(scenario ? ['--scenario', scenario] : []),
      ...['--time-factor', timeFactor],
      ...(theme ? ['--theme', theme] : []),
      ...(executables ? ['--practice-executables'] : []),
    ],
    env: { ...env, ...options.environment },
  });
  const window = await electron.firstWindow();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  if (size) {
    await electron.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
    }, size);
  }
  await window.getByRole('heading', { level: 1 }).waitFor();
  return { electron, window };
}

/** What a person at the practice server would enter. */
export const sampleAnswers = {
  csAddress: '10.20.30.40',
  csVersion: '9.55.6765.1',
  passphrase: 'Practice-Passphrase-01',
};

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {(name: string) => Promise<unknown>} Stage called whenever a screen has been reached
 */

/** @param {Page} window @param {string} title */
const heading = (window, title) => window.getByRole('heading', { name: title, exact: true });

/** @param {Page} window @param {string} name */
const press = (window, name) => window.getByRole('button', { name, exact: true }).click();

/**
 * Answers every question as they come, up to the small plan that prepares.
 * @param {Page} window
 * @param {Stage} stage
 * @param {{ csAddress: string, csVersion: string, passphrase: string }} [answers]
 */
export async function answerQuestions(window, stage, answers = sampleAnswers) {
  await window.getByRole('button', { name: 'Set up', exact: true }).first().click();
  await heading(window, 'Before you begin').waitFor();
  await stage('before-you-begin');
  await press(window, 'Begin');
  await heading(window, 'Set-up file').waitFor();
  await stage('set-up-file');
  await press(window, 'Next');
  await heading(window, 'Configuration server').waitFor();
  await window.getByLabel(/IPv4 address of the configuration server/).fill(answers.csAddress);
  await window.getByLabel('Passphrase', { exact: false }).first().fill(answers.passphrase);
  await window.getByLabel(/Version of the configuration server/).fill(answers.csVersion);
  await stage('configuration-server');
  for (const title of ['Internet settings', 'Environment', 'Install location', 'Network']) {
    await press(window, 'Next');
    await heading(window, title).waitFor();
    await stage(title.toLowerCase().replaceAll(' ', '-'));
  }
  await press(window, 'Next');
  await heading(window, 'Prepare').waitFor();
}

/**
 * Prepares, checks and approves; returns when set-up runs.
 * @param {Page} window
 * @param {Stage} stage
 */
export async function prepareAndApprove(window, stage) {
  await stage('prepare');
  await press(window, 'Prepare and test');
  await window.getByText('Prepared and tested.').waitFor({ timeout: 60_000 });
  await stage('prepared');
  await press(window, 'Next');
  await heading(window, 'Licence terms').waitFor();
  await window
    .getByRole('checkbox', { name: /I have read these third-party licence terms/ })
    .check();
  await stage('licence-terms');
  await press(window, 'Next');
  await window.getByRole('heading', { name: /^(?:Prerequisites|Ready)/ }).waitFor();
  await stage('prerequisites');
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await stage('ready');
  await press(window, 'Install');
}

/** A link that Microsoft offers downloads behind, on the practice server too. */
export const sampleLink = 'https://aka.ms/unifiedinstaller_weu';

/**
 * Goes to a page by the navigation on the left.
 * @param {Page} window @param {string} name
 */
export async function goToPage(window, name) {
  await window.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}

/**
 * Walks through the download wizard up to its plan.
 * @param {Page} window
 * @param {Stage} stage
 * @param {string} [link]
 */
export async function answerDownload(window, stage, link = sampleLink) {
  await goToPage(window, 'Maintain');
  await heading(window, 'Maintain').waitFor();
  await stage('maintain');
  await window.getByRole('button', { name: /^Download a set-up file/ }).click();
  await heading(window, 'Before you begin').waitFor();
  await stage('download-before-you-begin');
  await press(window, 'Begin');
  await heading(window, 'Set-up file').waitFor();
  await window.getByLabel(/^Link/).fill(link);
  await stage('download-set-up-file');
  await press(window, 'Next');
  await heading(window, 'Internet settings').waitFor();
  await press(window, 'Test the way to the link');
  await window.getByText('What was seen').waitFor();
  await stage('download-internet-settings');
  await press(window, 'Next');
  await window.getByRole('heading', { name: /^Ready/ }).waitFor();
  await stage('download-ready');
}
