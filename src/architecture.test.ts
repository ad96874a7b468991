import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longFiles, type SourceFile, sinsOf, tablesOf } from './law.ts'

const root = join(import.meta.dirname, '..')
const files: SourceFile[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ path: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }))

test('every file keeps the law of the house', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap(sinsOf)).toEqual([])
})

test('the list of long files only names files that are long', () => {
  const needless = Object.keys(longFiles).filter(
    (path) => (files.find((f) => f.path === path)?.text.split('\n').length ?? 0) <= 301,
  )
  expect(needless).toEqual([])
})

test('every table has one room that owns it', () => {
  const all = files.find((f) => f.path === 'src/foundation/tables.ts')?.text.matchAll(/^ {2}(\w+): \{$/gm) ?? []
  const owned = Object.values(tablesOf).flatMap((tables) => tables.split(' '))
  expect(owned.toSorted()).toEqual([...all].map(([, table]) => table).toSorted())
})

/** One sin of each kind, planted. */
const planted: readonly (readonly [string, SourceFile, RegExp])[] = [
  [
    'climbing',
    { path: 'src/people/people.queries.ts', text: "import { x } from '../posting/post.ts'" },
    /climbs to src\/posting/,
  ],
  [
    'sideways',
    { path: 'src/strategy/strategy.queries.ts', text: "import { x } from '../rulebook/rule.ts'" },
    /sideways/,
  ],
  [
    'climbing to the root',
    { path: 'src/people/people.queries.ts', text: "import { x } from '../rooms.ts'" },
    /climbs to src\/rooms/,
  ],
  [
    'a pure file with node',
    { path: 'src/people/may.ts', text: "import { x } from 'node:fs'" },
    /pure and imports node:fs/,
  ],
  [
    'a pure file with a database',
    { path: 'src/people/may.ts', text: "import { sql } from 'kysely'" },
    /pure and imports kysely/,
  ],
  [
    'a pure file with an impure one',
    { path: 'src/people/may.ts', text: "import { x } from './people.store.ts'" },
    /touches the world/,
  ],
  [
    'a pure file with impure machinery',
    { path: 'src/people/may.ts', text: "import { x } from '../foundation/config.ts'" },
    /touches the world/,
  ],
  ['a pure file with a clock', { path: 'src/people/may.ts', text: 'const at = Date.now()' }, /asks the clock/],
  [
    'the web in the world',
    { path: 'src/web/app.tsx', text: "import { x } from '../people/people.store.ts'" },
    /of the web/,
  ],
  [
    'a room in the web',
    { path: 'src/people/people.queries.ts', text: "import { x } from '../web/call.ts'" },
    /imports the web/,
  ],
  ['a drawer', { path: 'src/people/utils.ts', text: '' }, /drawer/],
  ['a drawer as a folder', { path: 'src/people/helpers/name.ts', text: '' }, /drawer/],
  ['too deep', { path: 'src/a/b/c/d/e.ts', text: '' }, /deeper than three/],
  ['too long', { path: 'src/people/role.ts', text: '\n'.repeat(400) }, /more than 300 lines/],
  ['a room without a floor', { path: 'src/attic/box.ts', text: '' }, /without a floor/],
  [
    'settings read elsewhere',
    { path: 'src/people/people.store.ts', text: 'process.env.PORT' },
    /settings are read once/,
  ],
  [
    'a table above, in SQL',
    { path: 'src/posting/post.queries.ts', text: 'sql`select 1 from post p join conversation k on k.id = p.id`' },
    /reads conversation, a table of inbox/,
  ],
  [
    'a table above, by the builder',
    { path: 'src/posting/post.queries.ts', text: "db\n.selectFrom('post as p').leftJoin('answer as a', on)" },
    /reads answer, a table of inbox/,
  ],
  [
    'a table beside it',
    { path: 'src/archive/archive.queries.ts', text: "db.selectFrom('message')" },
    /reads message, a table of inbox/,
  ],
  [
    'a table of another room written',
    { path: 'src/inbox/desk.store.ts', text: 'sql`update account set unanswered_risk = 1`' },
    /writes account, a table of register/,
  ],
  [
    'a network named',
    { path: 'src/posting/fit.ts', text: "if (network === 'bluesky') return" },
    /names the network bluesky/,
  ],
]

test.each(planted)('a planted sin is caught: %s', (_, file, words) => {
  expect(sinsOf(file).join('\n')).toMatch(words)
})

test('what is allowed is allowed', () => {
  const fine: SourceFile[] = [
    {
      path: 'src/posting/post.ts',
      text: "import { z } from 'zod'\nimport { x } from '../register/signature.ts'\nimport { ok } from '../foundation/outcome.ts'",
    },
    {
      path: 'src/posting/posting.store.ts',
      text: "import { sql } from 'kysely'\nimport { x } from '../people/people.queries.ts'",
    },
    {
      path: 'src/inbox/desk.store.ts',
      text: "// What is taken from review stays.\nc.tx.insertInto('message')\nsql`select 1 from post join account on true`",
    },
    {
      path: 'src/web/posting/compose.page.tsx',
      text: "import { x } from '../../posting/posting.contract.ts'\nimport { y } from '../../posting/fit.ts'",
    },
  ]
  expect(fine.flatMap(sinsOf)).toEqual([])
})
