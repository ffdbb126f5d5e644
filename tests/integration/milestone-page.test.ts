import { expect, test } from 'vitest'
import type { Standing } from '#app/policy/policy.ts'
import { editMilestone } from '#app/plan/milestone/edit-milestone.server.ts'
import { getMilestonePage } from '#app/plan/milestone/get-milestone-page.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { type Setting, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { withWhat } from '#tests/factories/with-what.ts'

type Person = Setting['lead'] | Setting['champion']

/** By the titles of the milestones in `tests/factories/workspace.ts`. */
const placeOf = { purchase: 1, implementation: 2 }

const read = (it: Setting, actor: Person, standing: Standing, place: number) =>
  getMilestonePage(it.parts, { actor, standings: new Set([standing]) }, it.planId, it.milestoneIds[place] ?? '')

test('a viewer reads a milestone with its dates, its tasks in their order, and what happened to it alone', async () => {
  const it = await setUp()
  const milestoneId = it.milestoneIds[placeOf.purchase]
  const input = { milestoneId, title: 'Contract in force', stage: 'Purchase' }
  await runCommand(it.parts, editMilestone, { actor: it.lead, scopeId: it.planId, input })
  const legal = { taskId: it.taskIds['legal'], title: 'Contract at Halden’s Legal' }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: legal })
  const page = await read(it, it.viewer, 'viewer', placeOf.purchase)
  expect(page).toMatchObject({
    stage: 'Purchase',
    milestone: { title: 'Contract in force', reachedOn: null, late: false },
    tasks: [{ title: 'Contract at Halden’s Legal', isOpen: true }, { title: 'Sign the contract' }],
    viewer: { may: { edit: false } },
  })
  expect(withWhat(page.entries).map(({ what }) => what)).toEqual([expect.stringContaining('Contract in force')])
})

test('of the other side’s own task a milestone shows its dates alone, and what is no milestone of this plan has no page', async () => {
  const it = await setUp()
  const hidden = { taskId: it.taskIds['build'], private: true }
  await runCommand(it.parts, editTask, { actor: it.lead, scopeId: it.planId, input: hidden })
  const theirs = await read(it, it.champion, 'champion', placeOf.implementation)
  expect(theirs.tasks).toMatchObject([{ title: 'a task of Brightline’s own', isOpen: false, isPrivate: false }])
  expect(JSON.stringify(theirs)).not.toContain('Build the connection')
  expect(JSON.stringify(theirs)).not.toContain(it.taskIds['build'])
  expect((await read(it, it.lead, 'member', placeOf.implementation)).tasks).toMatchObject([
    { title: 'Build the connection', isOpen: true, isPrivate: true },
  ])
  const other = await setUp()
  for (const id of [other.milestoneIds[0], it.taskIds['legal'], 'nothing'])
    expect(await statusOf(read({ ...it, milestoneIds: [id ?? ''] }, it.lead, 'member', 0)), id).toBe(404)
})
