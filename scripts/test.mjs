// `npm test`: installs what is missing (packages, a browser, PostgreSQL) and runs everything, quickest first.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb, installPackages, pathed, root, run } from './install.mjs'

/** Programs that come from Debian: the browser, PostgreSQL, and what makes a certificate for a server of the tests. */
function installFromDebian() {
  const missing = []
  if (!existsSync('/usr/bin/chromium')) missing.push('chromium')
  if (!existsSync('/usr/bin/openssl')) missing.push('openssl')
  if (!existsSync('/usr/lib/postgresql') || readdirSync('/usr/lib/postgresql').length === 0) missing.push('postgresql')
  if (missing.length === 0) return
  console.log(`Installing from Debian: ${missing.join(', ')}.`)
  const [first, ...rest] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync(first, [...rest, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  if (apt('install', '-y', '-qq', '--no-install-recommends', ...missing).status === 0) return
  console.error(
    `These are needed and could not be installed: ${missing.join(', ')}. Install them and run npm test again.`,
  )
  process.exit(1)
}

const step = (name, command, args) => {
  const began = Date.now()
  console.log(`\n== ${name}`)
  run(command, args)
  console.log(`(${Math.round((Date.now() - began) / 1000)} s)`)
}

/**
 * Every test has a store of its own, 12 MB that are thrown away unread: on a slow disk making one takes ten times as long as in memory.
 * Returns the folder in memory, or null where it has less than 6 GB.
 */
function roomInMemory() {
  const folder = '/dev/shm'
  if (!existsSync(folder)) return null
  const { bavail, bsize } = statfsSync(folder)
  return Math.min(bavail * bsize, freemem()) > 6e9 ? folder : null
}

process.env.TMPDIR = roomInMemory() ?? tmpdir()
const counts = mkdtempSync(join(tmpdir(), 'fc-counts-'))
// Some 300 programs are started; each finds there what the first has compiled.
process.env.NODE_COMPILE_CACHE = join(counts, 'compiled')
let passed = 0
/** Runs Vitest and adds what it counted; it stops everything when a test fails. */
function tests(name, ...args) {
  const file = join(counts, `${name}.json`)
  step(name, 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args])
  passed += JSON.parse(readFileSync(file, 'utf8')).numPassedTests
}

/** All at once: each keeps one core busy. */
async function together(name, ...all) {
  console.log(`\n== ${name}`)
  const began = Date.now()
  const ended = (args) =>
    new Promise((done) => {
      spawn('node', args, { cwd: root, env: pathed(), stdio: 'inherit' }).on('exit', done)
    })
  const codes = await Promise.all(all.map(ended))
  if (codes.some((code) => code !== 0)) process.exit(1)
  passed += codes.length
  console.log(`(${Math.round((Date.now() - began) / 1000)} s)`)
}

installPackages()
installFromDebian()
step('types', 'tsc', ['--noEmit', '-p', '.'])
step('lint', 'biome', ['check', '.'])
step('unused files, exports and packages', 'knip', [])
tests('pure, PGlite, PostgreSQL and the real networks')
buildWeb()
tests('browser journeys', '--config', 'journeys/vitest.config.ts')
const chaos = ['bench/chaos.ts', '--runs', '100']
const listening = ['bench/run.ts', 'listen-chaos', '--runs', '20', '--messages', '600']
const [embedded, postgres] = [
  ['--store', 'embedded'],
  ['--store', 'postgres', '--workers', '3'],
]
const onBoth = (args) => [
  [...args, ...embedded],
  [...args, ...postgres],
]
await together('chaos: workers killed at seeded points, on both stores', ...onBoth(chaos))
await together('listening: workers killed at seeded points, on both stores', ...onBoth(listening))
rmSync(counts, { recursive: true })
console.log(`\n${passed} passed, 0 failed`)
