import { type Database, createDatabase } from '#db/connection.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import type { TemplateServer } from '#tests/harness/template.ts'
import { type Cast, makeCast } from './cast.ts'
import { startBuiltApp } from './client.ts'

export type StagedCast = { app: RunningApp; db: Database; cast: Cast; stop(): Promise<void> }

/** The app as it runs in production, with everyone who may ask it for something. */
export async function startWithCast(server: TemplateServer): Promise<StagedCast> {
  const app = await startBuiltApp(server)
  const db = createDatabase(app.appUrl, { max: 3 })
  const parts = await testParts(db, app.appUrl, { now: runClock.now().toISOString() })
  const cast = await makeCast({ ...parts, environment: readEnvironment(app.variables) })
  return {
    ...{ app, db, cast },
    async stop() {
      await db.destroy()
      await app.stop()
    },
  }
}
