import { defineConfig } from 'vitest/config';

// Real processes, really killed: slower than unit tests, and the build must be there.
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    maxWorkers: 2,
    maxConcurrency: 4,
  },
});
