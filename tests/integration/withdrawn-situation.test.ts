import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { getSituation, getSituations } from '#app/value/situation/situation-queries.server.ts'
import { withdrawSituation } from '#app/value/situation/withdraw-situation.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { getOwnRecord } from '#app/workspace/personal-data/get-own-record.server.ts'
import { getPersonCopy } from '#app/workspace/personal-data/get-person-copy.server.ts'
import { type Erasing, erasing, takesPart } from '#tests/factories/erasing.ts'
import { statusOf } from '#tests/factories/plan-setting.ts'
import { withWhat } from '#tests/factories/with-what.ts'

const said = ['Kestrel issue', 'Kestrel reasons', 'Kestrel sheets', 'Kestrel of finance']

const withdraw = (it: Erasing, actor: Actor, situationId: string) =>
  runCommand(it.parts, withdrawSituation, {
    actor,
    scopeId: it.plan.planId,
    input: { situationId },
    idempotencyKey: newId(),
  })

const situationOf = (it: Erasing, { id }: { id: string }) =>
  it.within((trx) => trx.selectFrom('situation').select('id').where('participantId', '=', id).executeTakeFirstOrThrow())

const note = async (it: Erasing, personId: string) => {
  const input = { personId, jobTitle: 'Controller', issue: 'Falcon issue' }
  const { result } = await runCommand(it.parts, saveSituation, { ...it.order(it.plan.lead), input })
  return result.situationId
}

test('what a person withdraws is gone for everyone: from plan, worth, activity, kept emails, copies and every other column', async () => {
  const it = await erasing()
  const { parts, plan, workspaceId } = it
  const person = await takesPart(it)
  const { id } = await situationOf(it, person)
  expect(await it.holds(said)).not.toEqual([])
  await withdraw(it, person, id)
  expect(await it.holds(said)).toEqual([])

  const lead = { actor: plan.lead, standings: new Set<Standing>(['member', 'rep', 'lead']) }
  const { unconfirmed, worth, heard } = await getWinForPlan(parts, lead, plan.planId)
  expect({ worth, heard }).toEqual({ worth: [], heard: [] })
  expect(unconfirmed, 'a key person without a note, also where the note alone made them one').toContainEqual({
    name: person.name,
    state: 'none',
  })
  expect((await getSituations(parts, lead, plan.planId)).rows).toEqual([])
  expect((await getOwnRecord(parts, workspaceId, person.id)).heard).toEqual([])
  expect(await getPersonCopy(parts, { workspaceId, personId: person.id, reader: 'customer' })).toMatchObject({
    person: { jobTitle: null },
    whatWeHeard: [],
  })
})

test('the activity keeps who did what and when, for the vendor and the person; the lead is told once, in the email of the day', async () => {
  const it = await erasing()
  const { parts, plan } = it
  const person = await takesPart(it)
  const { id } = await situationOf(it, person)
  await withdraw(it, person, id)
  const log = await it.within((trx) =>
    trx
      .selectFrom('activity')
      .select(['number', 'event', 'changes', 'visibleTo'])
      .where('subjectId', '=', id)
      .orderBy('number')
      .execute(),
  )
  expect(log.map(({ event, changes, visibleTo }) => [event, changes, visibleTo])).toEqual([
    ['situation noted', {}, 'vendor'],
    ['situation shared', {}, 'vendor'],
    ['situation confirmed', {}, 'vendor'],
    ['situation withdrawn', { isKey: { before: false, after: true } }, 'vendor'],
  ])
  const read = async (actor: typeof person | typeof plan.lead, ...standings: Standing[]) =>
    withWhat((await getActivity(parts, { actor, standings: new Set(standings) }, plan.planId)).entries)
      .map(({ what }) => what)
      .filter((what) => what.includes('heard'))
  expect(await read(person, 'contributor')).toContain('withdrew “What we heard”')
  expect(await read(plan.lead, 'member', 'lead')).toContain('withdrew “What we heard”')
  expect(await read(plan.champion, 'champion')).toEqual([])
  const told = await it.within((trx) =>
    trx.selectFrom('notice').select(['memberId', 'daily', 'facts']).where('kind', '=', 'situation-withdrawn').execute(),
  )
  expect(told).toEqual([
    { memberId: plan.lead.id, daily: true, facts: expect.objectContaining({ by: person.name }) as object },
  ])
})

test('only the person withdraws it: 403 for members whatever their role, 404 for colleagues, before it is shared, and twice', async () => {
  const it = await erasing()
  const { plan, parts } = it
  const person = await takesPart(it)
  const { id } = await situationOf(it, person)
  for (const member of [plan.lead, plan.teammate, it.admin])
    expect(await statusOf(withdraw(it, member, id)), member.name).toBe(403)
  for (const colleague of [plan.champion, plan.contributor, plan.viewer])
    expect(await statusOf(withdraw(it, colleague, id)), colleague.name).toBe(404)
  await withdraw(it, person, id)
  expect(await statusOf(withdraw(it, person, id))).toBe(404)

  const draft = await note(it, person.id)
  expect(await statusOf(withdraw(it, person, draft)), 'a draft of the vendor’s').toBe(404)
  await runCommand(parts, shareSituation, { ...it.order(plan.lead), input: { situationId: draft } })
  const now = { situationId: draft, jobTitle: 'Controller', issue: 'Merlin issue' }
  await runCommand(parts, saveSituation, {
    ...it.order(plan.lead),
    input: now,
    seen: { jobTitle: 'Controller', issue: 'Falcon issue' },
  })
  const viewer = { actor: person, standings: new Set<Standing>(['contributor']) }
  expect(await getSituation(parts, viewer, plan.planId, draft)).toMatchObject({
    isTakenBack: true,
    withdrawable: draft,
  })
  await withdraw(it, person, draft)
  expect(await it.holds(['Falcon issue', 'Merlin issue'])).toEqual([])
})

test('an email of the day that would ask about it is not written, but one about another note still is; also on a lost plan', async () => {
  const it = await erasing()
  const { plan, parts } = it
  const person = plan.contributor
  const [one, other] = [await note(it, person.id), await note(it, person.id)]
  for (const situationId of [one, other])
    await runCommand(parts, shareSituation, { ...it.order(plan.lead), input: { situationId } })
  const waiting = async () =>
    (
      await it.within((trx) =>
        trx
          .selectFrom('notice')
          .select('id')
          .where('kind', '=', 'situation-shared')
          .where('state', '=', 'waiting')
          .execute(),
      )
    ).length
  await withdraw(it, person, one)
  expect(await waiting()).toBe(2)
  await runCommand(parts, closePlan, { ...it.order(plan.lead), input: { reason: 'postponed', note: 'No budget' } })
  await withdraw(it, person, other)
  expect(await waiting()).toBe(0)
})

test('the app cannot empty the activity of a note that still stands', async () => {
  const it = await erasing()
  const { plan } = it
  const situationId = await note(it, plan.contributor.id)
  const forget = it.within((trx) =>
    sql`select operations.forget_situation(${plan.planId}::uuid, ${situationId}::uuid)`.execute(trx),
  )
  await expect(forget).rejects.toMatchObject({ code: '42501' })
})
