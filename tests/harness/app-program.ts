import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundleProgram } from '#app/server/bundle-program.server.ts'

let bundled: string | undefined

/**
 * The program of a test's app process, bundled once for each process of a suite: started from its sources, each takes 2 more seconds of processor.
 * @returns its path
 */
export function appProgram(): string {
  if (bundled) return bundled
  const file = resolve(import.meta.dirname, `../../build/tests/app-process-${process.pid}.js`)
  bundleProgram(join(import.meta.dirname, 'app-process.ts'), file)
  process.once('exit', () => [file, `${file}.map`].forEach((each) => rmSync(each, { force: true })))
  return (bundled = file)
}
