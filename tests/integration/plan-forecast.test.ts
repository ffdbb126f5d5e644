import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { shareForecast } from '#app/plan/forecast/share-forecast.server.ts'
import { withdrawForecast } from '#app/plan/forecast/withdraw-forecast.server.ts'
import { getForecastInput, getForecastOnPlan } from '#app/plan/forecast/forecast-queries.server.ts'
import { runForecast } from '#app/plan/forecast/run-forecast.ts'
import { forecastWords } from '#app/plan/forecast/forecast-words.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import { getTaskForEdit } from '#app/plan/task/task-form-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { findPlanAccess, standingsOnPlan } from '#app/runner/standing.server.ts'
import { type Setting, eventsOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

const canary = 'Ask our lawyer about the discount'

async function readerOn(it: Setting, actor: Extract<Actor, { kind: 'member' | 'participant' }>) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return { actor, standings }
}

const edit = (it: Setting, input: object, actor: Actor = it.lead) =>
  runCommand(it.parts, editTask, { actor, scopeId: it.planId, input: { taskId: it.taskIds['legal'], ...input } })

async function shownForecast(it: Setting, actor: Setting['lead'] | Setting['champion']) {
  const reader = await readerOn(it, actor)
  const place = await inWorkspace(it.parts.db, it.workspaceId, (trx) => findPlanAccess(trx, actor, it.planId))
  if (!place) throw new Error('They may not know of the plan.')
  const material = await getPlanMaterial(it.parts, reader, it.planId)
  return (await getForecastOnPlan(it.parts, { ...reader, planId: it.planId, plan: place.plan }, material)).forecast
}

test('a spread is kept beside the days, told to both sides, and is no part of the terms', async () => {
  const it = await setUp()
  await edit(it, { atBest: '6', atWorst: '18' })
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({ optimisticDays: 6, pessimisticDays: 18 })
  const [event] = (await eventsOf(it)).slice(-1)
  expect(event).toMatchObject({
    visibleTo: null,
    changes: { atBest: { before: null, after: 6 }, atWorst: { before: null, after: 18 } },
  })
  const form = await getTaskForEdit(it.parts, await readerOn(it, it.champion), it.planId, it.taskIds['legal'] ?? '')
  expect(form.values).toMatchObject({ atBest: 6, atWorst: 18 })
  await edit(it, { atBest: '', atWorst: '' })
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({ optimisticDays: null, pessimisticDays: null })
})

test('what does not go around the days is refused beside its field; days that leave a spread behind widen it', async () => {
  const it = await setUp()
  const faultOf = async (input: object) => (await refusalOf(edit(it, input))).faults
  expect(await faultOf({ atBest: '11', atWorst: '18' })).toMatchObject([{ field: 'atBest' }])
  expect(await faultOf({ atBest: '6', atWorst: '9' })).toMatchObject([{ field: 'atWorst' }])
  expect(await faultOf({ atBest: '6' })).toMatchObject([{ field: 'atWorst' }])
  expect(await faultOf({ atWorst: '16' })).toMatchObject([{ field: 'atBest' }])
  expect(await faultOf({ atBest: '-1', atWorst: '16' })).toMatchObject([{ field: 'atBest' }])
  await edit(it, { atBest: '6', atWorst: '18' })
  await edit(it, { durationDays: '20' })
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({ optimisticDays: 6, pessimisticDays: 20 })
  await edit(it, { durationDays: '4' }, it.champion)
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({ optimisticDays: 4, pessimisticDays: 20 })
  expect((await eventsOf(it)).at(-1)?.changes).toMatchObject({ atBest: { before: 6, after: 4 } })
})

test('a bar dragged past what was called the worst widens the spread', async () => {
  const it = await setUp()
  await edit(it, { atBest: '6', atWorst: '18' })
  await runCommand(it.parts, adjustPlan, {
    actor: it.champion,
    scopeId: it.planId,
    input: { [`durationDays.${it.taskIds['legal']}`]: '21' },
  })
  expect(await taskOf(it, it.taskIds['legal'])).toMatchObject({
    durationDays: 21,
    optimisticDays: 6,
    pessimisticDays: 21,
  })
})

