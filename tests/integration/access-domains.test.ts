import { expect, test } from 'vitest'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { enterByDomain } from '#app/access/participants/enter-by-domain.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { setEntryDomains } from '#app/access/participants/set-entry-domains.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { isStillWanted } from '#app/notices/still-wanted.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { makeMember } from '#tests/factories/workspace.ts'
import { refusalOf, statusOf } from '#tests/factories/plan-setting.ts'

async function withDomains(domains: string | null = 'halden.example') {
  const it = await makePlanWithSignIn()
  const { plan, parts } = it
  const scope = { scopeId: plan.planId }
  const name = (text: string, actor: Actor = plan.champion) =>
    runCommand(parts, setEntryDomains, { ...scope, actor, input: { domains: text } })
  if (domains !== null) await name(domains)
  /** Someone opens the plan's address, enters theirs, and gets what the worker mails. */
  const askAtPlan = async (email: string) => {
    const before = new Set((await it.mailTo(email)).map(({ id }) => id))
    const answer = await it.ask({ email, next: `/plans/${plan.planId}` })
    await it.work()
    return { answer, mail: (await it.mailTo(email)).filter(({ id }) => !before.has(id)) }
  }
  const seats = () =>
    it.within((trx) =>
      trx
        .selectFrom('planParticipant')
        .innerJoin('participant', 'participant.id', 'planParticipant.participantId')
        .select(['email', 'role', 'cameBy', 'removedAt', 'participantId'])
        .where('planId', '=', plan.planId)
        .execute(),
    )
  return { ...it, scope, name, askAtPlan, seats }
}

test('champion and lead name domains, which the activity keeps; others do not', async () => {
  const it = await withDomains(null)
  await it.name(' @Halden.example,\nhalden-group.example ')
  await it.name('halden.example', it.plan.lead)
  for (const actor of [it.plan.contributor, it.plan.viewer, it.plan.teammate, it.plan.outsider])
    expect(await statusOf(it.name('halden.example', actor)), actor.name).toBe(403)
  const events = await it.within((trx) =>
    trx.selectFrom('activity').select(['event', 'changes']).orderBy('number').execute(),
  )
  expect(events).toMatchObject([
    { changes: { domains: { before: [], after: ['halden-group.example', 'halden.example'] } } },
    { changes: { domains: { after: ['halden.example'] } } },
  ])
})

test.each([
  'gmail.com',
  'halden.example, yahoo.co.uk',
  'brightline.example',
  'mail.brightline.example',
  'halden',
  'https://x.example',
  'a b@c',
])('what is public, the vendor’s or no domain is refused: %s', async (domains) => {
  const it = await withDomains(null)
  expect(await refusalOf(it.name(domains))).toMatchObject({ status: 422, faults: [{ field: 'domains' }] })
})

test('a colleague comes in by the domain: a link at the own address, a viewer from Continue on, told to the champion', async () => {
  const it = await withDomains()
  const email = 'ines.roth@halden.example'
  const { answer, mail } = await it.askAtPlan(email)
  expect(answer).toMatchObject({ status: 200, body: { status: 'sent', email } })
  const [notice, ...more] = mail
  expect(more).toEqual([])
  expect(notice).toMatchObject({ kind: 'sign-in', linkKind: 'entry' })
  const row = await it.within((trx) =>
    trx
      .selectFrom('notice')
      .selectAll()
      .where('id', '=', notice?.id ?? '')
      .executeTakeFirstOrThrow(),
  )
  expect(await it.within((trx) => isStillWanted(trx, row, it.parts.clock.now())), 'the email leaves').toBe(true)
  expect((await it.seats()).map((seat) => seat.email)).not.toContain(email)

  const link = notice?.link ?? ''
  expect(await it.open(link)).toMatchObject({ body: { card: 'continue', name: 'Ines Roth' } })
  expect(
    (await it.seats()).map((seat) => seat.email),
    'opening it lets nobody in',
  ).not.toContain(email)
  const pressed = await it.press(link)
  expect(pressed).toMatchObject({ status: 303, location: `/plans/${it.plan.planId}` })
  expect((await it.viewerOf(pressed.cookies[0]))?.email).toBe(email)
  expect((await it.seats()).find((seat) => seat.email === email)).toMatchObject({ role: 'viewer', cameBy: 'domain' })
  expect((await it.press(link)).status, 'once').toBe(401)

  const champion = await it.addressOf(it.plan.champion.id)
  expect(await it.mailTo(champion)).toMatchObject([
    { kind: 'colleague-came', facts: { colleague: 'Ines Roth', email } },
  ])
  expect(await it.securityKinds()).toEqual(expect.arrayContaining(['came by domain', 'signed in']))
  // From now on a link to sign in is enough.
  expect((await it.askAtPlan(email)).mail).toMatchObject([{ linkKind: 'sign-in' }])
})

