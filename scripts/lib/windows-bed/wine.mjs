import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { capture } from '../processes.mjs';

/** Everything of Wine that is kept between runs. */
export const wineFolder = () => join(cacheFolder(), 'wine');

/** Runs with another name have a Windows of their own, so two of them can run at a time. */
export const bedName = () => process.env.PSM_BED?.replaceAll(/[^\w-]/g, '') || 'prefix';

export const winePrefix = () => join(wineFolder(), bedName());

/** Debian keeps the 64-bit Wine here; with a 32-bit one installed `wine` would start that. */
const winePlaces = ['/usr/lib/wine/wine64', '/usr/bin/wine64'];
const serverPlaces = [
  '/usr/lib/wine/wineserver64',
  '/usr/lib/wine/wineserver',
  '/usr/bin/wineserver',
];

/** The 64-bit Wine of this machine; null when it has none. */
export const wineProgram = () => winePlaces.find((path) => existsSync(path)) ?? null;

/** Our environment with our prefix: no messages of Wine's own, no window. */
export function wineEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, WINEPREFIX: winePrefix(), WINEARCH: 'win64', WINEDEBUG: '-all' };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'NODE_OPTIONS']) delete env[name];
  return env;
}

/** Ends what still runs in our prefix, and only there. */
export async function endWine() {
  const server = serverPlaces.find((path) => existsSync(path));
  if (server) await capture(server, ['-k'], { env: wineEnvironment(), timeoutMs: 20_000 });
}
