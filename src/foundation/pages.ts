import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const folder = join(import.meta.dirname, '../../dist/web')

/** Serves the built web app: hashed files for ever, and its one page for every other address. */
export function mountPages(app: Hono): void {
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=31536000, immutable')
      },
    }),
  )
  app.use(
    '/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => {
        c.header('cache-control', 'no-cache')
      },
    }),
  )
  app.get('*', (c) => {
    const page = join(folder, 'index.html')
    if (!existsSync(page)) return c.text('The web app is not built. Run: npm start', 503)
    c.header('cache-control', 'no-cache')
    return c.html(readFileSync(page, 'utf8'))
  })
}
