import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startTestServer } from './server.ts'
import { prepareTemplate } from './template.ts'
import type { TemplateServer } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateServer: TemplateServer
    /** A file for each statement that a test file of this run has checked. */
    statementsDir: string
  }
}

/** Once for the integration suite: the server and the migrated template. */
export default async function setup(project: TestProject) {
  const { serverUrl, stop } = await startTestServer()
  project.provide('templateServer', await prepareTemplate(serverUrl))
  const statementsDir = mkdtempSync(join(tmpdir(), 'firstwin-statements-'))
  project.provide('statementsDir', statementsDir)
  return async () => {
    rmSync(statementsDir, { recursive: true, force: true })
    await stop()
  }
}
