import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { SentNotice } from '#app/outbox/when-told.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { setJobTitle } from '#app/workspace/profile/set-job-title.server.ts'
import { startMailbox } from '#tests/factories/mailbox.ts'
import { testParts } from '#tests/factories/parts.ts'
import { type MemberActor, type ParticipantActor, makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { noticesOf } from '#tests/samples/notices.ts'

type Person = MemberActor | ParticipantActor

/** A plan whose emails go through the mail service's SDK to the built-in mailbox. */
async function stage() {
  const { db, appUrl } = await testDatabase()
  const mailbox = await startMailbox()
  const bare = await testParts(db, appUrl)
  const parts = { ...bare, environment: { ...bare.environment, resendBaseUrl: mailbox.baseUrl } }
  const plan = await makePlan(db)
  const { workspaceId, planId } = plan
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  const addressOf = (person: Person) =>
    within(async (trx) => {
      const { email } = await trx
        .selectFrom(person.kind)
        .select('email')
        .where('id', '=', person.id)
        .executeTakeFirstOrThrow()
      return email
    })
  const codeFor = (reader: Person) =>
    within(async (trx) => {
      const id = newId()
      const owner = reader.kind === 'member' ? { memberId: reader.id } : { participantId: reader.id }
      const times = { createdAt: parts.clock.now(), expiresAt: new Date(parts.clock.now().getTime() + 600_000) }
      await trx
        .insertInto('signInCode')
        .values({ workspaceId, id, secretHash: newId(), ...owner, landing: '/', ...times })
        .execute()
      return id
    })
  const sent = async (noticeId: string) => {
    await sendNotice(parts, workspaceId, noticeId)
    const email = (await mailbox.list()).find(({ idempotencyKey }) => idempotencyKey === noticeId)
    if (!email) throw new Error('The email did not arrive.')
    return { from: email.from, replyTo: email.headers['Reply-To'], html: email.html, text: email.text }
  }
  const newest = () =>
    within((trx) => trx.selectFrom('notice').selectAll().orderBy('createdAt', 'desc').orderBy('id', 'desc').execute())
  /** Sends an email of one kind; of the workspace as a whole, or of the plan, where `isOfPlan`. */
  const send = async (kind: SentNotice['kind'], reader: Person, actor: Person | null, isOfPlan = true) => {
    const notice = noticesOf('Words', { codeId: await codeFor(reader), planIds: [planId, planId] })[kind]
    const address = await addressOf(reader)
    const to = reader.kind === 'member' ? { memberId: reader.id, address } : { participantId: reader.id, address }
    const known = new Set((await newest()).map(({ id }) => id))
    const link = reader.kind === 'member' ? { path: '/' } : { kind: 'return' as const, planId }
    const sender = actor ? { kind: actor.kind, id: actor.id } : undefined
    await within((trx) =>
      writeNotice(
        parts,
        trx,
        workspaceId,
        { ...notice, to, planId: isOfPlan && kind !== 'daily' ? planId : null, link, sender } as NewNotice,
        parts.clock.now(),
      ),
    )
    const written = (await newest()).find(({ id }) => !known.has(id))
    return sent(written?.id ?? '')
  }
  return { db, parts, plan, workspaceId, planId, within, addressOf, send, sent, newest }
}

const kinds = Object.keys(noticesOf('x', { codeId: newId(), planIds: [newId(), newId()] })) as SentNotice['kind'][]
/** No one writes these: the workspace does. */
const ofTheWorkspace: readonly SentNotice['kind'][] = ['daily', 'sign-in', 'sign-in-code', 'security-notice']

test('every kind of email comes from the person who acted, and an answer goes to that person', async () => {
  const { plan, send } = await stage()
  for (const kind of kinds.filter((it) => !ofTheWorkspace.includes(it))) {
    expect(await send(kind, plan.champion, plan.teammate), kind).toMatchObject({
      from: '"Noor Haddad, Brightline (via Firstwin)" <plans@example.com>',
      replyTo: 'noor.haddad@brightline.example',
    })
    expect(await send(kind, plan.lead, plan.champion), kind).toMatchObject({
      from: '"Priya Raman, Halden Foods (via Firstwin)" <plans@example.com>',
      replyTo: 'priya.raman@halden.example',
    })
  }
})

test('what no one wrote comes from the workspace, and an answer goes to the plan’s lead', async () => {
  const { plan, send } = await stage()
  for (const kind of kinds)
    expect(await send(kind, plan.champion, null), kind).toMatchObject({
      from: '"Brightline (via Firstwin)" <plans@example.com>',
      replyTo: 'sam.ortiz@brightline.example',
    })
})

test('no email of any kind is answered to an address that no one reads, or to its own reader', async () => {
  const { db, parts, plan, workspaceId, within, send } = await stage()
  const ana = await makeMember(db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  for (const kind of kinds) {
    expect(await send(kind, plan.lead, plan.lead, false), kind).toMatchObject({
      from: '"Brightline (via Firstwin)" <plans@example.com>',
      replyTo: 'ana.lind@brightline.example',
    })
    const ofPlan = await send(kind, plan.lead, null)
    expect(ofPlan.replyTo, kind).toBe('ana.lind@brightline.example')
  }
  // Someone who left no longer gets replies.
  const gone = (table: 'member' | 'planParticipant', id: string) =>
    within((trx) =>
      table === 'member'
        ? trx.updateTable('member').set({ removedAt: parts.clock.now() }).where('id', '=', id).execute()
        : trx
            .updateTable('planParticipant')
            .set({ removedAt: parts.clock.now() })
            .where('participantId', '=', id)
            .execute(),
    )
  await gone('member', plan.teammate.id)
  await gone('planParticipant', plan.contributor.id)
  for (const actor of [plan.teammate, plan.contributor])
    expect((await send('champion-proposed', plan.champion, actor)).replyTo).toBe('sam.ortiz@brightline.example')
  // The only person of a workspace has no one else to answer.
  for (const { id } of [plan.lead, plan.outsider]) await gone('member', id)
  expect((await send('security-notice', ana, null, false)).replyTo).toBe('ana.lind@brightline.example')
})

test('an invitation is signed with the job title, and quotes the inviter’s own words as text', async () => {
  const { parts, plan, workspaceId, planId, within, newest, sent } = await stage()
  await within((trx) =>
    trx
      .updateTable('workspace')
      .set({ logo: `/logos/${workspaceId}.${newId()}` })
      .execute(),
  )
  const title = { jobTitle: '  Account   executive ' }
  await runCommand(parts, setJobTitle, { actor: plan.lead, scopeId: workspaceId, input: title })
  await runCommand(parts, inviteParticipant, {
    actor: plan.lead,
    scopeId: planId,
    input: {
      name: 'Ines Roth',
      email: 'ines.roth@halden.example',
      role: 'viewer',
      personalLine: '“As we said: <b>two</b> weeks\u202e.”',
    },
  })
  const notice = (await newest()).find(({ kind }) => kind === 'invitation')
  const { from, replyTo, html, text } = await sent(notice?.id ?? '')
  expect({ from, replyTo }).toEqual({
    from: '"Sam Ortiz, Brightline (via Firstwin)" <plans@example.com>',
    replyTo: 'sam.ortiz@brightline.example',
  })
  expect(text).toContain('“As we said: <b>two</b> weeks.”')
  expect(text).toMatch(/Sam Ortiz\s+Account executive, Brightline/)
  expect(html).not.toContain('<b>two')
  expect(html).toContain(`src="http://localhost:3000/logos/${workspaceId}.`)
})
