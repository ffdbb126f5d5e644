import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Files by path from the project's root. */
export type Sources = ReadonlyMap<string, string>

/** Every file of ours that is kept, as it stands now. */
export const readSources = (): Sources =>
  new Map(
    execFileSync('git', ['ls-files', 'app', 'db', 'emails', 'tests'], { encoding: 'utf8' })
      .split('\n')
      .filter((path) => /\.(tsx?|css|mjs)$/.test(path) && existsSync(path))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  )
