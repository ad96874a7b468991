// `npm start`: installs what is missing, builds the web app, and opens the counter.
import { spawn } from 'node:child_process'
import { buildWeb, installPackages, pathed, root } from './install.mjs'

installPackages()
const part = process.argv[2] ?? 'all'
if (part !== 'worker') buildWeb()
// Young garbage may take 16 MB and not what the machine would allow: a file of 800 MB is read as fast, in 191 MB instead of 214.
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']
const child = spawn('node', [...flags, 'src/main.ts', part], {
  cwd: root,
  stdio: 'inherit',
  // What a large picture took while it was drawn goes back to the machine at once; by itself the C library keeps some 200 MB of it.
  env: { MALLOC_MMAP_THRESHOLD_: '131072', ...pathed() },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
