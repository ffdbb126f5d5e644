import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { releaseEmails, retrySetAside } from '#app/jobs/release-emails.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { freshDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, appUrl } = await freshDatabase()
  const resend = await startLocalResend()
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const made = await testParts(db, appUrl)
  const parts = { ...made, log, environment: { ...made.environment, resendBaseUrl: resend.baseUrl } }
  const plan = await makePlan(db)
  const { workspaceId, planId, champion } = plan
  await db.insertInto('directory.workspace').values({ id: workspaceId }).execute()
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  const noticeOf = (id: string) =>
    within((trx) => trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  /** @returns the notice's id */
  const write = async (said: string, when: 'at once' | 'daily' = 'at once') => {
    const common = {
      workspace: 'Brightline',
      account: 'Halden Foods',
      project: 'Close',
      name: 'Priya',
      by: 'Sam Ortiz',
    }
    const notice: NewNotice = {
      ...(when === 'at once'
        ? ({
            kind: 'champion-proposed',
            facts: { ...common, person: said, champion: null, earliestOn: '2026-06-23' },
          } as const)
        : ({
            kind: 'task-sent-back',
            facts: { ...common, task: 'Sign the form', reason: said, doBy: '2026-07-01' },
          } as const)),
      to: { participantId: champion.id, address: 'priya.raman@halden.example' },
      planId,
      link: { kind: 'return', planId },
    }
    await within((trx) => writeNotice(parts, trx, workspaceId, notice, parts.clock.now()))
    const { id } = await within((trx) =>
      trx
        .selectFrom('notice')
        .select('id')
        .where(sql<boolean>`${said} in (facts ->> 'person', facts ->> 'reason')`)
        .executeTakeFirstOrThrow(),
    )
    return id
  }
  /** As another version of the program would have written it. */
  const rewrite = (id: string, facts: object, kind?: string) =>
    within((trx) =>
      trx
        .updateTable('notice')
        .set({ facts: JSON.stringify(facts), ...(kind === undefined ? {} : { kind }) })
        .where('id', '=', id)
        .execute(),
    )
  return { ...plan, parts, resend, lines, within, noticeOf, write, rewrite }
}

test('an email that this version cannot read is set aside with its reason, and tried again once it can be', async () => {
  const { parts, workspaceId, resend, lines, noticeOf, write, rewrite } = await stage()
  const id = await write('Two pages are missing')
  const { facts } = await noticeOf(id)
  const { person: _, ...earlier } = facts as Record<string, unknown>
  await rewrite(id, { ...earlier, why: 'Two pages are missing' })

  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toEqual([])
  expect(await noticeOf(id)).toMatchObject({ state: 'set-aside', message: null })
  expect((await noticeOf(id)).failure).toContain('facts.person')
  const said = lines.find((line) => line.includes('set aside')) ?? ''
  expect(JSON.parse(said)).toMatchObject({ level: 'error', noticeId: id, kind: 'champion-proposed' })
  expect(said).toContain('facts.person')
  expect(said, 'what people wrote stays out of the log').not.toContain('Two pages')
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts, 'and it stays so').toEqual([])

  await rewrite(id, facts as object)
  expect(await retrySetAside(parts)).toBe(1)
  expect(await noticeOf(id)).toMatchObject({ state: 'waiting', failure: null })
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toHaveLength(1)
  expect((await noticeOf(id)).state).toBe('sent')
})

test('an email that was set aside before a backup is dropped with those that waited', async () => {
  const { parts, workspaceId, noticeOf, write, rewrite } = await stage()
  const ids = [await write('Two pages are missing'), await write('A page is missing')]
  await rewrite(ids[0] ?? '', {})
  await sendNotice(parts, workspaceId, ids[0] ?? '')
  expect(await releaseEmails(parts, { discard: true })).toBe(2)
  expect(await retrySetAside(parts)).toBe(0)
  for (const id of ids) expect((await noticeOf(id)).state).toBe('unwanted')
})

test('what was not sent since its address could not be reached is not tried again with what could not be read', async () => {
  const { parts, workspaceId, resend, within, noticeOf, write, rewrite } = await stage()
  const [unread, blocked] = [await write('Two pages are missing'), await write('A page is missing')]
  await rewrite(unread, {})
  await within((trx) =>
    trx.updateTable('notice').set({ toAddress: 'old.address@halden.example' }).where('id', '=', blocked).execute(),
  )
  await within((trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId, address: 'old.address@halden.example', reason: 'bounced', since: parts.clock.now() })
      .execute(),
  )
  for (const id of [unread, blocked]) await sendNotice(parts, workspaceId, id)
  expect(await retrySetAside(parts)).toBe(1)
  expect((await noticeOf(blocked)).state).toBe('failed')
  expect(resend.attempts).toEqual([])
})

test('a kind that this version does not know is set aside', async () => {
  const { parts, workspaceId, resend, noticeOf, write, rewrite } = await stage()
  const id = await write('Two pages are missing')
  await rewrite(id, {}, 'of-a-later-version')
  await sendNotice(parts, workspaceId, id)
  expect(resend.attempts).toEqual([])
  expect(await noticeOf(id)).toMatchObject({ state: 'set-aside' })
})

test('one that waits for the day’s email and cannot be read keeps nothing else from being told', async () => {
  const { parts, workspaceId, champion, within, noticeOf, write, rewrite } = await stage()
  const bad = await write('The first page is missing', 'daily')
  const good = await write('The last page is missing', 'daily')
  await rewrite(bad, { by: 'Sam Ortiz' })
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const daily = await within((trx) =>
    trx
      .selectFrom('notice')
      .select('facts')
      .where('kind', '=', 'daily')
      .where('participantId', '=', champion.id)
      .executeTakeFirstOrThrow(),
  )
  expect(JSON.stringify(daily.facts)).toContain('The last page is missing')
  expect(JSON.stringify(daily.facts)).not.toContain('undefined')
  expect((await noticeOf(good)).state).toBe('sent')
  expect(await noticeOf(bad)).toMatchObject({ state: 'set-aside' })
})

test('an earlier day’s email that cannot be read keeps no later one from being written', async () => {
  const { parts, workspaceId, champion, within, write, rewrite } = await stage()
  await write('A page is missing', 'daily')
  parts.clock.set('2026-06-18T06:05:00Z')
  await collectDaily(parts, workspaceId)
  const dailies = () =>
    within((trx) =>
      trx
        .selectFrom('notice')
        .select('id')
        .where('kind', '=', 'daily')
        .where('participantId', '=', champion.id)
        .execute(),
    )
  const [earlier] = await dailies()
  await rewrite(earlier?.id ?? '', { told: 'in another form' }, 'daily')
  await write('Another page is missing', 'daily')
  parts.clock.set('2026-06-19T06:05:00Z')
  await collectDaily(parts, workspaceId)
  expect(await dailies()).toHaveLength(2)
})
