import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { inWorkspace } from '#db/workspace.ts'
import { mailSignInLink } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { newId } from '#app/kit/ids.ts'
import { createLog } from '#app/kit/log.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import { makeParts } from '#app/server/make-parts.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, appUrl, ownerUrl, ownerDb } = await freshDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const plan = await makePlan(db)
  const { workspaceId } = plan
  const write = (n: number) =>
    inWorkspace(db, workspaceId, (trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'sign-in',
          facts: { workspace: 'Brightline', name: `Person ${n}` },
          to: { memberId: plan.lead.id, address: `person.${n}@brightline.example` },
          planId: null,
          link: { kind: 'sign-in', planId: null },
        },
        parts.clock.now(),
      ),
    )
  return { db, ownerDb, ownerUrl, parts, resend, plan, workspaceId, write }
}

/** How an installation keeps its queues, but for those of pg-boss itself. */
const settingsOf = async (ownerDb: Database) =>
  (
    await sql<Record<string, unknown>>`
      select name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, retention_seconds,
        deletion_seconds, heartbeat_seconds
      from pgboss.queue where name not like '#_#_%' escape '#' order by name`.execute(ownerDb)
  ).rows

test('settings of queues that changed since the last version reach an installation when a process starts', async () => {
  const { ownerDb, parts } = await stage()
  const asNow = await settingsOf(ownerDb)
  // As an earlier version left them: other settings, some of which no longer exist, and one queue fewer.
  await sql`update pgboss.queue set retry_limit = 1, retry_delay_max = 7, heartbeat_seconds = 99, retention_seconds = 60`.execute(
    ownerDb,
  )
  await sql`delete from pgboss.queue where name = 'forget-old-of-workspace'`.execute(ownerDb)
  const { close } = await makeParts(parts.environment, createLog({ level: 'silent' }), { clock: parts.clock })
  await close()
  expect(await settingsOf(ownerDb)).toEqual(asNow)
})

test('and when it is migrated', async () => {
  const { ownerDb, ownerUrl } = await stage()
  const asNow = await settingsOf(ownerDb)
  await sql`update pgboss.queue set retry_limit = 1, heartbeat_seconds = 99`.execute(ownerDb)
  await migrateToLatest(ownerUrl)
  expect(await settingsOf(ownerDb)).toEqual(asNow)
})

test('a worker ends the schedule of a queue that this version renamed', async () => {
  const { parts } = await stage()
  await parts.boss.createQueue('forget-receipts')
  await parts.boss.schedule('forget-receipts', '40 2 * * *')
  const worker = await startWorker(parts)
  await worker.stop()
  expect(await parts.boss.getSchedules('forget-receipts')).toEqual([])
  expect(await parts.boss.getSchedules('forget-old')).toMatchObject([{ cron: '40 2 * * *' }])
})

test('a sign-in email goes before all others that wait', async () => {
  const { db, parts, plan, workspaceId } = await stage()
  await parts.boss.insert(
    'send-notice',
    Array.from({ length: 30 }, () => ({ data: { workspaceId, noticeId: plan.planId } })),
  )
  await inWorkspace(db, workspaceId, (trx) =>
    mailSignInLink(parts, trx, { actor: plan.lead, email: 'sam.ortiz@brightline.example' }, { planId: null }),
  )
  const [first] = await parts.boss.fetch<{ noticeId: string }>('send-notice')
  const notice = await inWorkspace(db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select('kind')
      .where('id', '=', first?.data.noticeId ?? '')
      .executeTakeFirst(),
  )
  expect(notice?.kind).toBe('sign-in')
})

test('the jobs of a worker that was killed are taken up within a minute', async () => {
  const { parts, resend, write } = await stage()
  await write(1)
  // Taken by a worker that never finishes it.
  expect(await parts.boss.fetch('send-notice')).toHaveLength(1)
  const other = await makeParts(parts.environment, createLog({ level: 'silent' }), { clock: parts.clock })
  const worker = await startWorker(other.parts)
  try {
    await expect.poll(() => resend.attempts.length).toBe(1)
  } finally {
    await worker.stop()
    await other.close()
  }
})

test('an email that fails is tried again after pauses that grow up to an hour, and differ at random', async () => {
  const { parts, ownerDb, workspaceId, plan } = await stage()
  const data = { workspaceId, noticeId: plan.planId }
  await parts.boss.insert(
    'send-notice',
    Array.from({ length: 20 }, () => ({ data })),
  )
  const pausesAfterFailing = async () => {
    const taken = await parts.boss.fetch('send-notice', { batchSize: 20 })
    await parts.boss.fail(
      'send-notice',
      taken.map(({ id }) => id),
    )
    const { rows } = await sql<{ pause: number }>`
      select extract(epoch from start_after - now())::float as pause from pgboss.job where name = 'send-notice'`.execute(
      ownerDb,
    )
    // As once the pause is over.
    await sql`update pgboss.job set start_after = now() where name = 'send-notice'`.execute(ownerDb)
    return rows.map(({ pause }) => pause)
  }
  const [first, second] = [await pausesAfterFailing(), await pausesAfterFailing()]
  expect(new Set(first).size).toBe(20)
  expect(Math.min(...first)).toBeGreaterThan(4)
  expect(Math.max(...first)).toBeLessThanOrEqual(10)
  expect(Math.min(...second)).toBeGreaterThan(9)
  expect(Math.max(...second)).toBeLessThanOrEqual(20)
  await sql`update pgboss.job set retry_count = 20 where name = 'send-notice'`.execute(ownerDb)
  expect(Math.max(...(await pausesAfterFailing()))).toBeLessThanOrEqual(3600)
})

test('the jobs of many workspaces follow each other within a second', async () => {
  const { parts, ownerDb } = await stage()
  await parts.boss.insert(
    'collect-daily-of-workspace',
    Array.from({ length: 8 }, newId).map((id) => ({ data: { workspaceId: id }, singletonKey: id })),
  )
  const worker = await startWorker(parts)
  const done = async () =>
    (
      await sql`select from pgboss.job
        where name = 'collect-daily-of-workspace' and state = 'completed'`.execute(ownerDb)
    ).rows.length
  try {
    // With a pause of five seconds after each they would take forty.
    await expect.poll(done, { timeout: 30_000 }).toBe(8)
  } finally {
    await worker.stop()
  }
})
