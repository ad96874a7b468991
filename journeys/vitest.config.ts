import { defineConfig } from 'vitest/config'

/** Promises kept in a real browser, against the real program. One after the other: each needs the machine. */
export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: 'journeys/demo.setup.ts',
    testTimeout: 300_000,
    hookTimeout: 180_000,
    // How long is waited for what comes by itself; nothing is proved by its coming sooner.
    expect: { poll: { timeout: 15_000 } },
    fileParallelism: false,
    maxWorkers: 1,
  },
})
