import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run bench`: each `*.bench.ts` here in a process of its own, one after the other; `-- schedule` picks by name. */
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))
const chosen = files.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
const failed = chosen.filter((name) => {
  process.stdout.write(`\n${name}\n`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, name)], {
    stdio: 'inherit',
  })
  return status !== 0
})
process.exit(chosen.length > 0 && failed.length === 0 ? 0 : 1)
