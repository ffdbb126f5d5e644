import { describe, expect, it } from 'vitest'
import { day, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { buildView } from '../view/build-view.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { differenceBetween } from './difference.ts'

const material = sampleMaterial()
const withTask = (id: string, more: Partial<TaskRow>) => ({
  ...material,
  rows: { ...material.rows, tasks: material.rows.tasks.map((task) => (task.id === id ? { ...task, ...more } : task)) },
})
const withPlan = (more: Partial<typeof material.rows.plan>) => ({
  ...material,
  rows: { ...material.rows, plan: { ...material.rows.plan, ...more } },
})
const between = (after: typeof material) => differenceBetween(buildView(material), buildView(after))

describe('what differs between two states of a plan', () => {
  it('is nothing when nothing does', () => {
    expect(between(material)).toEqual({
      parts: ['no tasks moved'],
      milestones: [],
      movedFor: [],
      changesDates: false,
    })
  })

  it('is told for the whole in a line, and for each owner task by task', () => {
    const told = between(withTask('legal', { durationDays: 12 }))
    expect(told.parts).toEqual(['2 tasks moved', 'go-live 21 → 23 July', '40 days buffer → 38 days buffer'])
    expect(told.movedFor).toEqual([
      {
        owner: 'Somebody',
        side: 'customer',
        tasks: [
          { id: 'legal', title: 'Contract at Legal', dates: 'expected 30 June → 2 July' },
          { id: 'build', title: 'Build it', dates: 'expected 21 → 23 July' },
        ],
      },
    ])
  })

  it('says slack and late dates where a date is moved', () => {
    expect(between(withPlan({ criticalDate: day('2026-07-20') })).parts).toEqual([
      '3 tasks moved',
      '40 days buffer → 1 day late',
    ])
  })

  it('names the milestones that come on another day, besides the goals', () => {
    const { milestones, changesDates } = between(withTask('legal', { durationDays: 12 }))
    expect(milestones.map(({ title, days }) => [title, days])).toEqual([
      ['Signed', '30 June → 2 July'],
      ['Ready', '21 → 23 July'],
    ])
    expect(changesDates).toBe(true)
  })

  it('counts tasks that are added and removed', () => {
    const { tasks } = material.rows
    const fewer = { ...material, rows: { ...material.rows, tasks: tasks.filter(({ id }) => id !== 'train') } }
    expect(between(fewer).parts).toEqual(['no tasks moved', '1 task removed'])
    expect(differenceBetween(buildView(fewer), buildView(material)).parts).toEqual(['no tasks moved', '1 task added'])
  })
})
