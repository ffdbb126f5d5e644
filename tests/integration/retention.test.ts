import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { forgetOld } from '#app/jobs/forget-old.server.ts'
import { issueLink } from '#app/outbox/link-token.server.ts'
import { winKinds } from '#app/notices/notice-recipients.server.ts'
import { action, loader } from '#app/workspace/retention-and-requests.page.tsx'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { type KeepingRecords, keepingRecords } from '#tests/factories/keeping-records.ts'

const idsOf = (it: KeepingRecords, table: 'session' | 'linkToken' | 'notice') =>
  it.within(async (trx) => new Set((await trx.selectFrom(table).select('id').execute()).map(({ id }) => id)))

/** One of each record that ended this many days ago, and one that has not. */
async function records(it: KeepingRecords, days: number) {
  const { parts, workspaceId, plan, within, daysAgo } = it
  const at = daysAgo(days)
  const session = async (values: { endedAt?: Date; expiresAt?: Date }) => {
    const made = await within(async (trx) => {
      await beginSession(parts, trx, workspaceId, { memberId: plan.lead.id }, null)
      const newest = await trx.selectFrom('session').select('id').execute()
      return newest.map(({ id }) => id)
    })
    const id = made.find((it) => !known.has(it)) ?? ''
    known.add(id)
    if (Object.keys(values).length > 0)
      await within((trx) => trx.updateTable('session').set(values).where('id', '=', id).execute())
    return id
  }
  const known = await idsOf(it, 'session')
  const link = async (values: { usedAt?: Date; revokedAt?: Date; expiresAt?: Date; kind?: string }) => {
    const id = await within((trx) =>
      issueLink(
        parts.environment,
        trx,
        workspaceId,
        { kind: 'return', planId: plan.planId, participantId: plan.viewer.id },
        at,
      ),
    )
    await within((trx) =>
      trx
        .updateTable('linkToken')
        .set({ expiresAt: daysAgo(-10), ...values })
        .where('id', '=', id)
        .execute(),
    )
    return id
  }
  const notice = async (values: { state?: string; kind?: string; linkTokenId?: string }) => {
    const id = newId()
    await within((trx) =>
      trx
        .insertInto('notice')
        .values({
          ...{ workspaceId, id, kind: 'task-removed', planId: plan.planId, participantId: plan.viewer.id },
          ...{ toAddress: 'a@halden.example', facts: '{"by": "Sam"}', message: '{"text": []}', daily: false },
          ...{ createdAt: at, state: 'sent', ...values },
        })
        .execute(),
    )
    return id
  }
  return {
    sessions: {
      ended: await session({ endedAt: at }),
      expired: await session({ expiresAt: at }),
      live: await session({}),
    },
    links: {
      used: await link({ usedAt: at }),
      revoked: await link({ revokedAt: at }),
      expired: await link({ expiresAt: at }),
      open: await link({}),
      demo: await link({ expiresAt: at, kind: 'demo' }),
    },
    notices: {
      sent: await notice({}),
      failed: await notice({ state: 'failed' }),
      unwanted: await notice({ state: 'unwanted' }),
      waiting: await notice({ state: 'waiting' }),
      ofTheWin: await notice({ kind: winKinds[0] ?? '' }),
    },
  }
}

test('ended sessions, spent links and emails that left are deleted in time, counted, and nothing else', async () => {
  const it = await keepingRecords()
  const old = await records(it, 181)
  const young = await records(it, 89)
  await forgetOld(it.parts, it.workspaceId)
  expect(await idsOf(it, 'session')).toEqual(new Set([old.sessions.live, ...Object.values(young.sessions)]))
  expect(await idsOf(it, 'linkToken')).toEqual(new Set([old.links.open, old.links.demo, ...Object.values(young.links)]))
  expect(await idsOf(it, 'notice')).toEqual(
    new Set([old.notices.waiting, old.notices.ofTheWin, ...Object.values(young.notices)]),
  )
  const kept = await it.within((trx) =>
    trx.selectFrom('notice').select(['facts', 'message', 'toAddress']).where('id', '=', old.notices.ofTheWin).execute(),
  )
  expect(kept, 'who was told about a win stays known, not what it said').toEqual([
    { facts: {}, message: null, toAddress: 'a@halden.example' },
  ])
  const deleted = async () =>
    (await it.log()).filter(({ kind }) => kind === 'records deleted').map(({ detail }) => detail)
  expect(await deleted()).toEqual([{ emails: '4', sessions: '2', links: '3' }])
  await forgetOld(it.parts, it.workspaceId)
  expect(await deleted(), 'nothing is said of nothing').toHaveLength(1)
})

test('a link whose email has still to leave stays', async () => {
  const it = await keepingRecords()
  const { links, notices } = await records(it, 400)
  await it.within((trx) =>
    trx.updateTable('notice').set({ linkTokenId: links.used }).where('id', '=', notices.waiting).execute(),
  )
  await forgetOld(it.parts, it.workspaceId)
  expect([...(await idsOf(it, 'linkToken'))]).toContain(links.used)
})

