/** `npm start` and `npm run worker`: runs a program that `npm run build` has bundled. */
import { existsSync } from 'node:fs'

const program = new URL(`../../build/programs/${process.argv[2]}.js`, import.meta.url)
if (!existsSync(program)) {
  console.error('There is no build yet; run `npm run build` first.')
  process.exit(1)
}
// Stacks in the log name the files that we wrote.
process.setSourceMapsEnabled(true)
await import(program.href)
