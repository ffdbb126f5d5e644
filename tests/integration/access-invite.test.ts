import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { nameConfirmer } from '#app/access/participants/name-confirmer.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { setEntryDomains } from '#app/access/participants/set-entry-domains.server.ts'
import { unsafeFindWorkspaces } from '#app/access/core/directory.server.ts'
import type { PlanViewer } from '#app/access/core/require-viewer.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { getInvitePage } from '#app/access/participants/participant-queries.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

async function stage() {
  const { db, appUrl } = await testDatabase()
  const parts = await testParts(db, appUrl)
  const plan = await makePlan(db)
  const { workspaceId, planId } = plan
  const scope = { scopeId: planId }
  const invite = (actor: Actor, email: string, role = 'contributor', name = 'Ines Roth') =>
    runCommand(parts, inviteParticipant, { ...scope, actor, input: { name, email, role } })
  const remove = (actor: Actor, participantId: string) =>
    runCommand(parts, removeParticipant, { ...scope, actor, input: { participantId } })
  const seats = () =>
    inWorkspace(db, workspaceId, async (trx) => {
      const rows = await trx
        .selectFrom('planParticipant')
        .select(['participantId', 'role', 'mayConfirm'])
        .where('planId', '=', planId)
        .where('removedAt', 'is', null)
        .execute()
      return new Map(rows.map((row) => [row.participantId, row]))
    })
  const notices = (email: string) =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').selectAll().where('toAddress', '=', email).orderBy('createdAt').execute(),
    )
  return { db, parts, plan, workspaceId, planId, scope, invite, remove, seats, notices }
}

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(() => undefined).catch((thrown: unknown) => thrown)
  if (error instanceof Refusal) return error
  throw new Error(`No refusal: ${String(error)}`)
}

test('an invitation makes the person, the seat, the way to sign in and one email with what it says', async () => {
  const { db, plan, workspaceId, planId, invite, seats, notices } = await stage()
  const { result } = await invite(plan.champion, 'Ines.Roth@Halden.example', 'viewer')
  expect((await seats()).get(result.participantIds[0] ?? '')).toMatchObject({ role: 'viewer' })
  expect(await unsafeFindWorkspaces(db, 'ines.roth@halden.example')).toContain(workspaceId)
  const [notice, ...more] = await notices('ines.roth@halden.example')
  expect(more).toEqual([])
  expect(notice).toMatchObject({
    kind: 'invitation',
    daily: false,
    planId,
    facts: {
      inviter: plan.champion.name,
      account: 'Halden Foods',
      liveOn: '2026-09-15',
      participantRole: 'viewer',
    },
  })
})

test.each(['sam.ortiz@brightline.example', 'someone@brightline.example', 'someone@mail.brightline.example'])(
  'an address of the vendor is refused beside its field: %s',
  async (email) => {
    const { plan, invite, notices } = await stage()
    const refusal = await refusalOf(invite(plan.lead, email))
    expect(refusal).toMatchObject({ status: 422, faults: [{ field: 'email' }] })
    expect(await notices(email)).toEqual([])
  },
)

test('a plan has one champion', async () => {
  const { plan, invite } = await stage()
  const refusal = await refusalOf(invite(plan.lead, 'second@halden.example', 'champion'))
  expect(refusal).toMatchObject({ status: 422, faults: [{ field: 'role' }] })
  expect(refusal.faults[0]?.message).toContain('Priya Raman')
})

test('inviting again sends a fresh link, which ends the one before', async () => {
  const { db, parts, plan, workspaceId, invite, seats, notices } = await stage()
  const before = (await seats()).size
  await invite(plan.lead, 'again@halden.example')
  parts.clock.set('2026-06-17T08:05:00Z')
  await invite(plan.lead, 'again@halden.example', 'viewer')
  expect((await seats()).size).toBe(before + 1)
  const [first, second] = await notices('again@halden.example')
  const tokens = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('linkToken').select(['id', 'revokedAt']).execute(),
  )
  const isOpen = (id: string | null | undefined) => tokens.find((it) => it.id === id)?.revokedAt === null
  expect([isOpen(first?.linkTokenId), isOpen(second?.linkTokenId)]).toEqual([false, true])
})