test('each workspace keeps by its own setting', async () => {
  const [one, two] = [await keepingRecords(), await keepingRecords()]
  await one.keep({ keepSessionsDays: '30', keepEmailsDays: '365' })
  const [ofOne, ofTwo] = [await records(one, 185), await records(two, 45)]
  for (const it of [one, two]) await forgetOld(it.parts, it.workspaceId)
  expect([...(await idsOf(one, 'notice'))].sort()).toEqual(Object.values(ofOne.notices).sort())
  expect([...(await idsOf(one, 'session'))]).toEqual([ofOne.sessions.live])
  expect([...(await idsOf(two, 'session'))].sort()).toEqual(Object.values(ofTwo.sessions).sort())
})

test('many old records go in batches, all in one night', async () => {
  const it = await keepingRecords()
  const at = it.daysAgo(40)
  const many = (trx: WorkspaceTransaction) =>
    trx
      .insertInto('commandReceipt')
      .values(
        Array.from({ length: 2_500 }, (_, n) => ({
          ...{ workspaceId: it.workspaceId, actor: 'member:x', command: 'edit-task', key: `key-${n}` },
          ...{ inputHash: '', outcome: '{}', at },
        })),
      )
      .execute()
  await it.within(many)
  await forgetOld(it.parts, it.workspaceId)
  expect(await it.within((trx) => trx.selectFrom('commandReceipt').select('key').execute())).toEqual([])
  const counts = (await it.log()).filter(({ kind }) => kind === 'records deleted').map(({ detail }) => detail)
  expect(counts).toEqual([{ receipts: '1000' }, { receipts: '1000' }, { receipts: '500' }])
})

test('an admin sets how long records are kept, within bounds, after a fresh sign-in, and the log records it', async () => {
  const it = await keepingRecords()
  const session = async (memberId: string) =>
    (await it.within((trx) => beginSession(it.parts, trx, it.workspaceId, { memberId }, null))).split(';')[0] ?? ''
  const cookie = await session(it.admin.id)
  const post = (fields: Record<string, string>, as = cookie) =>
    answerOf(() =>
      action(
        it.posted('/workspace/data', { intent: 'set-retention', idempotencyKey: newId(), ...fields }, { cookie: as }),
      ),
    )
  const seen = { 'seen.keepSecurityLogMonths': '24', 'seen.keepEmailsDays': '180' }
  const refused = await post({ ...seen, keepSecurityLogMonths: '5', keepEmailsDays: '731', keepSessionsDays: '30.5' })
  expect(refused).toMatchObject({
    status: 422,
    body: {
      faults: [
        { field: 'keepSecurityLogMonths', message: 'The minimum is 6.' },
        { field: 'keepEmailsDays', message: 'The maximum is 730.' },
        { field: 'keepSessionsDays', message: 'Please enter a whole number.' },
      ],
    },
  })
  await it.noted('An old entry', 14)
  const question =
    'Security log, in months: 24 → 12. 1 entry of the security log will be deleted tonight. You can’t undo this.'
  const shorter = { ...seen, keepSecurityLogMonths: '12', keepEmailsDays: '180' }
  expect(await post(shorter), 'older entries go for good, so it asks first').toMatchObject({
    status: 422,
    body: {
      faults: [
        {
          field: 'confirmShorter',
          message: question,
        },
      ],
    },
  })
  expect((await loader(it.args('/workspace/data', { headers: { cookie } }))).retention.keepSecurityLogMonths).toBe(24)
  const shortest = { ...shorter, keepSecurityLogMonths: '6', confirmShorter: question }
  expect(await post(shortest), 'a tick counts for what was asked').toMatchObject({
    status: 422,
    body: { faults: [{ field: 'confirmShorter', message: question.replace('12', '6') }] },
  })
  expect(await post({ ...shorter, confirmShorter: question })).toMatchObject({ status: 303 })
  seen['seen.keepSecurityLogMonths'] = '12'
  expect(await post({ ...seen, keepSecurityLogMonths: '36', keepEmailsDays: '180' })).toMatchObject({ status: 303 })
  const page = (await loader(it.args('/workspace/data', { headers: { cookie } }))).retention
  expect(page).toEqual({ keepSecurityLogMonths: 36, keepEmailsDays: 180, keepSessionsDays: 90, keepReceiptsDays: 7 })
  expect((await it.log()).at(-1)).toMatchObject({
    kind: 'retention changed',
    detail: { by: 'Ana Lind', before: 'Security log, in months: 12', after: 'Security log, in months: 36' },
  })
  expect(await post({ ...seen, keepSecurityLogMonths: '48' }), 'saved meanwhile').toMatchObject({ status: 409 })
  expect(await post({ keepEmailsDays: '200' }, await session(it.plan.lead.id))).toMatchObject({ status: 403 })
  it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 11 * 60_000))
  expect(await post({ keepEmailsDays: '200' })).toMatchObject({ status: 403, body: { wantsSignIn: true } })
})
