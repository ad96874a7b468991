import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL of our own on loopback, thrown away on stop. Needs Debian's postgresql (any version from 15). */
export async function startPostgres(): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const bin = binaries()
  const folder = mkdtempSync(join(tmpdir(), 'fc-postgres-'))
  const data = join(folder, 'data')
  const as = whoMayRun(folder)
  execFileSync(
    `${bin}/initdb`,
    ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...as, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    fsync: 'off',
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '256MB',
  }
  const flags = Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const server = spawn(`${bin}/postgres`, ['-D', data, '-p', String(port), ...flags], { ...as, stdio: 'ignore' })
  const stop = () =>
    new Promise<void>((done) => {
      server.once('exit', () => {
        rmSync(folder, { recursive: true, force: true })
        done()
      })
      server.kill('SIGINT')
    })
  for (let i = 0; i < 100; i++) {
    try {
      execFileSync(`${bin}/pg_isready`, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
      return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: server.pid ?? 0, stop }
    } catch {
      await new Promise((r) => setTimeout(r, 100))
    }
  }
  await stop()
  throw new Error('PostgreSQL did not start within 10 seconds.')
}

function binaries(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((v) => existsSync(`${root}/${v}/bin/initdb`)) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (!newest || Number(newest) < 15)
    throw new Error('PostgreSQL 15 or newer is not installed. Install it with: apt-get install postgresql')
  return `${root}/${newest}/bin`
}

/** PostgreSQL refuses to run as root, so root lends it the postgres user. */
function whoMayRun(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres']).toString()))
  chownSync(folder, uid ?? 0, gid ?? 0)
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
