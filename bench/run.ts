/** `npm run bench -- <name>`: runs one benchmark; each compares two things in one run and prints one line of JSON last. */
const benches = ['archive', 'desk', 'listen-chaos', 'publish', 'rulebook', 'triage']
const name = process.argv[2] ?? ''
if (!benches.includes(name)) {
  console.error(`There is no such bench. There are: ${benches.join(', ')}.`)
  process.exit(2)
}
await import(`./${name}.ts`)

export {}
