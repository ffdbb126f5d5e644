import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A program of a Debian package, which root installs where it is missing. @throws Error naming the packages where it cannot be had */
export function requirePackage(program: string, ...packages: string[]): string {
  if (!existsSync(program) && process.getuid?.() === 0)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (!existsSync(program)) throw new Error(`${program} is needed: apt-get install ${packages.join(' ')}`)
  return program
}
