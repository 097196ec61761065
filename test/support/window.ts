import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { openWindow, type WindowOptions } from '../../scripts/lib/window.mjs';

type Opened = Awaited<ReturnType<typeof openWindow>>;

export interface Bench {
  stateFolder: string;
  /** Writes a scenario of its own and returns its file. */
  scenario(scenario: Readonly<Record<string, unknown>>): string;
  /** Opens the program; every window is closed when the test ends. */
  open(options?: Omit<WindowOptions, 'stateFolder'>): Promise<Opened>;
}

/** Tests that drive the real program, each on a practice server of its own. */
export const test = base.extend<{ bench: Bench }>({
  bench: async ({ baseURL: _unused }, use) => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'psm-journey-'));
    const opened: Opened[] = [];
    await use({
      stateFolder,
      scenario(scenario) {
        const file = join(stateFolder, 'scenario.json');
        writeFileSync(file, JSON.stringify({ id: 'journey', title: 'Journey', ...scenario }));
        return file;
      },
      async open(options = {}) {
        const one = await openWindow({ stateFolder, ...options });
        opened.push(one);
        return one;
      },
    });
    for (const { electron } of opened) await electron.close().catch(() => undefined);
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 20 });
  },
});

export { expect } from '@playwright/test';

export const noStage = () => Promise.resolve();
