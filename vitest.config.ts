import { defineConfig } from 'vitest/config'

/** Tests beside files that touch the world (two dots before `.test`) run against both stores; the others are pure and quick. */
const world = ['src/**/*.{commands,store,queries,routes,jobs}.test.ts', 'src/*.world.test.ts']
/** Pure, and of many seconds each: `npm test` runs them, `npm run check` does not. */
const proofs = ['src/**/*.proof.test.ts']
const networks = ['src/networks/**/*.client.test.ts', 'src/networks/**/*.oauth.test.ts']

const globalSetup = 'scripts/test-stores.ts'
/**
 * No test leaves anything behind, so files share a worker: it loads each module once, and PostgreSQL in the process is compiled once and not
 * for each file. One group after the other, because a worker is only shared by files of one project.
 */
const shared = (groupOrder: number) => ({ isolate: false, maxWorkers: 2, sequence: { groupOrder } })
const alone = (groupOrder: number) => ({ maxWorkers: 1, sequence: { groupOrder } })

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
          ...shared(0),
        },
      },
      { extends: true, test: { name: 'proofs', include: proofs, ...alone(1) } },
      { extends: true, test: { name: 'networks', include: networks, globalSetup, ...alone(1) } },
      { extends: true, test: { name: 'embedded', include: world, globalSetup, ...shared(2) } },
      { extends: true, test: { name: 'postgres', include: world, globalSetup, ...shared(3) } },
    ],
  },
})
