import { expect, test } from 'vitest'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { newId } from '#app/kit/ids.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { findCardMaterial } from '#app/value/announce/find-card-material.server.ts'
import { namedPeople } from '#app/value/announce/build-card.ts'
import { returnToCard } from '#app/value/announce/return-to-card.server.ts'
import { leaveCard } from '#app/value/announce/leave-card.server.ts'
import { saveCard } from '#app/value/announce/save-card.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { getOwnRecord } from '#app/workspace/personal-data/get-own-record.server.ts'
import { type Erasing, erasing, takesPart } from '#tests/factories/erasing.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { refusalOf, statusOf } from '#tests/factories/plan-setting.ts'

const recordOf = (it: Erasing, { id }: { id: string }) => getOwnRecord(it.parts, it.workspaceId, id)

const win = { winVersion: 2, kinds: ['quote', 'call'], quoteText: 'One day instead of thirty.', callsPerQuarter: '2' }

test('a champion reads which wins they confirmed, what they agreed to and where they are named, each with its plan', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  await runCommand(parts, confirmFirstWin, { ...order(plan.champion), input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(parts, giveConsent, { ...order(plan.champion), input: win })
  await runCommand(parts, saveCard, {
    ...order(plan.champion),
    input: { winVersion: 2, headline: '', people: [plan.champion.id, plan.contributor.id] },
  })
  await runCommand(parts, shareCard, { ...order(plan.champion), input: {} })
  await it.within((trx) =>
    trx
      .insertInto('referenceUse')
      .values({
        ...{ workspaceId: it.workspaceId, planId: plan.planId, id: newId(), kind: 'call', memberId: plan.lead.id },
        ...{ usedOn: '2026-06-20', usedFor: 'Northwind', createdAt: parts.clock.now() },
      })
      .execute(),
  )
  const onPlan = { planId: plan.planId, plan: 'Halden Foods: Faster month-end close', mayChange: true }
  const uses = [{ kind: 'Call', on: '2026-06-20', by: plan.lead.name, what: 'Northwind' }]
  expect(await recordOf(it, plan.champion)).toMatchObject({
    name: 'Priya Raman',
    plans: [{ id: plan.planId, title: onPlan.plan }],
    heard: [],
    wins: [{ ...onPlan, isFirst: true, baseline: 30, measured: 1, unit: 'days', confirmedOn: '2026-06-17' }],
    consents: [
      {
        ...onPlan,
        answer: 'agreed',
        kinds: ['quote', 'call'],
        quote: 'One day instead of thirty.',
        callsPerQuarter: 2,
        uses,
      },
    ],
    cards: [{ ...onPlan, isShared: true }],
  })
  expect(await recordOf(it, plan.contributor)).toMatchObject({ wins: [], consents: [], cards: [onPlan] })
  expect(await recordOf(it, plan.viewer)).toMatchObject({ heard: [], wins: [], consents: [], cards: [] })
})

test('what was heard is listed as its person may read it: no draft, and no words of one that is being updated', async () => {
  const it = await erasing()
  const person = await takesPart(it)
  const { parts, plan, order } = it
  const draft = { jobTitle: 'Controller', issue: 'The kept-back issue', reasons: '', capabilities: '', difference: '' }
  await runCommand(parts, saveSituation, { ...order(plan.lead), input: { personId: person.id, ...draft } })
  const heard = async () => (await recordOf(it, person)).heard
  expect(await heard()).toMatchObject([
    { issue: 'Kestrel issue', state: 'confirmed', confirmedOn: '2026-06-17', mayChange: true },
  ])
  await it.within((trx) =>
    trx.updateTable('situation').set({ state: 'draft' }).where('criticalIssue', '=', 'Kestrel issue').execute(),
  )
  expect(await heard()).toMatchObject([{ issue: null, state: 'updating', confirmedOn: null }])
  expect((await recordOf(it, person)).counts).toMatchObject({ tasks: 2, comments: 0 })
})

test('who was taken off a plan still reads what it holds about them, without a way in', async () => {
  const it = await erasing()
  const person = await takesPart(it)
  const { parts, plan, order } = it
  await runCommand(parts, removeParticipant, {
    ...order(plan.champion),
    input: { participantId: person.id },
  })
  expect(await recordOf(it, person)).toMatchObject({
    plans: [],
    heard: [{ issue: 'Kestrel issue', mayChange: false }],
  })
})

test('a person takes their own name off the shared card, on this plan alone, and twice is once', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const other = await makePlan(parts.db)
  await runCommand(parts, confirmFirstWin, { ...order(plan.champion), input: { winVersion: 1, measuredValue: '1' } })
  const people = [plan.champion.id, plan.contributor.id, plan.lead.id]
  await runCommand(parts, saveCard, {
    ...order(plan.champion),
    input: { winVersion: 2, headline: 'One day!', people },
  })
  const card = () =>
    it
      .within((trx) => findCardMaterial(trx, { workspaceId: it.workspaceId, planId: plan.planId }))
      .then((found) => ({
        headline: found?.headline,
        chosen: found?.chosen,
      }))
  const leave = (actor: typeof plan.contributor, planId = plan.planId) =>
    runCommand(parts, leaveCard, { actor, scopeId: planId, input: {}, idempotencyKey: newId() })
  await leave(plan.contributor)
  await leave(plan.contributor)
  expect(await card()).toEqual({ headline: 'One day!', chosen: [plan.champion.id, plan.lead.id] })
  const events = await it.within((trx) =>
    trx.selectFrom('activity').select('changes').where('command', '=', 'leave-card').execute(),
  )
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).toContain('Jonas Berg')
  expect(await statusOf(leave(plan.contributor, other.planId)), 'a plan of another workspace').toBe(404)
  expect((await recordOf(it, plan.contributor)).cards).toMatchObject([{ hasLeft: true }])
  const save = (chosen: string[], actor = plan.champion) =>
    runCommand(parts, saveCard, {
      ...order(actor),
      idempotencyKey: newId(),
      input: { winVersion: 2, headline: 'One day!', people: chosen },
    })
  expect((await refusalOf(save(people))).faults, 'someone else names them').toMatchObject([{ field: 'people' }])
  const back = (actor: typeof plan.contributor) =>
    runCommand(parts, returnToCard, { actor, scopeId: plan.planId, input: {}, idempotencyKey: newId() })
  await back(plan.contributor)
  await back(plan.contributor)
  expect((await card()).chosen).toEqual([plan.champion.id, plan.lead.id, plan.contributor.id])
  await leave(plan.champion)
  await save(people)
  expect(new Set((await card()).chosen), 'their own name').toEqual(new Set(people))
  expect(
    await it.within((trx) =>
      trx.selectFrom('activity').select('command').where('command', '=', 'return-to-card').execute(),
    ),
  ).toHaveLength(1)
})

