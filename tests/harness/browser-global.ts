import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { startTestServer } from './server.ts'
import { prepareTemplate } from './template.ts'

/** Once for the browser suite: the build, the database server and the migrated template. */
export default async function setup() {
  ensureBuild()
  const { serverUrl, stop } = await startTestServer()
  process.env.FIRSTWIN_TEMPLATE_SERVER = JSON.stringify(await prepareTemplate(serverUrl))
  return stop
}
