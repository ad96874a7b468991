/** The law of the house as pure functions over file names and texts; `architecture.test.ts` applies it, and tests it. */
export type SourceFile = { path: string; text: string }

/** A file may import its own room and rooms on lower floors. Everybody asks `people/may.ts`, so people stands half a floor lower. */
export const floors: Readonly<Record<string, number>> = {
  foundation: 0,
  audit: 1,
  people: 1.5,
  rulebook: 2,
  networks: 2,
  strategy: 2,
  register: 3,
  posting: 4,
  inbox: 5,
  archive: 5,
  measures: 6,
  review: 7,
  directory: 8,
  evidence: 8,
  demo: 9,
}

/**
 * Which room owns which table, and each table is owned by one: nobody else writes there, and nobody below reads there, because SQL over a
 * table is an import that no compiler sees.
 */
export const tablesOf: Readonly<Record<string, string>> = {
  foundation: 'force beat',
  audit: 'fact chain_head',
  people:
    'auth_user auth_session auth_account auth_verification auth_two_factor auth_rate_limit person role_grant training',
  networks: 'practice_record practice_fault practice_moderation practice_storm practice_crowd',
  strategy: 'objective',
  register:
    'office account account_objective account_decision account_request contributor signature delegation custody custody_note register_convention look_alike retired_network',
  posting:
    'post post_version decision afterlook picture hold delivery piece attempt alarm check_result restricted_opening',
  inbox:
    'listening conversation message message_version conversation_act outcome answer desk desk_change reply_line reply_line_version standard moderation moderation_attempt duty hand_over reach telling public_question theme theme_message surge surge_group surge_member surge_batch surge_batch_left subject_export push_key alarm_telling',
  archive:
    'archive_import archive_row published archive_look account_count follower_asking follower_reading follower_read follower_pattern local_reach archive_preview published_preview',
  measures:
    'official_handle measured measured_class measure_count near_duplicate measure_reason earned earned_count compare_consent',
  review:
    'review_criteria review_round review review_voice second_look review_plan plan_account carrying_out carrying_step migration_count',
}

/** Rooms that write a table of another, each with a reason. The list may only shrink. */
const writesElsewhere: Readonly<Record<string, string>> = {
  'people force':
    'a force is made and named by its people; every table, also those of the machinery, leads with its id',
}

/** What a pure file may import besides pure files: no clock, no database, no network. */
const pureLibraries = ['zod', 'temporal-polyfill']
const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'core', 'lib', 'stuff']
const networkNames = ['bluesky', 'mastodon', 'facebook', 'instagram', 'youtube']

/** Files that may be longer than 300 lines, each with a reason. The list may only shrink. */
export const longFiles: Readonly<Record<string, string>> = {
  'src/foundation/tables.ts': 'written by a program from the migrated database',
}

export const isTest = (path: string) => /\.test\.tsx?$|\.testbed\.ts$|\/testbed\.ts$|\/testnet\//.test(path)
const dotsOf = (path: string) => (path.split('/').at(-1) ?? '').split('.').length - 1
const isRoot = (path: string) => /^src\/[^/]+\.ts$/.test(path)
/** One dot in its name: pure. Foundation is machinery; there only the files named here are. */
const pureFoundation = ['endpoint', 'outcome', 'canonical', 'identity', 'clock', 'openapi', 'tables', 'rate-limit'].map(
  (n) => `src/foundation/${n}.ts`,
)
export const isPure = (path: string): boolean =>
  path.startsWith('src/foundation/')
    ? pureFoundation.includes(path)
    : !isRoot(path) && !path.startsWith('src/web/') && dotsOf(path) === 1

const roomOf = (path: string): string => path.split('/')[1] ?? ''
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'";=]*?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3] ?? '')

