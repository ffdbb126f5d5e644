import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { requeueNotices } from '#app/jobs/requeue-notices.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'

const signIn = { kind: 'sign-in', facts: { workspace: 'Brightline', name: 'Sam' } } as const
const termsChanged = { kind: 'terms-changed', facts: {} } as const

async function stage() {
  const { db, appUrl, ownerDb } = await freshDatabase()
  const resend = await startLocalResend()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const write = (
    { workspaceId, planId, lead }: SamplePlan,
    name: string,
    what: typeof signIn | typeof termsChanged,
  ) => {
    const to = { memberId: lead.id, address: `${name}@brightline.example` }
    const notice: NewNotice = { ...what, to, planId, link: { kind: 'sign-in', planId: null } }
    return inWorkspace(db, workspaceId, (trx) => writeNotice(parts, trx, workspaceId, notice, parts.clock.now()))
  }
  const minutesLater = (minutes: number) => parts.clock.set(new Date(parts.clock.now().getTime() + minutes * 60_000))
  /** The jobs that will send an email, by the name before the @. */
  const queued = async () =>
    (
      await sql<{ name: string; state: string; priority: number }>`
        select split_part(notice.to_address, '@', 1) as name, job.state, job.priority
        from pgboss.job join notice on notice.id = (job.data ->> 'noticeId')::uuid
        where job.name = 'send-notice' and job.state < 'completed' order by 1`.execute(ownerDb)
    ).rows
  const plan = await makePlan(db)
  const other = await makePlan(db)
  const workspaces = [{ id: plan.workspaceId }, { id: other.workspaceId }]
  await db.insertInto('directory.workspace').values(workspaces).execute()
  return { parts, ownerDb, resend, plan, other, write, minutesLater, queued }
}

test('an email that waits without a job is queued again after a minute, once, and before others if someone waits for it', async () => {
  const { parts, ownerDb, plan, other, write, minutesLater, queued } = await stage()
  await write(plan, 'lost', signIn)
  await write(other, 'elsewhere', signIn)
  await write(plan, 'ended', signIn)
  await sql`update pgboss.job set state = 'completed', completed_on = now() where data ->> 'noticeId' =
    (select id::text from notice where to_address like 'ended@%')`.execute(ownerDb)
  await sql`delete from pgboss.job where state = 'created'`.execute(ownerDb)
  await write(plan, 'retried', signIn)
  await sql`update pgboss.job set state = 'retry' where state = 'created'`.execute(ownerDb)
  await write(plan, 'running', signIn)
  await sql`update pgboss.job set state = 'active' where state = 'created'`.execute(ownerDb)
  await write(plan, 'sent', signIn)
  await sql`delete from pgboss.job where state = 'created'`.execute(ownerDb)
  await sql`update notice set state = 'sent' where to_address like 'sent@%'`.execute(ownerDb)
  await write(plan, 'tomorrow', termsChanged)
  minutesLater(2)
  await write(plan, 'new', signIn)
  await sql`delete from pgboss.job where state = 'created'`.execute(ownerDb)
  await requeueNotices(parts)
  const all = [
    { name: 'elsewhere', state: 'created', priority: 1 },
    { name: 'ended', state: 'created', priority: 1 },
    { name: 'lost', state: 'created', priority: 1 },
    { name: 'retried', state: 'retry', priority: 1 },
    { name: 'running', state: 'active', priority: 1 },
  ]
  expect(await queued()).toEqual(all)
  await requeueNotices(parts)
  expect(await queued()).toEqual(all)
  minutesLater(2)
  await requeueNotices(parts)
  expect((await queued()).map(({ name }) => name)).toEqual(['elsewhere', 'ended', 'lost', 'new', 'retried', 'running'])
})

test('while emails are on hold, none is queued', async () => {
  const { parts, ownerDb, plan, write, minutesLater, queued } = await stage()
  await write(plan, 'held', signIn)
  await sql`delete from pgboss.job where state = 'created'`.execute(ownerDb)
  await sql`insert into operations.email_hold (since) values (now())`.execute(ownerDb)
  minutesLater(2)
  await requeueNotices(parts)
  expect(await queued()).toEqual([])
})

test('the worker looks every minute and sends what had lost its job, one email', async () => {
  const { parts, ownerDb, resend, plan, write, minutesLater } = await stage()
  await write(plan, 'lost', signIn)
  await sql`delete from pgboss.job where state = 'created'`.execute(ownerDb)
  minutesLater(2)
  const worker = await startWorker(parts)
  try {
    expect(await parts.boss.getSchedules('requeue-notices')).toMatchObject([{ cron: '* * * * *' }])
    // As its schedule does.
    await parts.boss.send('requeue-notices')
    const done = () => sql`select from notice where state = 'sent'`.execute(ownerDb)
    await expect.poll(async () => (await done()).rows.length).toBe(1)
    expect(resend.attempts).toHaveLength(1)
  } finally {
    await worker.stop()
  }
})
