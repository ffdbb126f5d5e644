import { describe, expect, test } from 'vitest'
import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { enterByDomain } from '#app/access/participants/enter-by-domain.server.ts'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { nameConfirmer } from '#app/access/participants/name-confirmer.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { setEntryDomains } from '#app/access/participants/set-entry-domains.server.ts'
import { withdrawInvitation } from '#app/access/participants/withdraw-invitation.server.ts'
import { noteChampionJoined } from '#app/access/core/take-seat.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { findOrMakeParticipant } from '#app/access/participants/find-participant.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { proposeChampion } from '#app/plan/team/propose-champion.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { type SeatStage, championsMail, ownAddress, refused, stageSeats } from '#tests/factories/seats.ts'

/** The vendor must never sit on the customer's side: each way to get there, and who decides instead. */

describe('a person the vendor adds once a champion has joined', () => {
  test('sees no private task, and all of it once the champion accepts', async () => {
    const it = await stageSeats()
    await it.addPrivate()
    const tom = await it.invite(it.plan.lead)
    expect(await it.standings(tom)).toEqual(['waiting contributor'])
    expect(await it.titlesFor(tom)).not.toContain('Board talks')
    expect(await it.titlesFor(it.plan.champion)).toContain('Board talks')

    await runCommand(it.parts, acceptParticipant, { ...it.scope, actor: it.plan.champion, input: it.about(tom) })
    expect(await it.standings(tom)).toEqual(['contributor'])
    expect(await it.titlesFor(tom)).toContain('Board talks')
  })

  test.each(['lead', 'teammate', 'admin', 'contributor', 'viewer', 'self'] as const)(
    'is accepted by the champion alone, not by %s',
    async (who) => {
      const it = await stageSeats()
      const tom = await it.invite(it.plan.lead)
      const actor = who === 'self' ? tom : who === 'admin' ? it.admin : it.plan[who]
      expect(await refused(runCommand(it.parts, acceptParticipant, { ...it.scope, actor, input: it.about(tom) }))).toBe(
        403,
      )
    },
  )

  test('keeps no task to the customer, and is put in charge of none that is', async () => {
    const it = await stageSeats()
    const tom = await it.invite(it.plan.lead)
    const task = {
      milestoneId: it.plan.milestoneIds[0] ?? '',
      title: 'Talks',
      ownerName: 'The board',
      side: 'customer',
      durationDays: '2',
      private: 'yes',
    }
    const add = (actor: Actor, owner: string) =>
      runCommand(it.parts, addTask, { ...it.scope, actor, input: { ...task, owner } })
    expect(await refused(add(tom, 'else'))).toBe(422)
    expect(await refused(add(it.plan.champion, `participant:${tom.id}`))).toBe(422)
    await add(it.plan.champion, `participant:${it.plan.contributor.id}`)
  })

  test('does not confirm, is not named to, and is made champion by no one', async () => {
    const it = await stageSeats()
    const tom = await it.invite(it.plan.lead)
    const input = it.about(tom)
    const { champion, lead } = it.plan
    expect(await refused(runCommand(it.parts, confirmFirstWin, { ...it.scope, actor: tom, input: {} }))).toBe(403)
    const confirmer = { ...input, mayConfirm: 'yes' }
    expect(await refused(runCommand(it.parts, nameConfirmer, { ...it.scope, actor: champion, input: confirmer }))).toBe(
      422,
    )
    for (const actor of [champion, it.admin])
      expect(await refused(runCommand(it.parts, handOnChampion, { ...it.scope, actor, input })), actor.name).toBe(422)
    expect(await refused(runCommand(it.parts, proposeChampion, { ...it.scope, actor: it.admin, input }))).toBe(422)
    expect(await refused(it.invite(lead, ownAddress, 'champion'))).toBe(422)
    // The database itself refuses such a row.
    await expect(
      it.within((trx) =>
        trx.updateTable('planParticipant').set({ mayConfirm: true }).where('participantId', '=', tom.id).execute(),
      ),
    ).rejects.toThrow('accepted_to_lead')
  })

  test('stays unaccepted when invited again, given another role, or removed and added again', async () => {
    const it = await stageSeats()
    const tom = await it.invite(it.plan.lead, ownAddress, 'viewer')
    await it.invite(it.plan.teammate, ownAddress, 'contributor')
    expect(await it.standings(tom)).toEqual(['waiting contributor'])
    await runCommand(it.parts, acceptParticipant, { ...it.scope, actor: it.plan.champion, input: it.about(tom) })
    await it.invite(it.plan.lead, ownAddress, 'viewer')
    expect(await it.standings(tom), 'acceptance outlives another role').toEqual(['viewer'])
    await runCommand(it.parts, removeParticipant, { ...it.scope, actor: it.plan.lead, input: it.about(tom) })
    await it.invite(it.plan.lead)
    expect(await it.standings(tom)).toEqual(['waiting contributor'])
    await it.invite(it.plan.champion)
    expect(await it.standings(tom), 'the champion invites, and so accepts').toEqual(['contributor'])
  })

  test('is told to the champion in the email of the day, as are other roles and removals; not of what the champion does', async () => {
    const it = await stageSeats()
    const tom = await it.invite(it.plan.lead)
    it.parts.clock.set('2026-06-17T08:05:00Z')
    await it.invite(it.plan.lead, ownAddress, 'viewer')
    it.parts.clock.set('2026-06-17T08:10:00Z')
    await runCommand(it.parts, removeParticipant, { ...it.scope, actor: it.plan.lead, input: it.about(tom) })
    await it.invite(it.plan.champion, 'ines.roth@halden.example')
    const by = it.plan.lead.name
    expect(await it.mailTo(championsMail)).toMatchObject([
      { kind: 'participant-added', daily: true, facts: { person: 'Tom Frey', email: ownAddress, by, waits: true } },
      { kind: 'participant-changed', daily: true, facts: { before: 'contributor', after: 'viewer', by } },
      { kind: 'participant-changed', daily: true, facts: { before: 'viewer', after: null, by } },
    ])
  })
})