function resolved(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const step of to.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** Every sin of one file, in words. */
export function sinsOf(file: SourceFile): string[] {
  return [...namesAndSizes(file), ...badImports(file), ...badWords(file), ...badTables(file)].map(
    (sin) => `${file.path}: ${sin}`,
  )
}

function namesAndSizes({ path, text }: SourceFile): string[] {
  const sins: string[] = []
  const parts = path.split('/').slice(1)
  if (parts.length - 1 > 3) sins.push('lies deeper than three folders below src')
  const drawer = parts.map((p) => p.split('.')[0] ?? '').find((p) => drawers.includes(p))
  if (drawer) sins.push(`is a drawer (${drawer}); name it after what it is`)
  if (text.split('\n').length > 301 && !(path in longFiles)) sins.push('has more than 300 lines')
  if (!isRoot(path) && roomOf(path) !== 'web' && !(roomOf(path) in floors))
    sins.push('stands in a room without a floor')
  return sins
}

function badImports({ path, text }: SourceFile): string[] {
  return importsOf(text).flatMap((to) => {
    if (!to.startsWith('.')) return foreignSins(path, to)
    return innerSins(path, resolved(path, to))
  })
}

function foreignSins(path: string, to: string): string[] {
  if (
    isPure(path) &&
    !isTest(path) &&
    !pureLibraries.includes(to) &&
    !(path.startsWith('src/foundation/') && to === 'kysely')
  )
    return [`is pure and imports ${to}`]
  return []
}

function innerSins(path: string, target: string): string[] {
  if (isRoot(path) || isTest(path) || !target.startsWith('src/')) return []
  const [from, to] = [roomOf(path), roomOf(target)]
  const sins: string[] = []
  if (isRoot(target)) sins.push(`climbs to ${target}`)
  else if (from === 'web') {
    if (to !== 'web' && !isPure(target) && !/\.contract\.ts$/.test(target))
      sins.push(`is of the web and imports ${target}, which touches the world`)
  } else if (to === 'web') sins.push(`imports the web (${target})`)
  else if (from !== to && (floors[to] ?? 99) > (floors[from] ?? -1)) sins.push(`climbs to ${target}`)
  else if (from !== to && floors[to] === floors[from]) sins.push(`goes sideways to ${target}`)
  if (isPure(path) && !isPure(target) && !/\.css$/.test(target))
    sins.push(`is pure and imports ${target}, which touches the world`)
  return sins
}

function badWords({ path, text }: SourceFile): string[] {
  const sins: string[] = []
  if (/process\.env/.test(text) && path !== 'src/foundation/config.ts' && path !== 'src/law.ts' && !isTest(path))
    sins.push('reads process.env; settings are read once, in foundation/config.ts')
  if (isPure(path) && /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(text) && !path.startsWith('src/foundation/'))
    sins.push('is pure and asks the clock or the dice; hand them in')
  if (!path.startsWith('src/networks/') && !path.startsWith('src/demo/') && !isTest(path) && path !== 'src/law.ts') {
    const named = [...networkNames, ...(path.startsWith('src/web/') ? [] : ['practice'])].find((n) =>
      new RegExp(`['"\`]${n}['"\`]`).test(text),
    )
    if (named) sins.push(`names the network ${named} outside its folder; ask its traits`)
  }
  return sins
}

const ownerOf = new Map(
  Object.entries(tablesOf).flatMap(([room, tables]) =>
    tables.split(' ').map((table): [string, string] => [table, room]),
  ),
)
const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const inBuilder = /\b(insertInto|updateTable|deleteFrom|mergeInto|selectFrom|using|table|\w*[jJ]oin)\(\s*['"`](\w+)/g
const inSql = /\b(insert into|update|delete from|merge into|from|join|using)\s+(\w+)\b/g
const writing = /^(insert|update|delete|merge)/

/** Tables of other rooms that a file names in SQL: none above, and none to write to. */
function badTables({ path, text }: SourceFile): string[] {
  if (isRoot(path) || isTest(path) || roomOf(path) === 'web') return []
  const room = roomOf(path)
  const code = text.replace(comments, '')
  return [...code.matchAll(inBuilder), ...code.matchAll(inSql)].flatMap(([, how = '', table = '']) => {
    const owner = ownerOf.get(table)
    if (owner === undefined || owner === room) return []
    if ((floors[owner] ?? 99) >= (floors[room] ?? -1))
      return [`reads ${table}, a table of ${owner}, which is not below it`]
    return writing.test(how) && !(`${room} ${table}` in writesElsewhere) ? [`writes ${table}, a table of ${owner}`] : []
  })
}