test('only the champion, the lead and the team invite', async () => {
  const { plan, invite } = await stage()
  for (const actor of [plan.contributor, plan.viewer, plan.outsider])
    expect(await refusalOf(invite(actor, 'x@halden.example')), actor.name).toMatchObject({ status: 403 })
  await invite(plan.teammate, 'y@halden.example')
})

test('taking someone off the last plan ends sessions, and open tasks wait for someone to be named', async () => {
  const { db, parts, plan, workspaceId, planId, remove, seats } = await stage()
  const cookie = await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerMemberId: null, ownerParticipantId: plan.contributor.id })
      .where('planId', '=', planId)
      .where('title', '=', 'Train the team')
      .execute()
    return beginSession(parts, trx, workspaceId, { participantId: plan.contributor.id }, null)
  })
  const request = new Request('http://localhost:3000/', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await findViewer(parts, request)).not.toBeNull()
  await remove(plan.champion, plan.contributor.id)
  expect(await findViewer(parts, request)).toBeNull()
  expect((await seats()).has(plan.contributor.id)).toBe(false)
  const task = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('task').selectAll().where('title', '=', 'Train the team').executeTakeFirstOrThrow(),
  )
  expect(task).toMatchObject({ ownerParticipantId: null, ownerPlaceholder: 'In place of Jonas Berg' })
  expect(await refusalOf(remove(plan.champion, plan.champion.id))).toMatchObject({ status: 422 })
})

test('a plan with a champion keeps one: no one takes the champion off or lowers the role, not even the champion', async () => {
  const { plan, invite, remove, seats } = await stage()
  for (const actor of [plan.champion, plan.lead, plan.teammate]) {
    const removal = await refusalOf(remove(actor, plan.champion.id))
    expect(removal, actor.name).toMatchObject({ status: 422, faults: [{ field: 'participantId' }] })
    const lowering = await refusalOf(invite(actor, 'priya.raman@halden.example', 'viewer'))
    expect(lowering, actor.name).toMatchObject({ status: 422, faults: [{ field: 'role' }] })
  }
  expect((await seats()).get(plan.champion.id)).toMatchObject({ role: 'champion' })
})

test('the champion hands the role on and names who may confirm; the vendor’s lead does neither', async () => {
  const { db, parts, plan, workspaceId, planId, scope, seats } = await stage()
  const handOn = (actor: Actor) =>
    runCommand(parts, handOnChampion, { ...scope, actor, input: { participantId: plan.contributor.id } })
  const name = (actor: Actor, mayConfirm: string) =>
    runCommand(parts, nameConfirmer, { ...scope, actor, input: { participantId: plan.viewer.id, mayConfirm } })
  expect(await refusalOf(handOn(plan.lead))).toMatchObject({ status: 403 })
  expect(await refusalOf(name(plan.lead, 'yes'))).toMatchObject({ status: 403 })
  await name(plan.champion, 'yes')
  expect((await seats()).get(plan.viewer.id)).toMatchObject({ mayConfirm: true })
  await name(plan.champion, 'no')
  expect((await seats()).get(plan.viewer.id)).toMatchObject({ mayConfirm: false })
  await handOn(plan.champion)
  expect((await seats()).get(plan.contributor.id)).toMatchObject({ role: 'champion' })
  expect((await seats()).get(plan.champion.id)).toMatchObject({ role: 'contributor' })
  const logged = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('securityEvent').select(['personName', 'detail']).where('kind', '=', 'role changed').execute(),
  )
  const from = { by: plan.champion.name, planId }
  const reading = 'viewer, can confirm the first win'
  const noted = [
    [plan.viewer, 'viewer', reading],
    [plan.viewer, reading, 'viewer'],
    [plan.champion, 'champion', 'contributor'],
    [plan.contributor, 'contributor', 'champion'],
  ] as const
  expect(logged).toHaveLength(noted.length)
  expect(logged).toEqual(
    expect.arrayContaining(
      noted.map(([{ name: personName }, before, after]) => ({ personName, detail: { ...from, before, after } })),
    ),
  )
})

