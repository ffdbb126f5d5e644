import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { linkKinds } from '#app/outbox/link-lifetimes.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const morning = '2026-06-18T06:05:00Z'

const text = 'Kept from the removed'
const common = { workspace: 'Brightline', name: 'Ida', project: 'Close' }
const atOnce = {
  kind: 'champion-proposed',
  facts: { ...common, person: text, champion: null, by: 'Sam Ortiz', earliestOn: '2026-06-23' },
} as const
const inDailyEmail = {
  kind: 'task-sent-back',
  facts: {
    ...common,
    account: 'Halden Foods',
    task: text,
    by: 'Sam Ortiz',
    reason: 'a page is missing',
    doBy: '2026-07-01',
  },
} as const

/** A plan whose viewer can be taken off and invited again, with a mail service that listens. */
async function stage() {
  const it = await makePlanWithSignIn()
  const resend = await startLocalResend()
  const { plan, workspaceId } = it
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: resend.baseUrl } }
  const address = await it.addressOf(plan.viewer.id)
  const at = (moment: string) => parts.clock.set(moment)
  const remove = () =>
    runCommand(parts, removeParticipant, {
      actor: plan.lead,
      scopeId: plan.planId,
      input: { participantId: plan.viewer.id },
    })
  const invite = () =>
    runCommand(parts, inviteParticipant, {
      actor: plan.champion,
      scopeId: plan.planId,
      input: { name: plan.viewer.name, email: address, role: 'viewer' },
    })
  const write = (told: typeof atOnce | typeof inDailyEmail) => {
    const { planId, viewer } = plan
    const to = { participantId: viewer.id, address }
    const notice: NewNotice = { ...told, to, planId, link: { kind: 'return', planId } }
    return it.within((trx) => writeNotice(parts, trx, workspaceId, notice, parts.clock.now()))
  }
  const notices = () =>
    it.within((trx) =>
      trx.selectFrom('notice').selectAll().where('participantId', '=', plan.viewer.id).orderBy('createdAt').execute(),
    )
  const sessions = () =>
    it.within((trx) =>
      trx.selectFrom('session').select('id').where('participantId', '=', plan.viewer.id).orderBy('createdAt').execute(),
    )
  const sendAll = async () => {
    for (const { id } of await notices()) await sendNotice(parts, workspaceId, id)
  }
  const told = () => resend.attempts.filter((sent) => sent.text.includes(text))
  return { ...it, parts, at, remove, invite, write, notices, sessions, sendAll, told, resend }
}

test.each(['at once', 'in the day’s email'])(
  'an email that waits %s does not leave once its reader is taken off',
  async (how) => {
    const it = await stage()
    await it.write(how === 'at once' ? atOnce : inDailyEmail)
    await it.remove()
    it.at(morning)
    await collectDaily(it.parts, it.workspaceId)
    await it.sendAll()
    expect(it.resend.attempts).toEqual([])
  },
)

test.each(['at once', 'in the day’s email'])('nor does it leave %s after the reader was invited again', async (how) => {
  const it = await stage()
  await it.write(how === 'at once' ? atOnce : inDailyEmail)
  await it.remove()
  it.at('2026-06-17T09:00:00Z')
  await it.invite()
  it.at(morning)
  await collectDaily(it.parts, it.workspaceId)
  await it.sendAll()
  expect(
    it.resend.attempts.map(({ subject }) => subject),
    'the invitation alone',
  ).toEqual([expect.stringContaining('invited you to the go-live plan')])
  expect(it.told()).toEqual([])
})

test('a day’s email that is written already does not leave either, also not after the reader was invited again', async () => {
  const it = await stage()
  await it.write(inDailyEmail)
  it.at(morning)
  await collectDaily(it.parts, it.workspaceId)
  expect((await it.notices()).map(({ kind }) => kind)).toContain('daily')
  await it.remove()
  it.at('2026-06-18T07:00:00Z')
  await it.invite()
  await it.sendAll()
  expect(it.told()).toEqual([])
})

test('a day’s email that was tried before does not leave once its reader is taken off', async () => {
  const it = await stage()
  await it.write(inDailyEmail)
  it.at(morning)
  await collectDaily(it.parts, it.workspaceId)
  const daily = (await it.notices()).find(({ kind }) => kind === 'daily')
  it.resend.refuse(1)
  await expect(sendNotice(it.parts, it.workspaceId, daily?.id ?? '')).rejects.toThrow('Not now')
  await it.remove()
  it.at('2026-06-18T07:00:00Z')
  await it.invite()
  await sendNotice(it.parts, it.workspaceId, daily?.id ?? '')
  expect(it.told(), 'the refused attempt alone').toHaveLength(1)
})

test('nothing leaves to a member who was removed', async () => {
  const it = await stage()
  const { plan, workspaceId, parts } = it
  const admin = await makeMember(parts.db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  await it.within((trx) =>
    writeNotice(
      parts,
      trx,
      workspaceId,
      {
        kind: 'champion-proposed',
        facts: { ...common, person: 'Ines', champion: null, by: 'Sam Ortiz', earliestOn: '2026-06-23' },
        to: { memberId: plan.outsider.id, address: 'max.lind@brightline.example' },
        planId: plan.planId,
        link: { path: '/' },
      },
      parts.clock.now(),
    ),
  )
  const input = { memberId: plan.outsider.id }
  await runCommand(parts, removeMember, { actor: admin, scopeId: workspaceId, input })
  const [notice] = await it.within((trx) =>
    trx.selectFrom('notice').selectAll().where('memberId', '=', plan.outsider.id).execute(),
  )
  expect(notice).toMatchObject({ state: 'unwanted' })
})

test.each(linkKinds.filter((kind) => kind !== 'demo'))(
  'a link of kind %s lets no one in who was taken off, also not after being invited again',
  async (kind) => {
    const it = await stage()
    const person = { participantId: it.plan.viewer.id }
    const link = await it.linkFor(kind, person, kind === 'sign-in' ? null : it.plan.planId)
    const unopened = await it.linkFor(kind, person, kind === 'sign-in' ? null : it.plan.planId)
    await it.remove()
    const sessionOf = async (url: string) => {
      const before = (await it.sessions()).length
      await it.press(url)
      return (await it.sessions()).slice(before)
    }
    expect(await sessionOf(link)).toEqual([])
    // A seat alone, without the invitation that would end older links by itself.
    await it.within((trx) =>
      trx
        .updateTable('planParticipant')
        .set({ removedAt: null })
        .where('participantId', '=', person.participantId)
        .execute(),
    )
    for (const old of [link, unopened]) expect(await sessionOf(old)).toEqual([])
    expect(await sessionOf(await it.linkFor('return', person, it.plan.planId)), 'a new link does').toHaveLength(1)
  },
)

test('what waits for someone is dropped at the moment they are taken off', async () => {
  const it = await stage()
  await it.write(atOnce)
  await it.write(inDailyEmail)
  await it.remove()
  const waiting = (await it.notices()).filter(({ kind }) => kind === atOnce.kind || kind === inDailyEmail.kind)
  expect(waiting.map(({ state }) => state)).toEqual(['unwanted', 'unwanted'])
})

test('an email asks once more when it leaves, also one without a link of its own', async () => {
  const it = await stage()
  await it.write(atOnce)
  await it.within(async (trx) => {
    await trx.updateTable('notice').set({ linkTokenId: null }).execute()
    await trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.plan.viewer.id)
      .execute()
  })
  await it.sendAll()
  expect(it.told()).toEqual([])
  expect((await it.notices()).map(({ state }) => state)).toEqual(['unwanted'])
})
