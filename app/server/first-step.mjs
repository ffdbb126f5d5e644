/**
 * Runs before anything is installed: without dependencies, on Node 20 or newer. Installs the packages of the lock file and
 * hands over to the project's own Node.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectDir = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const ownNode = join(projectDir, 'node_modules', '.bin', 'node')

/** Whether node_modules holds what package-lock.json names, by npm's own record of what it installed. */
function isInstalled(dir = projectDir) {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(dir, path), 'utf8')).packages
  try {
    const [wanted, found] = [read('package-lock.json'), read('node_modules/.package-lock.json')]
    return Object.entries(wanted).every(
      ([path, { version, optional, link }]) => path === '' || optional || link || found[path]?.version === version,
    )
  } catch {
    return false
  }
}

/** Installs what is missing; ends the process with npm's code when that fails. */
export function ensureInstalled() {
  if (isInstalled() && existsSync(ownNode)) return
  console.log('Installing the packages of package-lock.json (npm ci); this takes a minute …')
  const began = Date.now()
  // Scripts of packages are needed: one of them brings Node itself.
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: projectDir,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0 || !existsSync(ownNode)) {
    console.error('The packages could not be installed. Is the npm registry reachable? Then try `npm ci` by hand.')
    process.exit(status || 1)
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/**
 * Runs `file` (TypeScript too) on the project's own Node and ends as it ends. Signals are handed on as a message, since Ctrl-C
 * reaches both by itself and a second signal means "at once". When this one is killed, the channel closes, and the other stops
 * by itself.
 */
export function handOver(
  /** @type {string} */ file,
  /** @type {string[]} */ args = [],
  /** @type {Record<string, string>} */ env = {},
  /** @type {string[]} */ flags = [],
) {
  const child = spawn(ownNode, [...flags, '--import', 'tsx', file, ...args], {
    cwd: projectDir,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(ownNode)}:${process.env.PATH ?? ''}`, ...env },
  })
  const stop = () => void child.kill('SIGTERM')
  process
    .on('SIGINT', () => undefined)
    .on('SIGTERM', stop)
    .on('SIGHUP', stop)
  // npm starts a shell and the shell this; a shell hands no signals on, and a killed npm leaves it standing.
  const starters = startersOf()
  if (process.env.npm_lifecycle_event) {
    setInterval(() => startersOf() !== starters && stop(), 1_000).unref()
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/** The numbers of our parent and of its parent, where the system tells them. */
function startersOf() {
  const parent = process.ppid
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(parent)
  }
}
