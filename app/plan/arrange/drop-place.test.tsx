import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { taskPlaceAt } from './drop-place.ts'

afterEach(cleanup)

/** Gives an element a place in the window, which happy-dom does not lay out. */
function lay(element: Element, top: number, bottom: number) {
  element.getBoundingClientRect = () => new DOMRect(0, top, 600, bottom - top)
}

test('on the name of a stage, tasks are dropped first in it, and the line is drawn right below the name', () => {
  render(
    <details className="stage" open data-testid="stage">
      <summary>Implementation</summary>
      <div className="milestone">
        <div className="row" id="task-a" data-testid="a" />
        <div className="row" id="task-b" data-testid="b" />
        <div className="ms" id="point-ready" />
      </div>
    </details>,
  )
  const [name, a] = [screen.getByText('Implementation'), screen.getByTestId('a')]
  lay(screen.getByTestId('stage'), 100, 300)
  lay(name, 100, 150)
  lay(a, 150, 200)
  expect(taskPlaceAt(name, 120, new Set(['b']))).toEqual({ place: { milestoneId: 'ready', after: '' }, y: 150 })
  expect(taskPlaceAt(a, 160, new Set(['b']))).toEqual({ place: { milestoneId: 'ready', after: '' }, y: 150 })
  expect(taskPlaceAt(name, 120, new Set(['a']))).toBeUndefined()
})

test('where the point stands beside the name of its stage it is a part of that, and the end is above the row of new tasks', () => {
  render(
    <details className="stage one-line" open>
      <summary>Implementation</summary>
      <div className="milestone">
        <div className="ms" id="point-ready" data-testid="point" />
        <div className="row" id="task-a" data-testid="a" />
        <div className="row" id="task-b" data-testid="b" />
        <div className="add-row" data-testid="new" />
      </div>
    </details>,
  )
  const [point, b, fresh] = [screen.getByTestId('point'), screen.getByTestId('b'), screen.getByTestId('new')]
  lay(point, 100, 150)
  lay(b, 200, 250)
  lay(fresh, 250, 290)
  expect(taskPlaceAt(point, 120, new Set(['b']))).toEqual({ place: { milestoneId: 'ready', after: '' }, y: 150 })
  const last = { place: { milestoneId: 'ready', after: 'b' }, y: 250 }
  expect(taskPlaceAt(fresh, 270, new Set(['a']))).toEqual(last)
  expect(taskPlaceAt(b, 240, new Set(['a']))).toEqual(last)
})