test('two people who change the same spread get a conflict', async () => {
  const it = await setUp()
  await edit(it, { atBest: '6', atWorst: '18' })
  const late = runCommand(it.parts, editTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], atBest: '5', atWorst: '12' },
    seen: { atBest: '', atWorst: '' },
  })
  expect(await statusOf(late)).toBe(409)
})

test('the customer reads the sentences once the lead or an admin shares them, and not a byte before or after', async () => {
  const it = await setUp()
  const add = (actor: Actor, side: string, title: string) =>
    runCommand(it.parts, addTask, {
      actor,
      scopeId: it.planId,
      input: {
        milestoneId: it.milestoneIds[1],
        title,
        owner: 'else',
        ownerName: `The own people of ${title}`,
        side,
        durationDays: 40,
        atBest: 39,
        atWorst: 333,
        private: 'yes',
      },
    })
  await add(it.lead, 'vendor', canary)
  await add(it.champion, 'customer', 'Replace the old team')
  expect(await shownForecast(it, it.champion)).toEqual({ shared: false, mayShare: false, sentences: [] })
  for (const actor of [it.champion, it.teammate, it.viewer])
    expect(await statusOf(runCommand(it.parts, shareForecast, { actor, scopeId: it.planId, input: {} }))).toBe(403)

  const input = await getForecastInput(it.parts, await readerOn(it, it.lead), it.planId)
  expect(JSON.stringify(input)).not.toContain('Replace the old team')
  expect(input?.spreads.map(([, { pessimistic }]) => pessimistic)).toEqual([333])
  const computed = input && runForecast(input)
  const said = computed ? forecastWords(computed) : []
  expect(said.join(' ')).toContain(canary)

  await runCommand(it.parts, shareForecast, { actor: it.lead, scopeId: it.planId, input: {} })
  await runCommand(it.parts, shareForecast, { actor: it.lead, scopeId: it.planId, input: {} })
  const shared = await shownForecast(it, it.champion)
  expect(shared.sentences[0]).toBe(said[0])
  expect(shared.sentences.join(' ')).toContain('A task of Brightline’s own')
  const reader = await readerOn(it, it.champion)
  const everything = JSON.stringify([
    shared,
    await getPlanMaterial(it.parts, reader, it.planId),
    await getActivity(it.parts, reader, it.planId),
  ])
  expect(everything).not.toContain(canary)
  expect(everything).not.toMatch(/:333\b|optimistic|pessimistic/)
  expect(await shownForecast(it, it.lead)).toEqual({ shared: true, mayShare: true, sentences: [] })

  await edit(it, { durationDays: '30' })
  expect((await shownForecast(it, it.champion)).sentences[0]).not.toBe('')
  await runCommand(it.parts, withdrawForecast, { actor: it.lead, scopeId: it.planId, input: {} })
  expect(await shownForecast(it, it.champion)).toEqual({ shared: false, mayShare: false, sentences: [] })
  const events = (await eventsOf(it)).map(({ event }) => event).filter((event) => event.startsWith('forecast'))
  expect(events).toEqual(['forecast shared', 'forecast withdrawn'])
})

test('what was computed for one reader is told to no other who may know less', async () => {
  const it = await setUp()
  const input = {
    milestoneId: it.milestoneIds[1],
    title: 'Replace the old team',
    owner: 'else',
    ownerName: 'The board',
  }
  const spread = { side: 'customer', durationDays: 60, atBest: 59, atWorst: 333, private: 'yes' }
  await runCommand(it.parts, addTask, { actor: it.champion, scopeId: it.planId, input: { ...input, ...spread } })
  await runCommand(it.parts, shareForecast, { actor: it.lead, scopeId: it.planId, input: {} })
  expect((await shownForecast(it, it.champion)).sentences.join(' ')).toContain(input.title)
  // Someone not yet accepted by the champion requests the same plan on the same day.
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ acceptedAt: null, mayConfirm: false })
      .where('participantId', '=', it.viewer.id)
      .execute(),
  )
  const { sentences } = await shownForecast(it, it.viewer)
  expect(sentences.length).toBeGreaterThan(0)
  expect(sentences.join(' ')).not.toContain(input.title)
})
