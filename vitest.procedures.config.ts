import { defineConfig } from 'vitest/config';

// Whole procedures on the practice server: seconds each, so they stand apart from the unit tests.
export default defineConfig({
  test: {
    include: ['test/procedures/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
