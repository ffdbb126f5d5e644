import { describe, expect, test } from 'vitest'
import { agreeToChampion } from '#app/access/participants/agree-to-champion.server.ts'
import { completeChampion } from '#app/access/participants/complete-champion.server.ts'
import { declineChampion } from '#app/access/participants/decline-champion.server.ts'
import { handOnChampion } from '#app/access/participants/hand-on-champion.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { proposeChampion } from '#app/plan/team/propose-champion.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { erasePerson } from '#app/workspace/erasure/erase-person.server.ts'
import { type SeatStage, championsMail, ownAddress, refused, stageSeats } from '#tests/factories/seats.ts'

describe('the champion’s role, by an admin', () => {
  const propose = (it: SeatStage, person = it.plan.contributor) =>
    runCommand(it.parts, proposeChampion, { ...it.scope, actor: it.admin, input: it.about(person) })
  const complete = (it: SeatStage, person = it.plan.contributor) =>
    runCommand(it.parts, completeChampion, { ...it.scope, actor: it.admin, input: it.about(person) })
  const decline = (it: SeatStage, actor: Actor) =>
    runCommand(it.parts, declineChampion, { ...it.scope, actor, input: {} })

  test('is not handed on at once, but proposed: everyone of the customer hears, and has two working days', async () => {
    const it = await stageSeats()
    const input = it.about(it.plan.contributor)
    expect(await refused(runCommand(it.parts, handOnChampion, { ...it.scope, actor: it.admin, input }))).toBe(422)
    it.parts.clock.set('2026-06-19T08:00:00Z')
    await propose(it)
    for (const email of [championsMail, 'jonas.berg@halden.example', 'eva.holm@halden.example'])
      expect(await it.mailTo(email), email).toMatchObject([
        { kind: 'champion-proposed', daily: false, facts: { person: 'Jonas Berg', earliestOn: '2026-06-23' } },
      ])
    // A Friday: the weekend does not count.
    it.parts.clock.set('2026-06-23T07:59:00Z')
    expect(await refused(complete(it))).toBe(422)
    expect(await it.standings(it.plan.contributor)).toEqual(['contributor'])
    it.parts.clock.set('2026-06-23T08:00:00Z')
    await complete(it)
    expect(await it.standings(it.plan.contributor)).toEqual(['champion'])
    expect(await it.standings(it.plan.champion)).toEqual(['contributor'])
    expect((await it.mailTo(championsMail)).at(-1)).toMatchObject({ kind: 'participant-changed', daily: true })
  })

  test('stays the customer’s to give where the champion has left for good', async () => {
    const it = await stageSeats()
    const { plan, parts, admin, scope } = it
    await runCommand(parts, archivePlan, { ...scope, actor: plan.lead, input: {} })
    const personId = plan.champion.id
    await runCommand(parts, erasePerson, {
      actor: { ...admin, signedInAt: parts.clock.now() },
      scopeId: it.workspaceId,
      input: { personId, confirmation: plan.champion.name },
    })
    await runCommand(parts, restorePlan, { ...scope, actor: plan.lead, input: {} })
    for (const email of [ownAddress, 'jonas.berg@halden.example'])
      expect(await refused(it.invite(plan.lead, email, 'champion')), email).toBe(422)
    const tom = await it.invite(plan.lead)
    for (const handOn of [handOnChampion, proposeChampion])
      expect(await refused(runCommand(parts, handOn, { ...scope, actor: admin, input: it.about(tom) }))).toBe(422)
    await propose(it)
    expect(await it.mailTo('eva.holm@halden.example')).toMatchObject([
      { kind: 'champion-proposed', facts: { person: 'Jonas Berg', champion: null } },
    ])
    expect(await refused(complete(it))).toBe(422)
    it.parts.clock.set('2026-07-19T08:00:00Z')
    await complete(it)
    expect(await it.standings(plan.contributor)).toEqual(['champion'])
  })

  test('passes at once where the champion agrees', async () => {
    const it = await stageSeats()
    await propose(it)
    const { champion, contributor, viewer } = it.plan
    expect(
      await refused(runCommand(it.parts, agreeToChampion, { ...it.scope, actor: champion, input: it.about(viewer) })),
    ).toBe(422)
    await runCommand(it.parts, agreeToChampion, { ...it.scope, actor: champion, input: it.about(contributor) })
    expect(await it.standings(contributor)).toEqual(['champion'])
  })

  test.each(['champion', 'contributor', 'viewer'] as const)('ends with an objection of the %s', async (who) => {
    const it = await stageSeats()
    await propose(it)
    await decline(it, it.plan[who])
    it.parts.clock.set('2026-07-19T08:00:00Z')
    expect(await refused(complete(it))).toBe(422)
    expect(await it.standings(it.plan.champion)).toEqual(['champion'])
  })

  test('is not up to people the vendor added, nor to its lead', async () => {
    const it = await stageSeats()
    const tom = await it.invite(it.plan.lead)
    await propose(it)
    expect(await refused(decline(it, tom))).toBe(403)
    expect(await refused(decline(it, it.plan.lead))).toBe(403)
    expect(
      await refused(
        runCommand(it.parts, proposeChampion, { ...it.scope, actor: it.plan.lead, input: it.about(it.plan.viewer) }),
      ),
    ).toBe(403)
  })

  test('is proposed again after the plan was archived, when no one could object, or the person left', async () => {
    const it = await stageSeats()
    await propose(it)
    await runCommand(it.parts, archivePlan, { ...it.scope, actor: it.plan.lead, input: {} })
    it.parts.clock.set('2026-07-19T08:00:00Z')
    await runCommand(it.parts, restorePlan, { ...it.scope, actor: it.plan.lead, input: {} })
    expect(await refused(complete(it))).toBe(422)
    await propose(it, it.plan.viewer)
    const input = it.about(it.plan.viewer)
    await runCommand(it.parts, removeParticipant, { ...it.scope, actor: it.plan.champion, input })
    it.parts.clock.set('2026-08-19T08:00:00Z')
    expect(await refused(complete(it, it.plan.viewer))).toBe(422)
  })
})
