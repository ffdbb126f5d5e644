import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const appDir = resolve(import.meta.dirname, '..')

/**
 * A module below `app/` that a process starts with when it is there: the worker, the sample workspace. Whoever asks says what it
 * exports, as no import can while there is nothing to import.
 */
export async function loadWhenThere<Module>(path: string): Promise<Module | undefined> {
  const file = join(appDir, path)
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Module) : undefined
}