test('who was removed can no longer join by the domain, but by an invitation', async () => {
  const it = await withDomains()
  const email = 'ines.roth@halden.example'
  await it.press((await it.askAtPlan(email)).mail[0]?.link ?? '')
  const { participantId = '' } = (await it.seats()).find((seat) => seat.email === email) ?? {}
  await runCommand(it.parts, removeParticipant, { ...it.scope, actor: it.plan.champion, input: { participantId } })
  const own = (await it.askAtPlan(email)).mail.at(-1)?.link ?? ''
  expect(await it.press(own), 'what is kept of them').toMatchObject({ location: `/plans/${it.plan.planId}/your-data` })
  const byLink: Actor = { kind: 'link', workspaceId: it.workspaceId, id: participantId, name: 'Ines Roth' }
  expect(
    await statusOf(runCommand(it.parts, enterByDomain, { ...it.scope, actor: byLink, input: { participantId } })),
  ).toBe(403)
  await runCommand(it.parts, inviteParticipant, {
    ...it.scope,
    actor: it.plan.champion,
    input: { name: 'Ines Roth', email, role: 'contributor' },
  })
  expect((await it.seats()).find((seat) => seat.email === email)).toMatchObject({
    role: 'contributor',
    cameBy: 'invitation',
    removedAt: null,
  })
})

test('a link by a domain is worth nothing once the plan is closed to it', async () => {
  for (const close of ['domains', 'archived', 'lost'] as const) {
    const it = await withDomains()
    const link = (await it.askAtPlan('ines.roth@halden.example')).mail[0]?.link ?? ''
    if (close === 'domains') await it.name('halden-group.example')
    else
      await it.within((trx) =>
        trx
          .updateTable('plan')
          .set(close === 'lost' ? { state: 'lost' } : { archivedAt: it.parts.clock.now() })
          .where('id', '=', it.plan.planId)
          .execute(),
      )
    expect((await it.open(link)).status, close).toBe(404)
    expect(await it.press(link), close).toMatchObject({ status: 404, cookies: [] })
    expect(await it.seats(), close).toHaveLength(3)
  }
})

test('no one else is let in: other domains, below the domain, the vendor’s, other plans, without a plan', async () => {
  const it = await withDomains()
  for (const email of [
    'x@halden-foods.example',
    'x@mail.halden.example',
    'x@evil-halden.example',
    'sam.ortiz@brightline.example',
  ])
    expect((await it.askAtPlan(email)).mail, email).toEqual([])
  const other = await withDomains(null)
  await it.ask({ email: 'ines@halden.example', next: `/plans/${other.plan.planId}` })
  await it.ask({ email: 'ines@halden.example', next: '/plans' })
  expect(await it.work()).toBe(2)
  expect(await it.mailTo('ines@halden.example')).toEqual([])
  expect(await other.mailTo('ines@halden.example')).toEqual([])
})

test('an address is never of both sides, whichever way it comes', async () => {
  const it = await withDomains('halden.example')
  // A domain that was the customer's when it was named, and is the vendor's now.
  await it.within((trx) =>
    trx
      .updateTable('workspace')
      .set({ domains: ['brightline.example', 'halden.example'] })
      .execute(),
  )
  expect((await it.askAtPlan('ines@halden.example')).mail).toEqual([])
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Ada Adler', roles: ['admin'] })
  const add = (email: string) =>
    runCommand(it.parts, addMember, {
      actor: admin,
      scopeId: it.workspaceId,
      input: { name: 'Somebody', email, roles: ['rep'] },
    })
  expect(await refusalOf(add(await it.addressOf(it.plan.viewer.id)))).toMatchObject({ faults: [{ field: 'email' }] })
  await add('new.member@brightline.example')
  const invite = (email: string) =>
    runCommand(it.parts, inviteParticipant, {
      ...it.scope,
      actor: it.plan.lead,
      input: { name: 'X', email, role: 'viewer' },
    })
  for (const email of ['new.member@brightline.example', 'y@halden.example'])
    expect(await refusalOf(invite(email)), email).toMatchObject({ faults: [{ field: 'email' }] })
})
