import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { capture } from '../processes.mjs';

/** Everything of Wine that is kept between runs. */
export const wineFolder = () => join(cacheFolder(), 'wine');

/** Runs with another name have a Windows of their own, so two of them can run at a time. */
export const bedName = () => process.env.PSM_BED?.replaceAll(/[^\w-]/g, '') || 'prefix';

/**
 * The folder of a Wine with both halves, laid out as a root; null while Debian's own is used.
 * @type {string | null}
 */
let withBothHalves = null;
let no32BitBecause = 'nobody asked for it';

/** From now on Wine is the one in this folder, with a Windows of its own. @param {string} folder */
export function takeWineFrom(folder) {
  withBothHalves = folder;
}

/** From now on Wine is Debian's own, which runs 64-bit programs only. @param {string} because */
export function take64BitWine(because) {
  withBothHalves = null;
  no32BitBecause = because;
}

/** Why 32-bit programs can't be started; null when they can. */
export const whyNo32Bit = () => (withBothHalves === null ? no32BitBecause : null);

/** The X screen that windows open on; null for none. @type {string | null} */
let screen = null;

/** From now on programs can open windows, on this X screen. @param {string | null} display */
export function showWindowsOn(display) {
  screen = display;
}

export const winePrefix = () =>
  join(wineFolder(), bedName() + (withBothHalves === null ? '' : '-32'));

/** Debian keeps the 64-bit Wine here; with a 32-bit one installed `wine` would start that. */
const winePlaces = ['/usr/lib/wine/wine64', '/usr/bin/wine64'];
const serverPlaces = [
  '/usr/lib/wine/wineserver64',
  '/usr/lib/wine/wineserver',
  '/usr/bin/wineserver',
];

/** @param {string[]} places */
const firstOf = (places) =>
  places.map((path) => join(withBothHalves ?? '/', path)).find((path) => existsSync(path)) ?? null;

/** The 64-bit Wine in use; null when there is none. */
export const wineProgram = () => firstOf(winePlaces);

/** Our environment with our prefix: no messages of Wine's own, no window but on our own screen. */
export function wineEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, WINEPREFIX: winePrefix(), WINEARCH: 'win64', WINEDEBUG: '-all' };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'NODE_OPTIONS']) delete env[name];
  // It would enter what installers make into the menus of this machine's own desktop.
  env.WINEDLLOVERRIDES = 'winemenubuilder.exe=d';
  if (screen !== null) env.DISPLAY = screen;
  return env;
}

/** Ends what still runs in our prefix, and only there. */
export async function endWine() {
  const server = firstOf(serverPlaces);
  if (server) await capture(server, ['-k'], { env: wineEnvironment(), timeoutMs: 20_000 });
}
