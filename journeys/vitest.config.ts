import { defineConfig } from 'vitest/config'

/** Promises kept in a real browser, against the real program. One after the other: each needs the machine. */
export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
})
