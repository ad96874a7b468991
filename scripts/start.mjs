// `npm start`: installs what is missing, builds the web app, and opens the counter.
import { spawn } from 'node:child_process'
import { buildWeb, installPackages, pathed, root } from './install.mjs'

installPackages()
const part = process.argv[2] ?? 'all'
if (part !== 'worker') buildWeb()
const child = spawn('node', ['--disable-warning=ExperimentalWarning', 'src/main.ts', part], {
  cwd: root,
  stdio: 'inherit',
  env: pathed(),
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
