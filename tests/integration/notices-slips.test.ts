import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { chooseEmails } from '#app/daily/choices/choose-emails.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/agreeing.ts'
import type { Setting } from '#tests/factories/plan-setting.ts'

const order = (it: Setting, actor: Actor, input: object) => ({
  ...{ actor, scopeId: it.planId, input },
  idempotencyKey: newId(),
})

const lookAt = async (it: Setting, at: string) => {
  it.parts.clock.set(at)
  await collectDaily(it.parts, it.workspaceId)
}

const noticesOfKind = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['memberId', 'participantId', 'facts', 'daily', 'state'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .execute(),
  )

const dailyOf = async (it: Setting, person: Actor) =>
  (await noticesOfKind(it, 'daily'))
    .filter(({ memberId, participantId }) => [memberId, participantId].includes(person.id))
    .map(({ facts }) => JSON.stringify(facts))

const slowDown = (it: Setting, durationDays: string) =>
  runCommand(it.parts, editTask, order(it, it.lead, { taskId: it.taskIds['build'], durationDays }))

test('a date that slips before the email of the day is told in it to both sides, from the date to the day, with what would keep it', async () => {
  const it = await agreed()
  await lookAt(it, '2026-06-17T10:05:00Z')
  it.parts.clock.set('2026-06-17T19:00:00Z')
  await slowDown(it, '80')
  await lookAt(it, '2026-06-18T06:05:00Z')
  for (const person of [it.champion, it.lead]) {
    const told = (await dailyOf(it, person)).join()
    expect(told).toMatch(/Go-live has slipped: 15 September → \d+ November/)
    expect(told).toContain('What would keep the date:')
  }
  expect((await noticesOfKind(it, 'date-slipped')).map(({ daily }) => daily)).toContain(true)
})

test('one that slips after it is told on the same day by an email of its own, once; another person’s day is not touched', async () => {
  const it = await agreed()
  await lookAt(it, '2026-06-18T06:05:00Z')
  expect(await dailyOf(it, it.champion), 'both agreed').not.toEqual([])
  it.parts.clock.set('2026-06-18T10:00:00Z')
  await slowDown(it, '80')
  await lookAt(it, '2026-06-18T10:31:00Z')
  const slips = await noticesOfKind(it, 'date-slipped')
  expect(new Set(slips.map(({ memberId, participantId }) => memberId ?? participantId))).toEqual(
    new Set([it.champion.id, it.lead.id]),
  )
  expect(
    slips.map(({ daily }) => daily),
    'go-live and the first win in one',
  ).toEqual([false, false])
  await lookAt(it, '2026-06-18T11:01:00Z')
  await lookAt(it, '2026-06-19T06:05:00Z')
  expect(await noticesOfKind(it, 'date-slipped')).toHaveLength(2)
})

test('a change at night, before the first look of the day, makes a late goal later and is told', async () => {
  const it = await agreed()
  await lookAt(it, '2026-06-17T10:05:00Z')
  it.parts.clock.set('2026-06-17T12:00:00Z')
  await slowDown(it, '80')
  await lookAt(it, '2026-06-17T12:31:00Z')
  const before = (await noticesOfKind(it, 'date-slipped')).length
  expect(before).toBe(2)
  it.parts.clock.set('2026-06-17T23:00:00Z')
  await slowDown(it, '82')
  await lookAt(it, '2026-06-17T23:31:00Z')
  expect(await noticesOfKind(it, 'date-slipped')).toHaveLength(4)
  await lookAt(it, '2026-06-19T06:05:00Z')
  expect(await noticesOfKind(it, 'date-slipped'), 'a day later, by time alone').toHaveLength(4)
})

test('who gets one email a week hears about a slip on its day, who wants none does not', async () => {
  const it = await agreed()
  await lookAt(it, '2026-06-17T10:05:00Z')
  const choose = (person: typeof it.champion, rhythm: string) =>
    runCommand(it.parts, chooseEmails, {
      actor: { kind: 'link', workspaceId: it.workspaceId, id: person.id, name: person.name },
      scopeId: it.workspaceId,
      input: { rhythm },
    })
  await choose(it.champion, 'weekly')
  await choose({ ...it.champion, id: it.lead.id }, 'none')
  it.parts.clock.set('2026-06-18T10:00:00Z')
  await slowDown(it, '80')
  await lookAt(it, '2026-06-18T10:31:00Z')
  const slips = await noticesOfKind(it, 'date-slipped')
  const ofLead = slips.filter(({ memberId }) => memberId !== null)
  expect(ofLead.map(({ state }) => state)).toEqual(['unwanted'])
  expect(slips.filter(({ participantId }) => participantId !== null).map(({ daily }) => daily)).toEqual([false])
})

test('a gate that opens is told to both leaders with their email of the day', async () => {
  const it = await agreed()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('milestone').set({ gate: true, exitEvidence: null }).where('title', '=', 'Goals agreed').execute(),
  )
  await lookAt(it, '2026-06-17T10:05:00Z')
  it.parts.clock.set('2026-06-17T19:00:00Z')
  await runCommand(it.parts, completeTask, order(it, it.lead, { taskId: it.taskIds['scope'] }))
  await lookAt(it, '2026-06-18T06:05:00Z')
  for (const person of [it.champion, it.lead])
    expect((await dailyOf(it, person)).join()).toContain('The gate “Goals agreed” was reached')
})
