import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import type { TaskResult } from '../core/task-result.ts'
import type { ShownTask } from './shown-task.ts'
import { TaskResultSection } from './task-result-section.tsx'

const { viewer, today, workspace, account, project } = samplePlan()
const shownWith = (result: TaskResult | null, mayEdit = true): ShownTask => ({
  ...{ today, workspace, account, project },
  viewer: { ...viewer, may: { ...viewer.may, edit: mayEdit } },
  task: { ...sampleTask({ id: 't', title: 'Kick-off', result }), notBefore: null, notAfter: null },
  ...{ description: null, stage: 'Implementation', milestone: 'Ready to test' },
  ...{ waitsFor: [], waitedForBy: [], entries: [], conversation: { mayWrite: true }, planId: 'plan-1', formKey: 'key' },
  ...{ latePromise: null, mayPromise: false },
})
const show = (result: TaskResult | null, mayEdit?: boolean) =>
  renderPage(<TaskResultSection shown={shownWith(result, mayEdit)} />)
const approvalBy = (id: string, isAsked = false): TaskResult => ({
  ...{ asks: 'approval', given: null, isAsked },
  approver: { kind: 'participant', id, name: 'Ines Roth' },
})

test('a task that asks for nothing says nothing', async () => {
  await show(null)
  expect(textOf()).toBe('')
})

test('a sentence is given where the task is read', async () => {
  await show({ asks: 'sentence', approver: null, given: null, isAsked: false })
  expect(textOf(screen.getByRole('region', { name: 'Result' }))).toContain('Needs a sentence')
  expect(screen.getByRole('textbox', { name: 'Sentence' })).toBeVisible()
  expect(postedBy(screen.getByRole('button', { name: 'Save' }))).toMatchObject({ intent: 'give-result', taskId: 't' })
})

test('a file is added on a page of its own; who only reads gives nothing', async () => {
  await show({ asks: 'file', approver: null, given: null, isAsked: false })
  expect(screen.getByRole('link', { name: 'Add a file' })).toHaveAttribute('href', '/plans/plan-1/tasks/t/files')
  await show({ asks: 'sentence', approver: null, given: null, isAsked: false }, false)
  expect(screen.queryByRole('button')).toBeNull()
})

test('others ask the named person, who approves or sends back with a reason', async () => {
  await show(approvalBy('someone'))
  expect(postedBy(screen.getByRole('button', { name: 'Ask for Ines Roth’s approval' }))).toMatchObject({
    intent: 'ask-approval',
  })
  await show(approvalBy('someone', true))
  expect(textOf()).toContain('Ines Roth has been asked')
  expect(screen.queryByRole('button')).toBeNull()
  await show(approvalBy(viewer.id, true), false)
  expect(postedBy(screen.getByRole('button', { name: 'Approve' }))).toMatchObject({
    intent: 'answer-approval',
    answer: 'approve',
  })
  const back = postedBy(screen.getByRole('button', { name: 'Send back' }))
  expect(back).toMatchObject({ intent: 'answer-approval', answer: 'send-back', reason: '' })
})
