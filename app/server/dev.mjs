/** `npm run dev`, first step: before anything is installed. */
import { join } from 'node:path'
import { ensureInstalled, handOver, projectDir } from './first-step.mjs'

ensureInstalled()
// Starts again when a file changes that the server loaded itself: Vite follows the pages.
const flags = ['--watch', '--watch-preserve-output']
handOver(join(projectDir, 'app/demo/dev.ts'), process.argv.slice(2), { NODE_ENV: 'development' }, flags)
