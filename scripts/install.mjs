// Runs on Node 20 with nothing installed: brings the packages that the lockfile names, when they are not there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stampFolder = join(root, 'node_modules', '.front-counter')

/** Runs a command with the packages' own programs (Node 24 among them) first on the path; stops everything when it fails. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: pathed(), ...options })
  if (status !== 0) process.exit(status ?? 1)
}

export const pathed = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
})

const hashOf = (text) => createHash('sha256').update(text).digest('hex')

export const stampIs = (name, value) =>
  existsSync(join(stampFolder, name)) && readFileSync(join(stampFolder, name), 'utf8') === value
export function stamp(name, value) {
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(join(stampFolder, name), value)
}

export function installPackages() {
  const wanted = hashOf(readFileSync(join(root, 'package-lock.json')))
  if (stampIs('packages', wanted)) return
  console.log('Installing packages. This happens once and takes about a minute.')
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  stamp('packages', wanted)
}

/** One hash of names, sizes and times of everything below these folders: changes when any file does. */
function stateOf(folders) {
  const lines = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const at = statSync(join(root, folder, name))
        return at.isFile() ? `${folder}/${name} ${at.size} ${at.mtimeMs}` : ''
      }),
  )
  return hashOf(lines.join('\n'))
}

export function buildWeb() {
  const wanted = stateOf(['src'])
  if (stampIs('web', wanted) && existsSync(join(root, 'dist/web/index.html'))) return
  console.log('Building the web app.')
  run('vite', ['build', '--logLevel', 'error'])
  stamp('web', wanted)
}
