import { describe, expect, it } from 'vitest'
import { day, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { sampleTask } from '#tests/samples/plan.ts'
import { editOfMove, finishEdit, startEdit, editByOneDay } from './drag-edits.ts'
import { mayMovePart } from './may-move-part.ts'

const material = sampleMaterial()
const { rows } = material
/** Monday, 22 June, to Friday, 26 June. */
const task = sampleTask({ id: 'legal' })

describe('what is typed or dragged of a task', () => {
  it('sets the day before which it does not begin, or its working days', () => {
    expect(startEdit(task, day('2026-07-02'))).toEqual({ field: 'notBefore', task: 'legal', value: '2026-07-02' })
    expect(finishEdit(rows, task, day('2026-06-30'))).toEqual({ field: 'durationDays', task: 'legal', value: 7 })
    // A Sunday counts to the Friday before it; nothing is shorter than a day.
    expect(finishEdit(rows, task, day('2026-06-28'))).toMatchObject({ value: 5 })
    expect(finishEdit(rows, task, day('2026-06-01'))).toMatchObject({ value: 1 })
  })

  it('moves by working days of its own side', () => {
    const friday = sampleTask({ id: 'legal', earlyStart: day('2026-06-26') })
    expect(editByOneDay(rows, friday, 'start', 1)).toMatchObject({ value: '2026-06-29' })
    expect(editByOneDay(rows, task, 'start', -1)).toMatchObject({ value: '2026-06-19' })
    expect(editByOneDay(rows, task, 'finish', 1)).toEqual({ field: 'durationDays', task: 'legal', value: 6 })
    expect(editByOneDay(rows, sampleTask({ id: 'legal', durationDays: 1 }), 'finish', -1)).toMatchObject({ value: 1 })
  })

  it('counts each step from where the last one led, also where the page has not drawn that yet', () => {
    const step = { do: 'step', task, part: 'start', by: 1 } as const
    const once = editOfMove(material, [], step)
    expect(once).toMatchObject({ field: 'notBefore', value: '2026-06-18' })
    expect(editOfMove(material, [once], step)).toMatchObject({ value: '2026-06-19' })
    const finish = { ...step, part: 'finish' } as const
    const longer = editOfMove(material, [], finish)
    const stored = rows.tasks.find(({ id }) => id === task.id)?.durationDays ?? 0
    expect(longer).toMatchObject({ field: 'durationDays', value: stored + 1 })
    expect(editOfMove(material, [longer], finish)).toMatchObject({ value: stored + 2 })
  })

  it('of a begun task is its finish alone, of a done one nothing', () => {
    expect([mayMovePart({ status: 'open' }, 'start'), mayMovePart({ status: 'started' }, 'start')]).toEqual([
      true,
      false,
    ])
    expect([mayMovePart({ status: 'started' }, 'finish'), mayMovePart({ status: 'done' }, 'finish')]).toEqual([
      true,
      false,
    ])
  })
})
