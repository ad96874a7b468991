// `npm test`: installs what is missing (packages, a browser, PostgreSQL) and runs everything, quickest first.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { buildWeb, installPackages, run } from './install.mjs'

function installFromDebian() {
  const missing = []
  if (!existsSync('/usr/bin/chromium')) missing.push('chromium')
  if (!existsSync('/usr/lib/postgresql') || readdirSync('/usr/lib/postgresql').length === 0) missing.push('postgresql')
  if (missing.length === 0) return
  console.log(`Installing from Debian: ${missing.join(', ')}.`)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = (...args) =>
    spawnSync([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  if (apt('install', '-y', '-qq', '--no-install-recommends', ...missing).status !== 0) {
    console.error(
      `These are needed and could not be installed: ${missing.join(', ')}. Install them and run npm test again.`,
    )
    process.exit(1)
  }
}

const step = (name, command, args) => {
  console.log(`\n== ${name}`)
  run(command, args)
}

installPackages()
installFromDebian()
step('types', 'tsc', ['--noEmit', '-p', '.'])
step('lint', 'biome', ['check', '.'])
step('unused files, exports and packages', 'knip', [])
step('pure, PGlite, PostgreSQL and the real networks', 'vitest', ['run'])
buildWeb()
step('browser journeys', 'vitest', ['run', '--config', 'journeys/vitest.config.ts'])
step('chaos on PGlite', 'node', ['bench/chaos.ts', '--runs', '100', '--store', 'embedded'])
step('chaos on PostgreSQL, three workers', 'node', [
  'bench/chaos.ts',
  '--runs',
  '100',
  '--store',
  'postgres',
  '--workers',
  '3',
])
