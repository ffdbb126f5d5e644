import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, parse, resolve } from 'node:path'
import { buildDir } from './build-dir.ts'
import { bundleProgram } from './bundle-program.server.ts'
import { compressFiles } from './compressed-files.server.ts'

const projectDir = resolve(import.meta.dirname, '../..')
const sources = [
  'app',
  'db',
  'emails',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'client-chunks.ts',
  'client-constants.ts',
  'tsconfig.json',
]

/** What `run-built.mjs` runs. */
const programs = ['app/server/start.ts', 'app/server/worker.ts']

/**
 * Builds the browser's files, the server bundle and the programs of production into `build/`, unless they are of these very sources already.
 * @throws Error with the builder's words when it fails
 */
export function ensureBuild(say: (line: string) => void = () => undefined): void {
  const stamp = join(buildDir, 'sources.sha256')
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  say('Building …')
  const built = spawnSync(join(projectDir, 'node_modules/.bin/remix'), ['vite:build', '--logLevel', 'warn'], {
    cwd: projectDir,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new Error(`The build failed.\n${built.stdout}\n${built.stderr}`)
  compressFiles(join(buildDir, 'client'))
  for (const program of programs)
    bundleProgram(join(projectDir, program), join(buildDir, 'programs', `${parse(program).name}.js`))
  writeFileSync(stamp, hash)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(projectDir, source)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path]
    for (const file of files)
      hash.update(file.slice(projectDir.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
