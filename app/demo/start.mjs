/** `npm run demo`, first step: before anything is installed. */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureInstalled, handOver, projectDir } from '../server/first-step.mjs'

// What waits for this file must not take an earlier run's for this one's.
const dataDir = resolve(process.env.DEMO_DATA_DIR || join(projectDir, '.data'))
rmSync(join(dataDir, 'demo.json'), { force: true })

ensureInstalled()
handOver(join(projectDir, 'app/demo/demo.ts'), process.argv.slice(2), {
  NODE_ENV: 'production',
  DEMO_DATA_DIR: dataDir,
})
