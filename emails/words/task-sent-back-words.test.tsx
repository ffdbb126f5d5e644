import { expect, it } from 'vitest'
import { taskSentBackWords } from './task-sent-back-words.ts'

const sentBack = (sentOn: string) =>
  taskSentBackWords({
    sentOn,
    workspace: 'Brightline',
    account: 'Halden Foods',
    project: 'Faster month-end close',
    name: 'Priya Raman',
    task: 'Contract at Legal',
    by: 'Sam Ortiz',
    reason: 'The annex is missing',
    doBy: '2026-06-11',
    link: 'https://plans.example/l/1',
  }).todo.join('')

it('says when the task is due, or was', () => {
  expect(sentBack('2026-06-11')).toBe('Please look at this task again. It is due 11 June.')
  expect(sentBack('2026-06-12')).toBe('Please look at this task again. It was due 11 June.')
})
