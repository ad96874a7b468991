import { defineConfig } from 'vitest/config'

/** Tests beside files that touch the world (two dots before `.test`) run against both stores; the others are pure and quick. */
const world = ['src/**/*.{commands,store,queries,routes,jobs}.test.ts', 'src/*.world.test.ts']
/** Pure, and of many seconds each: `npm test` runs them, `npm run check` does not. */
const proofs = ['src/**/*.proof.test.ts']
const networks = ['src/networks/**/*.client.test.ts', 'src/networks/**/*.oauth.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts'],
          exclude: [...world, ...networks, ...proofs, 'src/web/**/*.page.test.ts'],
          // Nothing pure leaves anything behind, so files share a worker and load each module once.
          isolate: false,
          maxWorkers: 2,
        },
      },
      { extends: true, test: { name: 'proofs', include: proofs, maxWorkers: 1 } },
      {
        extends: true,
        test: { name: 'embedded', include: world, globalSetup: 'scripts/test-stores.ts', maxWorkers: 2 },
      },
      {
        extends: true,
        test: { name: 'postgres', include: world, globalSetup: 'scripts/test-stores.ts', maxWorkers: 2 },
      },
      {
        extends: true,
        test: { name: 'networks', include: networks, globalSetup: 'scripts/test-stores.ts', maxWorkers: 1 },
      },
    ],
  },
})