test('who is named as long as no one has chosen reads so, and takes their name off', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const cardsOf = async (person: { id: string }) => (await recordOf(it, person)).cards
  expect(await cardsOf(plan.contributor), 'before the win').toEqual([])
  await runCommand(parts, confirmFirstWin, { ...order(plan.champion), input: { winVersion: 1, measuredValue: '1' } })
  const named = { planId: plan.planId, isShared: false, hasLeft: false, mayLeave: true }
  expect(await cardsOf(plan.contributor)).toMatchObject([named])
  expect(await cardsOf(plan.viewer), 'who only reads the plan').toEqual([])
  await runCommand(parts, leaveCard, { actor: plan.contributor, scopeId: plan.planId, input: {} })
  expect(await cardsOf(plan.contributor)).toMatchObject([{ ...named, hasLeft: true }])
  expect(await cardsOf(plan.champion), 'the others stay').toMatchObject([named])
})

test('a name that was taken off stays off when the win is withdrawn and confirmed again', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const again = { ...order(plan.champion), idempotencyKey: newId() }
  const confirm = (winVersion: number) =>
    runCommand(parts, confirmFirstWin, { ...again, idempotencyKey: newId(), input: { winVersion, measuredValue: '1' } })
  const named = async () => {
    const found = await it.within((trx) => findCardMaterial(trx, { workspaceId: it.workspaceId, planId: plan.planId }))
    return found ? namedPeople(found).map(({ id }) => id) : []
  }
  await confirm(1)
  expect(await named()).toContain(plan.contributor.id)
  await runCommand(parts, leaveCard, {
    actor: plan.contributor,
    scopeId: plan.planId,
    input: {},
    idempotencyKey: newId(),
  })
  await runCommand(parts, withdrawFirstWin, { ...again, input: { reason: 'Counted wrongly' } })
  await confirm(3)
  expect(await named()).not.toContain(plan.contributor.id)
  expect((await recordOf(it, plan.contributor)).cards, 'where they put it back').toMatchObject([{ hasLeft: true }])
})
