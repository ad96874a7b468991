import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { openPostgres, pgliteOptions, wrapPGlite } from '../src/foundation/database.ts'
import { migrate } from '../src/foundation/migrate.ts'
import { startPostgres } from './postgres.ts'

/** Prepares, once a run, the empty migrated store that every test clones; which kind, the project's name says. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.name === 'postgres' ? preparePostgres(project) : prepareEmbedded(project)
}

async function prepareEmbedded(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'fc-store-'))
  const database = wrapPGlite(await PGlite.create(join(folder, 'empty'), pgliteOptions))
  await migrate(database.db)
  await database.close()
  project.provide('store', { kind: 'embedded', folder: join(folder, 'empty') })
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function preparePostgres(project: TestProject) {
  const server = await startPostgres()
  const admin = await openPostgres(server.url, 1)
  await sql`create database template_fc`.execute(admin.db)
  await admin.close()
  const template = new URL(server.url)
  template.pathname = '/template_fc'
  const database = await openPostgres(template.href, 1)
  await migrate(database.db)
  await database.close()
  project.provide('store', { kind: 'postgres', url: server.url, template: 'template_fc' })
  return () => server.stop()
}
