import { defineConfig } from '@playwright/test';
import { electronEnvironment } from './scripts/lib/screen.mjs';

// Also for `npx playwright test` by hand: whatever starts Electron finds the one that is set up.
Object.assign(process.env, electronEnvironment());

export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'out/reports/playwright',
  reporter: 'list',
  projects: [
    { name: 'journeys', testDir: 'test/journeys' },
    { name: 'package', testDir: 'test/package' },
  ],
});