test('several people are invited at once, each by an email of their own', async () => {
  const { db, parts, plan, workspaceId, scope, seats } = await stage()
  const before = (await seats()).size
  const email = '"Roth, Ines" <ines.roth@halden.example>, r&d@büro-müller.de;\r\nJan de Vos <Jan@halden.example>.'
  const { result } = await runCommand(parts, inviteParticipant, {
    ...scope,
    actor: plan.champion,
    input: { name: '', email, role: 'viewer' },
  })
  expect(result.participantIds).toHaveLength(3)
  expect((await seats()).size).toBe(before + 3)
  const told = await inWorkspace(db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .innerJoin('participant', 'participant.id', 'notice.participantId')
      .select(['toAddress', 'participant.name'])
      .where('kind', '=', 'invitation')
      .orderBy('toAddress')
      .execute(),
  )
  expect(told).toEqual([
    { toAddress: 'ines.roth@halden.example', name: 'Ines Roth' },
    { toAddress: 'jan@halden.example', name: 'Jan de Vos' },
    { toAddress: 'r&d@xn--bro-mller-q9ae.de', name: 'R&d' },
  ])
})

test('addresses and domains in other letters are kept as DNS holds them, and shown as they are written', async () => {
  const { db, parts, plan, workspaceId, planId, scope, invite } = await stage()
  await invite(plan.champion, 'Eva@Büro-Müller.de')
  const domains = 'büro-müller.de.'
  await runCommand(parts, setEntryDomains, {
    ...scope,
    actor: plan.champion,
    input: { domains },
    seen: { domains: '' },
  })
  const stored = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('plan').select('entryDomains').where('id', '=', planId).executeTakeFirstOrThrow(),
  )
  expect(stored.entryDomains).toEqual(['xn--bro-mller-q9ae.de'])
  const standings = new Set(['champion'])
  const viewer = { actor: plan.champion, planId, workspace: { name: 'Brightline' }, standings } as unknown as PlanViewer
  const { seats, entryDomains } = await getInvitePage(parts, viewer)
  expect(seats.map(({ email }) => email)).toContain('eva@büro-müller.de')
  expect(entryDomains).toEqual(['büro-müller.de'])
  // What the page shows and sends back unchanged is no change.
  const seen = { domains: entryDomains.join(', ') }
  await runCommand(parts, setEntryDomains, { ...scope, actor: plan.champion, input: seen, seen })
})

test.each([
  ['ines@halden.example, jan.halden.example', '“jan.halden.example”: This is not an email address.'],
  ['ines@halden.example\nsam.ortiz@brightline.example', 'sam.ortiz@brightline.example is an address of Brightline.'],
])('where one of several is wrong no one is invited, and it is named: %j', async (email, wrong) => {
  const { plan, invite, seats, notices } = await stage()
  const before = await seats()
  const refusal = await refusalOf(invite(plan.lead, email))
  expect(refusal).toMatchObject({ status: 422, faults: [{ field: 'email' }] })
  expect(refusal.faults[0]?.message).toContain(wrong)
  expect(await seats()).toEqual(before)
  expect(await notices('ines@halden.example')).toEqual([])
})

test('several people cannot be champion, and too many are not invited at once', async () => {
  const { plan, invite } = await stage()
  expect(await refusalOf(invite(plan.lead, 'a@halden.example, b@halden.example', 'champion'))).toMatchObject({
    faults: [{ field: 'role', message: 'A plan has only one champion. Invite that person separately.' }],
  })
  const many = Array.from({ length: 21 }, (_, n) => `a${n}@halden.example`).join(', ')
  expect(await refusalOf(invite(plan.lead, many))).toMatchObject({
    faults: [{ field: 'email', message: 'Please enter at most 20 addresses at once.' }],
  })
})

test('a personal message leads no one to an address', async () => {
  const { parts, plan, scope, notices } = await stage()
  const input = { name: 'Ines Roth', email: 'ines@halden.example', role: 'viewer' }
  for (const personalLine of ['See https://evil.example', 'Write to pay@evil.example', 'x'.repeat(301)])
    expect(
      await refusalOf(
        runCommand(parts, inviteParticipant, { ...scope, actor: plan.lead, input: { ...input, personalLine } }),
      ),
    ).toMatchObject({ status: 422, faults: [{ field: 'personalLine' }] })
  expect(await notices('ines@halden.example')).toEqual([])
})
