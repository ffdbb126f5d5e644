import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate.ts'
import { inWorkspace } from '#db/workspace.ts'
import { mailSignInLink } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { makeParts } from '#app/server/parts.server.ts'
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
          link: { path: '/plans' },
        },
        parts.clock.now(),
      ),
    )
  return { db, ownerDb, ownerUrl, parts, resend, plan, workspaceId, write }
}

test('settings of a queue that changed reach an installation that is there already', async () => {
  const { ownerDb, ownerUrl } = await stage()
  const limit = async () => {
    const { rows } = await sql<{ limit: number }>`
      select retry_limit as limit from pgboss.queue where name = 'send-notice'`.execute(ownerDb)
    return rows[0]?.limit
  }
  await sql`update pgboss.queue set retry_limit = 1 where name = 'send-notice'`.execute(ownerDb)
  await migrateToLatest(ownerUrl)
  expect(await limit()).toBe(33)
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

test('the jobs of a worker that was killed are taken up within a minute', { timeout: 120_000 }, async () => {
  const { parts, resend, write } = await stage()
  await write(1)
  // Taken, and never heard of again.
  expect(await parts.boss.fetch('send-notice')).toHaveLength(1)
  const other = await makeParts(parts.environment, createLog({ level: 'silent' }), { clock: parts.clock })
  const worker = await startWorker(other.parts)
  try {
    await expect.poll(() => resend.attempts.length, { timeout: 60_000 }).toBe(1)
  } finally {
    await worker.stop()
    await other.close()
  }
})
