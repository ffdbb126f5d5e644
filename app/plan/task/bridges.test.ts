import { describe, expect, it } from 'vitest'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { bridgeWords, bridgesFor } from './bridges.ts'
import { type TaskRow, scheduleOf } from '../core/compute-plan.ts'

const waiting = (task: TaskRow, dependsOn: TaskRow['dependsOn']): TaskRow => ({ ...task, dependsOn })

describe('removing a task', () => {
  const scope = row('scope', 'signed')
  const legal = row('legal', 'signed', { dependsOn: ['scope'], privateTo: 'vendor', side: 'vendor' })
  const bridges = (...others: TaskRow[]) => {
    const rows = { ...planRows(), tasks: [scope, legal, ...others] }
    return bridgesFor(rows.tasks, scheduleOf(rows, day('2026-06-17')), 'legal')
  }

  it('keeps one link between two tasks, the stricter one', () => {
    const waits = (lagDays: number) =>
      waiting(row('sign', 'signed', { side: 'vendor' }), [
        { task: 'legal', type: 'FS', lagDays: 0 },
        { task: 'scope', type: 'FS', lagDays },
      ])
    expect(bridges(waits(3))).toEqual([])
    expect(bridges(waits(-2))).toEqual([{ heir: 'sign', link: { task: 'scope', type: 'FS', lagDays: 0 } }])
  })

  it('names what the other side keeps to itself without its title', () => {
    const rows = planRows()
    const link = { task: 'train', type: 'SS', lagDays: 2 } as const
    const hidden = { ...rows, tasks: [...rows.tasks, legal] }
    const words = bridgeWords(hidden, 'customer', [{ heir: 'legal', link }])
    expect(words).toEqual(['“Contract at Legal” starts at least 2 working days after “Train the team” starts'])
    const own = { ...rows, tasks: [legal, ...rows.tasks.slice(1)] }
    expect(bridgeWords(own, 'customer', [{ heir: 'legal', link }])[0]).toMatch(
      /^A task of Brightline’s own starts at least 2/,
    )
  })
})
