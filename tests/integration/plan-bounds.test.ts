import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { addMilestone } from '#app/plan/milestone/add-milestone.server.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { removeTask } from '#app/plan/task/remove-task.server.ts'
import { startTask } from '#app/plan/task/start-task.server.ts'
import { createPlan } from '#app/portfolio/new-plan/create-plan.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { keep } from '#tests/factories/adjusting.ts'
import { type Setting, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

const order = (it: Setting, input: Record<string, unknown>) => ({ actor: it.lead, scopeId: it.planId, input })
const taskInput = (it: Setting, more: Record<string, unknown> = {}) => ({
  milestoneId: it.milestoneIds[3],
  title: 'One more',
  owner: `member:${it.lead.id}`,
  side: 'vendor',
  durationDays: '1',
  ...more,
})

/** Writes this many tasks, as if from before there was a limit. */
const fill = (it: Setting, count: number) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .insertInto('task')
      .values(
        Array.from({ length: count }, (_, at) => ({
          workspaceId: it.workspaceId,
          id: newId(),
          planId: it.planId,
          milestoneId: it.milestoneIds[3] ?? '',
          position: 100 + at,
          title: `Task ${at}`,
          side: 'vendor',
          durationDays: 1,
          ownerPlaceholder: 'Somebody',
          createdAt: new Date('2026-06-17T08:00:00Z'),
        })),
      )
      .returning('id')
      .execute(),
  )
const countTasks = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, async (trx) => (await trx.selectFrom('task').select('id').execute()).length)

test('two people who add the last task at once do not pass the limit', async () => {
  const it = await setUp()
  await fill(it, bounds.tasks - 1 - (await countTasks(it)))
  const tried = await Promise.all(
    [1, 2, 3, 4].map(() => statusOf(runCommand(it.parts, addTask, order(it, taskInput(it))))),
  )
  expect(tried.toSorted()).toEqual([200, 422, 422, 422])
  expect(await countTasks(it)).toBe(bounds.tasks)
})

test('a plan from before the limit can be read, edited and made smaller, not larger', async () => {
  const it = await setUp()
  const [first] = await fill(it, bounds.tasks + 20)
  const refused = await refusalOf(runCommand(it.parts, addTask, order(it, taskInput(it))))
  expect(refused.faults[0]?.message).toMatch(/at most 300 tasks/)
  expect(await statusOf(runCommand(it.parts, editTask, order(it, { taskId: first?.id, title: 'Renamed' })))).toBe(200)
  expect(await statusOf(runCommand(it.parts, completeTask, order(it, { taskId: first?.id })))).toBe(200)
  expect(await statusOf(runCommand(it.parts, removeTask, order(it, { taskId: first?.id })))).toBe(200)
})

test('milestones are bounded likewise', async () => {
  const it = await setUp()
  const add = () => statusOf(runCommand(it.parts, addMilestone, order(it, { title: 'Another', stage: 'Discovery' })))
  for (let there = it.milestoneIds.length; there < bounds.milestones; there++) expect(await add()).toBe(200)
  expect(await add()).toBe(422)
})

test('a task depends on twenty others at most, however the links come', async () => {
  const it = await setUp()
  const others = await fill(it, bounds.links + 1)
  const links = (count: number) => others.slice(0, count).map(({ id }) => ({ task: id, lagDays: 0 }))
  const edit = (count: number) =>
    runCommand(it.parts, editTask, order(it, { taskId: it.taskIds['close'], dependsOn: links(count) }))
  expect((await refusalOf(edit(bounds.links + 1))).faults).toMatchObject([{ field: 'dependsOn' }])
  await edit(bounds.links)
  const one = others.at(-1)?.id ?? ''
  expect(await statusOf(keep(it, { [`lag.${it.taskIds['close']}.${one}`]: '0' }))).toBe(422)
  expect(await statusOf(keep(it, { [`durationDays.${it.taskIds['close']}`]: '9999' }))).toBe(422)
})

