import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import type { TemplateServer } from '#tests/harness/template.ts'
import { startBuiltApp } from './client.ts'

export type SignedInPlan = {
  app: RunningApp
  db: Database
  /** For commands that prepare what is asked about. */
  parts: Parts
  plan: SamplePlan
  /** The sessions of the plan's lead and champion, as a browser sends them. */
  cookies: Record<'lead' | 'champion', string>
  stop(): Promise<void>
}

/** The app as it runs in production, with a plan whose lead and champion are signed in. */
export async function startWithPlan(
  server: TemplateServer,
  options: Parameters<typeof makePlan>[1] = {},
): Promise<SignedInPlan> {
  const app = await startBuiltApp(server)
  const db = createDatabase(app.appUrl, { max: 2 })
  const parts = {
    ...(await testParts(db, app.appUrl, { now: runClock.now().toISOString() })),
    environment: readEnvironment(app.variables),
  }
  const plan = await makePlan(db, options)
  const { workspaceId, lead, champion } = plan
  const cookies = await inWorkspace(db, workspaceId, async (trx) => {
    const session = async (who: { memberId: string } | { participantId: string }) =>
      (await beginSession(parts, trx, workspaceId, who, null)).split(';')[0] ?? ''
    return { lead: await session({ memberId: lead.id }), champion: await session({ participantId: champion.id }) }
  })
  return {
    ...{ app, db, parts, plan, cookies },
    async stop() {
      await db.destroy()
      await app.stop()
    },
  }
}