describe('before a champion has joined', () => {
  test('another person the vendor adds waits too, as there is no one yet to accept them', async () => {
    const it = await stageSeats({ championJoined: false })
    const tom = await it.invite(it.plan.lead)
    expect(await it.standings(tom)).toEqual(['waiting contributor'])
  })

  test('the vendor chooses another champion, and the one it had chosen is no one accepted', async () => {
    const it = await stageSeats({ championJoined: false })
    const tom = await it.invite(it.plan.lead)
    await runCommand(it.parts, handOnChampion, { ...it.scope, actor: it.admin, input: it.about(tom) })
    expect(await it.standings(tom)).toEqual(['champion'])
    expect(await it.standings(it.plan.champion)).toEqual(['waiting contributor'])
  })

  test('an invitation to a champion is taken back and another champion invited', async () => {
    const it = await stageSeats({ championJoined: false })
    const { lead, champion } = it.plan
    await runCommand(it.parts, withdrawInvitation, { ...it.scope, actor: lead, input: it.about(champion) })
    const tom = await it.invite(lead, ownAddress, 'champion')
    expect(await it.standings(tom)).toEqual(['champion'])
  })

  test('an invitation as champion tells a contributor who has joined that their role changed', async () => {
    const it = await stageSeats({ championJoined: false })
    const { lead, champion, contributor } = it.plan
    await runCommand(it.parts, withdrawInvitation, { ...it.scope, actor: lead, input: it.about(champion) })
    await it.invite(lead, 'jonas.berg@halden.example', 'champion', contributor.name)
    const told = (await it.mailTo('jonas.berg@halden.example')).find(({ kind }) => kind === 'participant-changed')
    expect(told?.facts).toMatchObject({ before: 'contributor', after: 'champion', isReader: true })
  })

  test('a champion who had joined in another role counts as joined: no admin chooses again', async () => {
    const it = await stageSeats({ championJoined: false })
    const { lead, champion, contributor, viewer } = it.plan
    await runCommand(it.parts, withdrawInvitation, { ...it.scope, actor: lead, input: it.about(champion) })
    await it.invite(lead, 'jonas.berg@halden.example', 'champion', contributor.name)
    const handOn = { ...it.scope, actor: it.admin, input: it.about(viewer) }
    expect(await refused(runCommand(it.parts, handOnChampion, handOn))).toBe(422)
    expect(await it.standings(contributor)).toEqual(['champion'])
  })

  test('it counts that one has joined, not that the present one has: the vendor never chooses again', async () => {
    const it = await stageSeats()
    const { lead, champion } = it.plan
    const rina = await it.invite(champion, 'rina@halden.example')
    await runCommand(it.parts, handOnChampion, { ...it.scope, actor: champion, input: it.about(rina) })
    expect(
      await refused(runCommand(it.parts, withdrawInvitation, { ...it.scope, actor: lead, input: it.about(rina) })),
    ).toBe(422)
    expect(await refused(it.invite(lead, ownAddress, 'champion'))).toBe(422)
  })
})

