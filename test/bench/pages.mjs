// First paint of every page and delay of every key, in the real program on the practice server.
import { openWindow, sampleAnswers } from '../../scripts/lib/window.mjs';
import { untilHeadingIsPainted, untilKeysAreShown } from './in-page.mjs';

const RUNS = 5;
const PRESSES = 40;
/** Slower than a frame, so that every key gets a frame of its own. */
const PAUSE_MS = 30;

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Locator} Locator
 * @typedef {object} PageFigures
 * @property {Map<string, number[]>} paints milliseconds to the first paint, by page
 * @property {Map<string, number[]>} delays milliseconds a key, by page and field
 */

/** The pages of the navigation: key, heading. */
const places = /** @type {const} */ ([
  ['Set up', '2', '^Before you begin$'],
  ['Maintain', '3', '^Maintain$'],
  ['Reference', '4', '^Reference$'],
  ['History', '5', '^History$'],
  ['Overview', '1', '^No process server is installed here'],
]);

/** The sections of set-up in order, with the text fields that are typed into. */
const sections = /** @type {const} */ ([
  ['Set-up file', []],
  [
    'Configuration server',
    [/^IPv4 address of the configuration server/, /^Passphrase/, /^Version of the configuration/],
  ],
  ['Internet settings', [/^Proxy address/]],
  ['Environment', []],
  ['Install location', [/^Install folder/]],
  ['Network', [/^Port for replication data/]],
]);

/** @param {string} text */
const exactly = (text) => `^${text}$`;

/** @param {Page} window @param {string} name */
const press = (window, name) => window.getByRole('button', { name, exact: true }).click();

/** @param {Page} window @param {string} heading */
const isAt = (window, heading) =>
  window.getByRole('heading', { name: new RegExp(heading) }).waitFor();

/**
 * Does something in the window and returns how long each heading took, in milliseconds.
 * @param {Page} window
 * @param {'click' | 'keydown'} trigger
 * @param {readonly string[]} headings
 * @param {() => Promise<unknown>} act
 */
async function paintsOf(window, trigger, headings, act) {
  const clocks = [];
  for (const heading of headings) {
    clocks.push(await window.evaluateHandle(untilHeadingIsPainted, { heading, trigger }));
  }
  await act();
  return Promise.all(clocks.map((clock) => clock.evaluate(({ painted }) => painted)));
}

/**
 * Types into a field and puts back what was there.
 * @param {Locator} field
 * @param {string} [before] what to leave in it; by default what it held
 */
async function delaysOf(field, before) {
  const held = before ?? (await field.inputValue());
  await field.focus();
  const clock = await field.evaluateHandle(untilKeysAreShown, PRESSES);
  await field.pressSequentially('1'.repeat(PRESSES), { delay: PAUSE_MS });
  const delays = await clock.evaluate(({ delays: seen }) => seen);
  await field.fill(held);
  return delays;
}

/** @param {Map<string, number[]>} map @param {string} name @param {number[]} values */
const add = (map, name, values) => map.set(name, [...(map.get(name) ?? []), ...values]);

/** @param {Page} window @param {PageFigures} figures */
async function benchPlaces(window, { paints, delays }) {
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, key, heading] of places) {
      const key1 = () => window.keyboard.press(`Control+${key}`);
      add(paints, name, await paintsOf(window, 'keydown', [heading], key1));
    }
  }
  await window.keyboard.press('Control+3');
  add(delays, 'Maintain, pasted text', await delaysOf(window.getByLabel(/^Paste a command line/)));
  await press(window, 'Download a set-up file');
  await press(window, 'Begin');
  add(delays, 'Download, link', await delaysOf(window.getByLabel(/^Link/)));
  await press(window, 'Back to Maintain');
  await window.keyboard.press('Control+4');
  add(delays, 'Reference, filter', await delaysOf(window.getByRole('searchbox')));
}

/**
 * Goes forward to a page as often as it is measured, and stays on it.
 * @param {Page} window @param {Map<string, number[]>} paints
 * @param {string} from @param {string} name @param {string} verb
 */
async function walkTo(window, paints, from, name, verb) {
  for (let run = 0; run < RUNS; run += 1) {
    if (run > 0) {
      await press(window, 'Back');
      await isAt(window, exactly(from));
    }
    const forward = () => press(window, verb);
    add(paints, name, await paintsOf(window, 'click', [exactly(name)], forward));
  }
}

/** @param {Page} window @param {PageFigures} figures */
async function benchSections(window, { paints, delays }) {
  let from = 'Before you begin';
  for (const [name, fields] of sections) {
    await walkTo(window, paints, from, name, from === 'Before you begin' ? 'Begin' : 'Next');
    from = name;
    if (name === 'Configuration server') {
      await window.getByLabel(/^IPv4 address/).fill(sampleAnswers.csAddress);
      await window.getByLabel(/^Version of the config/).fill(sampleAnswers.csVersion);
    }
    if (name === 'Internet settings') await window.getByLabel(/^Through a proxy/).check();
    for (const label of fields) {
      const isSecret = label.source === '^Passphrase';
      const field = window.getByRole('main').getByLabel(label).first();
      const typed = await delaysOf(field, isSecret ? sampleAnswers.passphrase : undefined);
      add(delays, `${name}, ${label.source.slice(1)}`, typed);
    }
    if (name === 'Internet settings') await window.getByLabel(/^Directly/).check();
  }
  await walkTo(window, paints, from, 'Prepare', 'Next');
}

/** @param {Page} window @param {PageFigures} figures */
async function benchPlan(window, { paints }) {
  await press(window, 'Prepare and test');
  await window.getByText('Prepared and tested.').waitFor({ timeout: 60_000 });
  await walkTo(window, paints, 'Prepare', 'Licence terms', 'Next');
  await window.getByRole('checkbox', { name: /I have read these third-party/ }).check();
  for (let run = 0; run < RUNS; run += 1) {
    const [checks, ready] = await paintsOf(window, 'click', ['^Prerequisites$', '^Ready'], () =>
      press(window, 'Next'),
    );
    add(paints, 'Prerequisites', [checks ?? Number.NaN]);
    add(paints, 'Ready, with all checks made anew', [ready ?? Number.NaN]);
    await press(window, 'Back');
    await isAt(window, '^Prerequisites$');
    await press(window, 'Back');
    await isAt(window, '^Licence terms$');
  }
}

/**
 * Walks through the program and measures inside the page.
 * @param {string} stateFolder
 * @returns {Promise<PageFigures>}
 */
export async function benchPages(stateFolder) {
  const { electron, window } = await openWindow({ stateFolder, scenario: 'fresh-vmware' });
  /** @type {PageFigures} */
  const figures = { paints: new Map(), delays: new Map() };
  try {
    await isAt(window, '^No process server is installed here');
    await benchPlaces(window, figures);
    await window.keyboard.press('Control+2');
    await benchSections(window, figures);
    await benchPlan(window, figures);
  } finally {
    await electron.close();
  }
  return figures;
}
