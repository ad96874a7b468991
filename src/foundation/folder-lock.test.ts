import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderTaken, holdFolder } from './folder-lock.ts'

test('a second process is told who holds the folder; a killed holder leaves no lock behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fc-lock-'))
  const script = `import { holdFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}; await holdFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((held) => child.stdout.once('data', held))
  await expect(holdFolder(folder)).rejects.toThrow(FolderTaken)
  await expect(holdFolder(folder)).rejects.toThrow(`process ${child.pid}, since `)
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))
  const release = await holdFolder(folder)
  release()
  rmSync(folder, { recursive: true })
})
