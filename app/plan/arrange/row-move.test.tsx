import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { rowMove } from './row-move.ts'

const milestone = (id: string, ...tasks: string[]) => (
  <div className="milestone">
    {tasks.map((task) => (
      <div key={task} className={task.startsWith('hidden') ? 'row hidden-task' : 'row'} id={`task-${task}`} />
    ))}
    <div className="ms" id={`point-${id}`} />
  </div>
)

function moved(task: string, key: string, others: string[] = []) {
  render(
    <section className="table">
      {milestone('one', 'a', 'hidden-x', 'b')}
      {milestone('two')}
      {milestone('three', 'c')}
    </section>,
  )
  const row = document.getElementById(`task-${task}`)
  return row ? rowMove(row, key, new Set([task, ...others])) : null
}

it.each([
  ['b', 'ArrowUp', { milestoneId: 'one', after: '' }],
  ['a', 'ArrowUp', undefined],
  ['a', 'ArrowDown', { milestoneId: 'one', after: 'b' }],
  ['b', 'ArrowDown', { milestoneId: 'two', after: '' }],
  ['c', 'ArrowUp', { milestoneId: 'two' }],
  ['c', 'ArrowDown', undefined],
  ['a', 'ArrowRight', { milestoneId: 'two', after: '' }],
  ['a', 'ArrowLeft', undefined],
  ['c', 'ArrowLeft', { milestoneId: 'two' }],
  ['a', 'Enter', undefined],
])('%s with Alt and %s goes to its place among the tasks that are seen', (task, key, place) => {
  expect(moved(task, key)).toEqual(place)
})

it('tasks that are selected move together, past those between them', () => {
  expect(moved('b', 'ArrowUp', ['a'])).toBeUndefined()
  expect(moved('a', 'ArrowDown', ['b'])).toEqual({ milestoneId: 'two', after: '' })
  expect(moved('a', 'ArrowRight', ['b'])).toEqual({ milestoneId: 'two', after: '' })
})
