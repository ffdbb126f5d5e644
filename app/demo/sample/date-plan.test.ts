import { expect, test } from 'vitest'
import { plainCalendar } from '#app/schedule/stored-calendar.ts'
import { findTemplate } from '#app/portfolio/templates/find-template.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { endedPlans } from './ended-plans.ts'
import { haldenTemplate } from './halden-template.ts'
import { halden } from './halden.ts'
import { datePlan } from './date-plan.ts'
import { runningPlans } from './running-plans.ts'

const samples = [halden, ...runningPlans, ...endedPlans]
const calendars = { vendor: plainCalendar, customer: plainCalendar }
const days = ['2026-06-17', '2026-12-24', '2027-01-02', '2028-02-29'] as IsoDate[]

const dated = (today: IsoDate) =>
  samples.map((sample) => {
    const template = sample.template === 'halden' ? haldenTemplate : findTemplate(sample.template)
    if (!template) throw new Error(`There is no template ${sample.template}`)
    return { sample, ...datePlan(sample, template, calendars, today) }
  })

test('there are twelve plans of twelve customers', () => {
  expect(new Set(samples.map(({ account }) => account)).size).toBe(12)
})

test.each(days)('seeded on %s, nothing is done today or later, and no win is due before going live', (today) => {
  for (const { sample, progress, criticalDate, winBy, startOn } of dated(today)) {
    expect(winBy >= criticalDate, sample.account).toBe(true)
    expect(criticalDate > startOn, sample.account).toBe(true)
    for (const { startedOn, doneOn } of progress.values()) {
      expect(startedOn === null || startedOn < today, sample.account).toBe(true)
      expect(doneOn === null || doneOn < today, sample.account).toBe(true)
    }
  }
})

test.each(days)('seeded on %s, a plan that is won has every task done, one under way has its order signed', (today) => {
  for (const { sample, progress } of dated(today)) {
    if (sample.end?.kind === 'won')
      expect(
        [...progress.values()].every(({ doneOn }) => doneOn),
        sample.account,
      ).toBe(true)
    if (sample.account === 'Halden Foods') {
      expect(progress.get('budget')?.doneOn).toBeTruthy()
      expect(progress.get('legal')).toBeUndefined()
    }
  }
})