describe('an address of the vendor’s', () => {
  test.each([
    'sam.ortiz+2@brightline.example',
    'anybody@brightline.example',
    'anybody@mail.brightline.example',
    'SAM.ORTIZ@Brightline.example',
  ])('is no participant’s: %s', async (email) => {
    const it = await stageSeats({ championJoined: false })
    expect(await refused(it.invite(it.plan.lead, email))).toBe(422)
  })

  test('of a member at another provider is known in all its ways to be written', async () => {
    const it = await stageSeats()
    await it.within((trx) =>
      trx.updateTable('member').set({ email: 'sam.ortiz@gmail.com' }).where('id', '=', it.plan.lead.id).execute(),
    )
    for (const email of ['sam.ortiz@gmail.com', 's.amortiz+x@gmail.com', 'samortiz@googlemail.com'])
      expect(await refused(it.invite(it.plan.lead, email)), email).toBe(422)
  })
})

describe('who comes in by an email domain', () => {
  const enter = async (it: SeatStage, email: string) => {
    const { accountId } = it.plan
    const wanted = { workspaceId: it.workspaceId, accountId, email, name: 'Tom Frey' }
    const { id } = await it.within((trx) => findOrMakeParticipant(trx, wanted, it.parts.clock.now()))
    const actor: Actor = { kind: 'link', workspaceId: it.workspaceId, id, name: 'Tom Frey' }
    await runCommand(it.parts, enterByDomain, { ...it.scope, actor, input: { participantId: id } })
    return it.standings({ kind: 'participant', workspaceId: it.workspaceId, id, name: 'Tom Frey' })
  }
  const name = (it: SeatStage, actor: Actor, domains: string) =>
    runCommand(it.parts, setEntryDomains, { ...it.scope, actor, input: { domains } })

  test('waits where the vendor named it, and is accepted where the champion did', async () => {
    const it = await stageSeats()
    await name(it, it.plan.lead, 'freemail-ltd.example')
    expect(await enter(it, 'tom@freemail-ltd.example')).toEqual(['waiting viewer'])
    await name(it, it.plan.champion, 'halden.example')
    expect(await enter(it, 'ines@halden.example')).toEqual(['viewer'])
    await name(it, it.plan.lead, 'halden.example, freemail-ltd.example')
    expect(await enter(it, 'eva@halden.example')).toEqual(['viewer'])
    expect(await enter(it, 'kim@freemail-ltd.example')).toEqual(['waiting viewer'])
    const mails = (await it.mailTo(championsMail)).filter(({ kind }) => kind === 'colleague-came')
    expect(mails.every(({ daily }) => daily)).toBe(true)
    const told = mails.map(({ facts }) => facts as { email: string; waits: boolean })
    expect(Object.fromEntries(told.map(({ email, waits }) => [email, waits]))).toEqual({
      'tom@freemail-ltd.example': true,
      'ines@halden.example': false,
      'eva@halden.example': false,
      'kim@freemail-ltd.example': true,
    })
  })

  test('and was taken off stays out, however the address is written', async () => {
    const it = await stageSeats()
    await name(it, it.plan.champion, 'halden.example')
    const { champion, contributor } = it.plan
    await runCommand(it.parts, removeParticipant, { ...it.scope, actor: champion, input: it.about(contributor) })
    for (const email of ['jonas.berg+2@halden.example', 'Jonas.Berg@halden.example'])
      expect(await refused(enter(it, email.toLowerCase())), email).toBe(403)
  })
})

test('an invitation shows the name that was typed here, never what another customer’s plan calls the address', async () => {
  const it = await stageSeats()
  const wanted = {
    workspaceId: it.workspaceId,
    accountId: it.plan.accountId,
    email: ownAddress,
    name: 'Secret Nickname',
  }
  await it.within((trx) => findOrMakeParticipant(trx, wanted, it.parts.clock.now()))
  await it.invite(it.plan.lead, ownAddress, 'viewer', 'Tom Frey')
  const told = JSON.stringify([
    await it.mailTo(ownAddress),
    await it.mailTo(championsMail),
    await it.within((trx) => trx.selectFrom('activity').select(['subject', 'changes']).execute()),
    await it.within((trx) => trx.selectFrom('planParticipant').select('name').execute()),
    await it.within((trx) => trx.selectFrom('securityEvent').selectAll().execute()),
  ])
  expect(told).toContain('Tom Frey')
  expect(told).not.toContain('Secret Nickname')
})

test('who joins as champion is noted once', async () => {
  const it = await stageSeats()
  const at = () =>
    it.within((trx) =>
      trx.selectFrom('plan').select('championJoinedAt').where('id', '=', it.planId).executeTakeFirstOrThrow(),
    )
  const before = await at()
  await it.within((trx) => noteChampionJoined(trx, it.workspaceId, it.planId, new Date('2027-01-01T00:00:00Z')))
  expect(await at()).toEqual(before)
})
