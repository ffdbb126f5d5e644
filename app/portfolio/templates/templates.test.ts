import { describe, expect, test } from 'vitest'
import { stages } from '#app/plan/core/stages.ts'
import type { IsoDate, ScheduleAnswer } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { addDays, weekday } from '#app/schedule/dates.ts'
import { findTemplate, planTemplates } from './find-template.ts'
import { smallRollout } from './small-rollout.ts'
import { type PlanTemplate, layOutTemplate } from './template.ts'

const tasks = ({ milestones }: PlanTemplate) => milestones.flatMap(({ tasks }) => tasks)

function computed(template: PlanTemplate): ScheduleAnswer {
  const result = schedule({
    startOn: '2026-01-05' as IsoDate,
    tasks: tasks(template).map(({ key, side, durationDays, dependsOn = [] }) => ({
      id: key,
      side,
      durationDays,
      dependsOn: dependsOn.map((link) => ({ task: link.key, lagDays: link.lagDays ?? 0 })),
    })),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.answer
}

/** Mondays to Fridays after `from`, up to and with `to`. */
function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) count++
  return count
}

/** Working days from the day after the signature to the day of going live, both sides working Monday to Friday. */
function signatureToLive(template: PlanTemplate): number {
  const { tasks } = computed(template)
  const lastOf = (stage: string): IsoDate => {
    const keys = new Set(
      template.milestones.filter((it) => it.stage === stage).flatMap((it) => it.tasks.map(({ key }) => key)),
    )
    return (
      tasks
        .filter(({ id }) => keys.has(id))
        .map(({ earlyFinish }) => earlyFinish)
        .sort()
        .at(-1) ?? ('' as IsoDate)
    )
  }
  return workingDaysBetween(lastOf('Purchase'), lastOf('Rollout'))
}

describe.each(planTemplates)('$id', (template) => {
  test('has the 12 to 20 tasks of plans that are kept alive', () => {
    expect(tasks(template).length).toBeGreaterThanOrEqual(12)
    expect(tasks(template).length).toBeLessThanOrEqual(20)
  })

  test('holds every stage, in order, each milestone with tasks', () => {
    expect(template.milestones.map(({ stage }) => stage)).toEqual([...stages])
    for (const { tasks } of template.milestones) expect(tasks.length).toBeGreaterThan(0)
  })

  test('names every task once, and the engine takes it: no cycle, no unknown link', () => {
    const keys = tasks(template).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(computed(template).tasks).toHaveLength(keys.length)
  })

  test('begins nothing but its first task without something before it', () => {
    expect(tasks(template).filter(({ dependsOn = [] }) => dependsOn.length === 0)).toHaveLength(1)
  })

  test('holds the paper process', () => {
    const titles = tasks(template).map(({ title }) => title)
    for (const paper of [/as a vendor/, /security/i, /Contract at Legal/])
      expect(titles.some((it) => paper.test(it))).toBe(true)
  })

  test('gives tasks to both companies', () => {
    const given = new Set(tasks(template).map(({ side }) => side))
    expect(given).toContain('vendor')
    expect(given).toContain('customer')
  })
})

test.each([
  ['small-rollout', 11, 20],
  ['data-platform', 28, 54],
  ['hardware-site', 55, 110],
])('%s takes between %i and %i working days from signature to go-live', (id, least, most) => {
  const template = findTemplate(id)
  if (!template) throw new Error(`There is no template ${id}`)
  const days = signatureToLive(template)
  expect(days).toBeGreaterThanOrEqual(least)
  expect(days).toBeLessThanOrEqual(most)
})

test('a template laid out names the customer, the vendor and the lead, whatever their names hold', () => {
  const [template] = planTemplates
  if (!template) throw new Error('There are no templates')
  const tasks = layOutTemplate(template, { account: 'A $& B', vendor: 'Brightline', leadId: 'mara' }).flatMap(
    (it) => it.tasks,
  )
  expect(tasks.find(({ key }) => key === 'legal')?.owner).toEqual({ placeholder: 'A $& B’s legal' })
  expect(tasks.find(({ key }) => key === 'registration')?.title).toBe('Register Brightline as a vendor')
  expect(tasks.find(({ key }) => key === 'kickoff')?.owner).toEqual({ memberId: 'mara' })
  for (const { title } of tasks) expect(title).not.toContain('{')
})

test('a company that is named like a place in a template keeps its name', () => {
  const named = layOutTemplate(smallRollout, {
    account: '{vendor}’s $& {account}',
    vendor: 'Brightline',
    leadId: 'lead',
  })
  const owners = named.flatMap(({ tasks }) =>
    tasks.flatMap(({ owner }) => ('placeholder' in owner ? [owner.placeholder ?? ''] : [])),
  )
  expect(owners.some((owner) => owner.startsWith('{vendor}’s $& {account}’s '))).toBe(true)
  expect(owners.some((owner) => owner.startsWith('Brightline’s $&'))).toBe(false)
})

test('the name of a company that is written from right to left brings no invisible marks into what is stored', () => {
  const laidOut = JSON.stringify(
    layOutTemplate(smallRollout, { account: 'שטראוס', vendor: 'Brightline', leadId: 'lead' }),
  )
  expect(laidOut).toContain('שטראוס’s legal')
  expect(laidOut).not.toMatch(/\p{Bidi_Control}/u)
})
