/** `npm test`, first step: before anything is installed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, handOver, projectDir } from '../app/server/first-step.mjs'

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const findChromium = () => [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path))
const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
  spawnSync(command, args, { cwd: projectDir, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

/** A system's Chromium, else Debian's package, else Playwright's own download; an empty answer means the last. */
function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    const install = ['install', '-y', '-q', '--no-install-recommends', 'fonts-dejavu-core']
    // Without a window's parts it starts a page in a fraction of the time; older Debians have only the whole.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      console.log(`Installing Chromium for the browser tests (apt-get install ${name}) …`)
      if (run('apt-get', ['update', '-q']) && run('apt-get', [...install, name])) return findChromium() ?? ''
    }
  }
  console.log('Downloading Chromium for the browser tests (playwright install chromium) …')
  if (run(join(projectDir, 'node_modules/.bin/playwright'), ['install', 'chromium'])) return ''
  console.error('There is no Chromium for the browser tests. Install one and name it in CHROMIUM_PATH.')
  process.exit(1)
}

const args = process.argv.slice(2)
ensureInstalled()
const chromium = args.length === 0 || args.includes('browser') ? ensureChromium() : ''
handOver(join(projectDir, 'tests/run-all.ts'), args, chromium ? { CHROMIUM_PATH: chromium } : {})
