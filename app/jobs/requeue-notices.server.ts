import { sql } from 'kysely'
import type { Database } from '#db/connection.ts'
import { readWorkspace } from '#db/reading.ts'
import { minute } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'
import { jobOfNotice } from '#app/outbox/outbox.server.ts'
import { inEveryWorkspace } from './every-workspace.server.ts'

/** A notice gets its job with the change that caused it; one that has waited this long without a job has lost it, in milliseconds. */
const waitsFor = minute
/** How many notices of a workspace one run looks at, the oldest first. */
const atOnce = 5_000

/**
 * Queues every notice again that waits to be sent and has no job: the job was given up, or was lost between the two commits of a
 * distributed database (db/README.md). One that waits for its next attempt keeps its job. While emails are on hold, none is queued.
 */
export async function requeueNotices(parts: Parts): Promise<void> {
  if (await findEmailHold(parts.db)) return
  const before = new Date(parts.clock.now().getTime() - waitsFor)
  // First: a job ends after its notice is marked as sent, so one that ends meanwhile is not taken for lost.
  const queued = await listQueuedNotices(parts.db)
  await inEveryWorkspace(parts, async ({ db, boss, log }, workspaceId) => {
    const waiting = await listWaitingNotices(db, workspaceId, before)
    const lost = waiting.filter(({ id }) => !queued.has(id))
    if (lost.length === 0) return
    log.warn({ workspaceId, notices: lost.length }, 'emails waited without a job and are queued again')
    await boss.insert(
      'send-notice',
      lost.map((notice) => jobOfNotice(workspaceId, notice)),
    )
  })
}

/** The notices with a job that has not ended. */
async function listQueuedNotices(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select data ->> 'noticeId' as id from pgboss.job where name = 'send-notice' and state < 'completed'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

const listWaitingNotices = (db: Database, workspaceId: string, before: Date) =>
  readWorkspace(db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['id', 'kind'])
      .where('workspaceId', '=', workspaceId)
      .where('state', '=', 'waiting')
      .where('daily', '=', false)
      .where('createdAt', '<', before)
      .orderBy('createdAt')
      .limit(atOnce)
      .execute(),
  )
