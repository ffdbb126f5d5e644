/** `npm run dev`, first step: before anything is installed. */
import { join } from 'node:path'
import { ensureInstalled, handOver, projectDir } from './first-step.mjs'

ensureInstalled()
handOver(join(projectDir, 'app/demo/dev.ts'), process.argv.slice(2), { NODE_ENV: 'development' })
