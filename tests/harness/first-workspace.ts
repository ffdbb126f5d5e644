import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { RunningApp } from './app.ts'

const projectDir = resolve(import.meta.dirname, '../..')

/**
 * An empty workspace of its own for a browser test, made as an operator makes it; the admin's link arrives in the app's mailbox.
 * @throws Error with the program's words when it refuses
 */
export async function createFirstWorkspace(
  app: RunningApp,
  { name, admin, domain }: { name: string; admin: string; domain: string },
) {
  const program = [
    '--import',
    'tsx',
    'app/server/create-first-workspace.ts',
    '--name',
    name,
    '--admin',
    admin,
    '--domain',
    domain,
  ]
  await promisify(execFile)(process.execPath, program, { cwd: projectDir, env: { ...process.env, ...app.variables } })
}