test.each(['0027-03-15', '9999-12-31', '2099-01-01', '1999-01-01'])(
  'every date field of every form asks back about %s and keeps what is stored',
  async (far) => {
    const it = await setUp()
    const taskId = it.taskIds['legal']
    const before = [await planOf(it), await taskOf(it, taskId)] as const
    const refuses = async (field: string, tried: Promise<unknown>) => {
      const { status, faults } = await refusalOf(tried)
      expect({ status, field: faults[0]?.field }).toEqual({ status: 422, field })
      expect(faults[0]?.message).toContain(String(Number(far.slice(0, 4))))
    }
    for (const field of ['criticalDate', 'winBy'])
      await refuses(field, runCommand(it.parts, editTerms, order(it, { [field]: far })))
    for (const field of ['notBefore', 'notAfter']) {
      await refuses(field, runCommand(it.parts, editTask, order(it, { taskId, [field]: far })))
      await refuses(field, runCommand(it.parts, addTask, order(it, taskInput(it, { [field]: far }))))
    }
    const sittings = { every: 'dates', dates: [far] }
    await refuses('sittings', runCommand(it.parts, editTask, order(it, { taskId, sittings })))
    await refuses('doneOn', runCommand(it.parts, completeTask, order(it, { taskId, doneOn: far })))
    await refuses('startedOn', runCommand(it.parts, startTask, order(it, { taskId, startedOn: far })))
    const closed = [{ from: far, to: far, why: 'stocktaking' }]
    await refuses('vendorClosed', runCommand(it.parts, editCalendar, order(it, { vendorClosed: closed })))
    const days = [{ date: far, why: 'stocktaking' }]
    await refuses('customerDays', runCommand(it.parts, editCalendar, order(it, { customerDays: days })))
    const closedName = `closed.customer.${far}.${far}`
    await refuses(closedName, keep(it, { [closedName]: 'Plant shutdown' }))
    for (const name of ['criticalDate', 'winBy', `notBefore.${taskId}`, `notAfter.${taskId}`, `startedOn.${taskId}`])
      await refuses(name, keep(it, { [name]: far }))
    const sheet = {
      personName: 'Priya Raman',
      personId: 'else',
      jobTitle: 'CFO',
      issue: 'The audit',
      criticalDate: far,
    }
    await refuses('criticalDate', runCommand(it.parts, saveSituation, order(it, sheet)))
    const { winVersion } = before[0]
    const consent = {
      ...order(it, { kinds: ['logo'], until: far, winVersion: String(winVersion) }),
      actor: it.champion,
    }
    await refuses('until', runCommand(it.parts, giveConsent, consent))
    const plan = {
      account: 'Halden Foods',
      project: 'Another',
      template: 'small-rollout',
      criticalReason: 'the audit',
      statement: 'We did it',
      measure: 'days',
      unit: 'days',
      baseline: '30',
      target: '1',
      announcedTo: 'the board',
    }
    for (const field of ['criticalDate', 'winBy']) {
      const input = { ...plan, criticalDate: '2026-09-15', winBy: '2026-10-30', [field]: far }
      await refuses(field, runCommand(it.parts, createPlan, { actor: it.lead, scopeId: it.workspaceId, input }))
    }
    expect([await planOf(it), await taskOf(it, taskId)]).toEqual(before)
  },
)

test('a far date from before the limit stays while other fields change, and can be taken away', async () => {
  const it = await setUp()
  const taskId = it.taskIds['legal'] ?? ''
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.updateTable('task').set({ notAfter: '9999-12-31' }).where('id', '=', taskId).execute()
    await trx.updateTable('plan').set({ winBy: '9999-12-31' }).execute()
  })
  const posted = { taskId, title: 'Contract', notAfter: '9999-12-31' }
  expect(await statusOf(runCommand(it.parts, editTask, order(it, posted)))).toBe(200)
  const terms = { winBy: '9999-12-31', project: 'Renamed' }
  expect(await statusOf(runCommand(it.parts, editTerms, order(it, terms)))).toBe(200)
  expect(await statusOf(runCommand(it.parts, editTask, order(it, { ...posted, notAfter: '' })))).toBe(200)
  expect(await statusOf(runCommand(it.parts, editTerms, order(it, { winBy: '2026-10-30' })))).toBe(200)
})
