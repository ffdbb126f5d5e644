import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import { previewCommand } from '#app/plan/what-if/preview-command.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

const readerOn = async (it: Setting, actor: PlanReader['actor']): Promise<PlanReader> => ({
  actor,
  standings: await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId)),
})

test('a preview says what a form would move, for which owners, and keeps nothing', async () => {
  const it = await setUp()
  const [plan, task] = [await planOf(it), await taskOf(it, it.taskIds['legal'])]
  const viewer = await readerOn(it, it.champion)
  const values = { intent: 'edit-task', taskId: it.taskIds['legal'] ?? '', durationDays: '12', preview: 'yes' }
  const { data: reply } = await previewCommand(editTask, { parts: it.parts, viewer, planId: it.planId, values })
  expect(reply).toMatchObject({
    status: 'previewed',
    values,
    shown: { parts: ['6 tasks moved', 'go-live 3 → 5 August', '31 days buffer → 29 days buffer'] },
  })
  const shown = reply.status === 'previewed' ? reply.shown : null
  expect(shown?.movedFor.map(({ owner }) => owner)).toContain('Sam Ortiz')
  expect(await planOf(it)).toEqual(plan)
  expect(await taskOf(it, it.taskIds['legal'])).toEqual(task)
  expect(await eventsOf(it)).toEqual([])
  const jobs = await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('notice').selectAll().execute())
  expect(jobs).toEqual([])
})

test('a preview is refused as saving would be, beside the field', async () => {
  const it = await setUp()
  const viewer = await readerOn(it, it.champion)
  const ask = (values: Record<string, string>, input: Record<string, unknown> = values) =>
    refusalOf(previewCommand(editTask, { parts: it.parts, viewer, planId: it.planId, values, input }))
  const taskId = it.taskIds['scope'] ?? ''
  expect(await ask({ taskId, durationDays: '-1' })).toMatchObject({ status: 422, faults: [{ field: 'durationDays' }] })
  const circle = { taskId, dependsOn: [{ task: it.taskIds['legal'], lagDays: 0 }] }
  expect(await ask({ taskId }, circle)).toMatchObject({ status: 422, faults: [{ field: 'dependsOn' }] })
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: { taskId, title: 'Theirs' } })
  const stale = { taskId, title: 'Mine', 'seen.title': 'Agree on the scope' }
  expect(await ask(stale)).toMatchObject({ status: 409, conflicts: [{ field: 'title', theirs: 'Theirs' }] })
  const reader = await readerOn(it, it.viewer)
  const asked = { parts: it.parts, viewer: reader, planId: it.planId, values: { taskId, durationDays: '4' } }
  expect(await statusOf(previewCommand(editTask, asked))).toBe(403)
})

test('moving the critical date shows what changes for which owner before it is kept', async () => {
  const it = await setUp()
  const viewer = await readerOn(it, it.lead)
  const values = { criticalDate: '2026-07-15' }
  const { data: reply } = await previewCommand(editTerms, { parts: it.parts, viewer, planId: it.planId, values })
  expect(reply).toMatchObject({
    shown: { parts: expect.arrayContaining([expect.stringMatching(/^\d+ days buffer → \d+ days late$/)]) as string[] },
  })
  const people = reply.status === 'previewed' ? reply.shown.movedFor : []
  expect(people.find(({ owner }) => owner === 'Customer’s legal')?.tasks[0]?.dates).toMatch(/^due \d/)
  expect((await planOf(it)).criticalDate).toBe('2026-09-15')
})

test('what a page is computed from holds nothing of what the other side keeps to itself', async () => {
  const it = await setUp()
  const secret = { title: 'Lower our price', owner: 'else', ownerName: 'The deal desk' }
  const private_ = { milestoneId: it.milestoneIds[1], side: 'vendor', durationDays: '9', private: 'yes' }
  const { result } = await runCommand(it.parts, addTask, {
    actor: it.lead as Actor,
    scopeId: it.planId,
    input: { ...secret, ...private_, dependsOn: [{ task: it.taskIds['scope'], lagDays: 2 }] },
  })
  const link = { taskId: it.taskIds['sign'], dependsOn: [{ task: result.taskId, lagDays: 1 }] }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: link })
  const theirs = await getPlanMaterial(it.parts, await readerOn(it, it.champion), it.planId)
  const text = JSON.stringify(theirs)
  for (const word of [result.taskId, secret.title, secret.ownerName]) expect(text).not.toContain(word)
  const hidden = theirs.rows.tasks.find(({ id }) => id === 'own-1')
  expect(hidden).toMatchObject({ durationDays: 9, dependsOn: [{ task: it.taskIds['scope'], lagDays: 2 }] })
  expect(theirs.rows.tasks.find(({ id }) => id === it.taskIds['sign'])?.dependsOn).toContainEqual(
    expect.objectContaining({ task: 'own-1', lagDays: 1 }),
  )
  // Every field by name: a column that the database gets later does not follow by itself.
  expect(Object.keys(theirs.rows.plan).sort()).toEqual(
    `account accountId accountLogo criticalDate criticalReason customerCalendar id ifMissed leadJobTitle leadName project startOn state termsVersion vendorCalendar
     winAnnouncedTo winBaseline winBy winMeasure winStatement winTarget winUnit wonOn workspace workspaceLogo`.split(
      /\s+/,
    ),
  )
  const ours = await getPlanMaterial(it.parts, await readerOn(it, it.teammate), it.planId)
  expect(JSON.stringify(ours)).toContain(secret.title)
})
