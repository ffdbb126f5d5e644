import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { getAgreed } from '#app/plan/agreement/get-agreed.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type Setting, planOf, setUp } from '#tests/factories/plan-setting.ts'

const canary = 'Ask our lawyer about the discount'

async function readerOn(it: Setting, actor: Extract<Actor, { kind: 'member' | 'participant' }>) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  return { actor, standings }
}

async function agree(it: Setting) {
  const { termsVersion } = await planOf(it)
  for (const actor of [it.lead, it.champion])
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion } })
}

const view = async (it: Setting, actor: Setting['lead'] | Setting['champion']) =>
  getPlanView(it.parts, await readerOn(it, actor), it.planId)
const taskIn = ({ stages }: Awaited<ReturnType<typeof view>>, title: string) =>
  stages.flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks)).find((task) => task.title === title)

test('agreeing freezes the dates, and the page says how far the plan is from them', async () => {
  const it = await setUp()
  expect(await view(it, it.champion)).toMatchObject({ agreedNumber: null, drift: null })
  await agree(it)
  const agreed = await view(it, it.champion)
  expect(agreed.drift).toMatchObject({ since: '2026-06-17', later: 0, earlier: 0, goLive: { due: null } })
  await runCommand(it.parts, editTask, {
    actor: it.champion,
    scopeId: it.planId,
    input: { taskId: it.taskIds['legal'], durationDays: 12 },
  })
  const now = await view(it, it.lead)
  expect(now.agreedNumber).toBe(1)
  expect(now.drift?.goLive).toMatchObject({ due: null, finish: { days: 2 } })
  const before = taskIn(agreed, 'Agree on the scope')
  expect(taskIn(now, 'Agree on the scope')?.moved).toMatchObject({ agreed: before?.dueOn, days: -2, done: false })
  expect(taskIn(now, 'Contract at Legal')?.moved).toBeNull()
})

test('agreeing again makes the next version, the first stays readable with its own dates and signatures', async () => {
  const it = await setUp()
  await agree(it)
  await runCommand(it.parts, editTerms, {
    actor: it.champion,
    scopeId: it.planId,
    input: { criticalDate: '2026-09-22' },
  })
  await agree(it)
  const reader = await readerOn(it, it.champion)
  const first = await getAgreed(it.parts, reader, it.planId, 1)
  expect(first).toMatchObject({
    number: 1,
    terms: { criticalDate: '2026-09-15' },
    changes: [{ title: 'Target date', before: '15 September', after: '22 September', by: it.champion.name }],
    drift: { goLive: { due: { agreed: '2026-09-15', now: '2026-09-22', days: 5 } } },
  })
  expect(first.versions.map(({ number }) => number)).toEqual([1, 2])
  expect(first.signers).toEqual([
    { name: it.lead.name, side: 'vendor', on: '2026-06-17' },
    { name: it.champion.name, side: 'customer', on: '2026-06-17' },
  ])
  expect(first.points.flatMap(({ tasks }) => tasks).length).toBeGreaterThan(2)
  const second = await getAgreed(it.parts, reader, it.planId, 2)
  expect(second).toMatchObject({ changes: [], drift: { later: 0, earlier: 0, goLive: { due: null } } })
  await expect(getAgreed(it.parts, reader, it.planId, 3)).rejects.toMatchObject({ status: 404 })
  const { entries } = await getActivity(it.parts, reader, it.planId)
  expect(entries.map(({ agreedNumber }) => agreedNumber).filter((number) => number !== null)).toEqual([2, 1])
})

test('a version keeps who was in charge of each task then, by the name they have now', async () => {
  const it = await setUp()
  await agree(it)
  const ownersIn = async (number: number) => {
    const { points } = await getAgreed(it.parts, await readerOn(it, it.champion), it.planId, number)
    return points.flatMap(({ tasks }) => tasks).find(({ id }) => id === it.taskIds['legal'])?.owner
  }
  const before = await ownersIn(1)
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ ownerMemberId: null, ownerPlaceholder: null, ownerParticipantId: it.champion.id })
      .where('id', '=', it.taskIds['legal'] ?? '')
      .execute(),
  )
  expect(await ownersIn(1)).toBe(before)
  await runCommand(it.parts, editTerms, {
    actor: it.champion,
    scopeId: it.planId,
    input: { criticalDate: '2026-09-22' },
  })
  await agree(it)
  expect(await ownersIn(2)).toBe(it.champion.name)
  expect(before).not.toBe(it.champion.name)
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ name: 'Former participant' })
      .where('participantId', '=', it.champion.id)
      .execute(),
  )
  expect(await ownersIn(2)).toBe('Former participant')
})

test('of the other side’s private task neither a name nor an agreed day leaves the server', async () => {
  const it = await setUp()
  const { taskId } = (
    await runCommand(it.parts, addTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: {
        milestoneId: it.milestoneIds[1],
        title: canary,
        owner: 'else',
        ownerName: 'Secret counsel',
        side: 'vendor',
        durationDays: 3,
        private: 'yes',
      },
    })
  ).result
  await agree(it)
  await runCommand(it.parts, editTerms, {
    actor: it.champion,
    scopeId: it.planId,
    input: { criticalDate: '2026-09-22' },
  })
  const theirs = await view(it, it.champion)
  const page = await getAgreed(it.parts, await readerOn(it, it.champion), it.planId, 1)
  const text = JSON.stringify([theirs, page])
  for (const secret of [canary, 'Secret counsel', taskId]) expect(text).not.toContain(secret)
  const hidden = theirs.stages.flatMap((s) => s.milestones.flatMap((m) => m.tasks)).find((task) => task.hidden)
  expect(hidden).toMatchObject({ moved: null })
  const ours = await view(it, it.lead)
  expect(taskIn(ours, canary)?.moved).toMatchObject({ days: 5 })
  expect(ours.drift?.later).toBe((theirs.drift?.later ?? 0) + 1)
})

test('a version from before dates were kept says so; none can be changed afterwards', async () => {
  const it = await setUp()
  await agree(it)
  const inPlan = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) =>
    inWorkspace(it.parts.db, it.workspaceId, work)
  await expect(inPlan((trx) => trx.updateTable('baseline').set({ dates: null }).execute())).rejects.toMatchObject({
    code: '42501',
  })
  await expect(inPlan((trx) => trx.deleteFrom('baseline').execute())).rejects.toMatchObject({ code: '42501' })
  const kept = await inPlan((trx) => trx.selectFrom('baseline').selectAll().executeTakeFirstOrThrow())
  await inPlan((trx) =>
    trx
      .insertInto('baseline')
      .values({ ...kept, number: 2, terms: JSON.stringify(kept.terms), dates: null })
      .execute(),
  )
  expect(await view(it, it.champion)).toMatchObject({ agreedNumber: 2, drift: null })
  const page = await getAgreed(it.parts, await readerOn(it, it.champion), it.planId, 2)
  expect(page).toMatchObject({ drift: null, points: [] })
  expect(page.undated.map(({ title }) => title)).toContain('Contract at Legal')
})
