import type { TestProject } from 'vitest/node'
import { startTestServer } from './server.ts'
import { prepareTemplate } from './template.ts'
import type { TemplateServer } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateServer: TemplateServer
  }
}

/** Once for the integration suite: the server and the migrated template. */
export default async function setup(project: TestProject) {
  const { serverUrl, stop } = await startTestServer()
  project.provide('templateServer', await prepareTemplate(serverUrl))
  return stop
}
