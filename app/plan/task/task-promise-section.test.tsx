import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import type { TaskView } from '../view/plan-view.ts'
import type { LatePromise } from './late-promise.ts'
import type { ShownTask } from './shown-task.ts'
import { type PromiseReply, TaskPromiseSection } from './task-promise-section.tsx'

const { viewer, today, workspace, account, project } = samplePlan()
const shownWith = (task: Partial<TaskView>, more: Partial<ShownTask> = {}): ShownTask => ({
  ...{ today, workspace, account, project, viewer, latePromise: null, mayPromise: true },
  task: { ...sampleTask({ id: 't', title: 'Kick-off', ...task }), notBefore: null, notAfter: null },
  ...{ description: null, stage: 'Implementation', milestone: 'Ready to test' },
  ...{ waitsFor: [], waitedForBy: [], entries: [], conversation: { mayWrite: true }, planId: 'plan-1', formKey: 'key' },
  ...more,
})
const show = (task: Partial<TaskView>, more?: Partial<ShownTask>, reply?: PromiseReply) =>
  renderPage(<TaskPromiseSection shown={shownWith(task, more)} reply={reply} />)
const late: LatePromise = {
  ...{ promisedOn: day('2026-07-10'), latest: day('2026-06-30'), whatIf: '/plans/plan-1/try?durationDays.t=15' },
  difference: {
    ...{ parts: ['2 tasks moved', 'go-live 12 → 16 September'], milestones: [], changesDates: true },
    movedFor: [
      { owner: 'Priya Raman', side: 'customer', tasks: [{ id: 'x', title: 'Sign', dates: 'due 1 → 3 July' }] },
    ],
  },
}

test('an owner promises a date, and who may not give that word sees nothing until there is one', async () => {
  await show({ mine: true })
  const form = postedBy(screen.getByRole('button', { name: 'Promise this date', hidden: true }))
  expect(form).toMatchObject({ intent: 'promise-date', taskId: 't', promisedOn: '', 'seen.promisedOn': '' })
  await show({}, { mayPromise: false })
  expect(textOf()).toBe('')
  await show({ promisedOn: day('2026-06-29') }, { mayPromise: false })
  expect(textOf()).toContain('Promised for 29 June. The plan expects it on 26 June.')
  expect(screen.getByRole('heading', { name: 'Promised date' })).toBeVisible()
  expect(screen.queryByRole('button', { hidden: true })).toBeNull()
})

test('a promise is changed and withdrawn; once its day has passed, another one is asked for', async () => {
  await show({ promisedOn: day('2026-06-15') })
  expect(screen.getByText(/Promised for 15 June, still open\./)).toBeVisible()
  expect(screen.getByLabelText('Promised date')).toHaveValue('')
  expect(postedBy(screen.getByRole('button', { name: 'Promise a new date' }))).toMatchObject({
    'seen.promisedOn': '2026-06-15',
  })
  expect(postedBy(screen.getByRole('button', { name: 'Withdraw the promise' }))).toMatchObject({
    intent: 'withdraw-promise',
    taskId: 't',
    promisedOn: '2026-06-15',
  })
})

test('it stays open while it is answered: no button goes from under the focus', async () => {
  await show({ promisedOn: day('2026-06-29') })
  expect(screen.getByRole('button', { name: 'Promise a new date' })).toBeVisible()
})

test('a day later than the plan allows says at once what it moves, and can be kept', async () => {
  const values = { intent: 'promise-date', taskId: 't', promisedOn: '2026-07-10' }
  await show({}, {}, { status: 'previewed', values, shown: late })
  const told = within(screen.getByRole('region', { name: 'Later than the plan allows' }))
  expect(told.getByText(/10 July is later than the plan allows: it is needed by 30 June\./)).toBeVisible()
  expect(told.getByText(/If it is done then: 2 tasks moved, go-live 12 → 16 September\./)).toBeVisible()
  expect(postedBy(screen.getByRole('button', { name: 'Promise it anyway' }))).toMatchObject({
    promisedOn: '2026-07-10',
    keep: '2026-07-10',
  })
})

test('once kept, it stays told and leads into the what-if, for those who may change the plan', async () => {
  await show({ promisedOn: day('2026-07-10') }, { latePromise: late })
  expect(textOf()).toContain('go-live 12 → 16 September')
  expect(screen.getByRole('link', { name: 'Plan with this date' })).toHaveAttribute('href', late.whatIf)
  const reader = { ...viewer, may: { ...viewer.may, edit: false } }
  await show({ promisedOn: day('2026-07-10') }, { latePromise: late, viewer: reader, mayPromise: false })
  expect(textOf()).toContain('go-live 12 → 16 September')
  expect(screen.queryByRole('link')).toBeNull()
})

test('a task that is done is not promised any longer', async () => {
  await show({ doneOn: day('2026-06-16'), status: 'done' }, { mayPromise: false })
  expect(textOf()).toBe('')
})
