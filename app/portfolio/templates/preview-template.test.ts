import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { planTemplates } from './find-template.ts'
import { previewTemplate } from './preview-template.ts'

const week = { workweek: [1, 2, 3, 4, 5] }
const start = {
  today: day('2026-06-17'),
  criticalDate: day('2026-10-30'),
  winBy: null,
  calendars: { vendor: week, customer: week },
  account: 'Halden Foods',
  vendor: 'Brightline',
}

test.each(planTemplates)(
  'a preview of %o has its tasks, named for both companies, and is live by the date',
  (template) => {
    const shown = previewTemplate(template, start) ?? []
    expect(shown.map(({ title }) => title)).toEqual(template.milestones.map(({ title }) => title))
    const tasks = shown.flatMap((milestone) => milestone.tasks)
    expect(tasks).toHaveLength(template.milestones.flatMap((milestone) => milestone.tasks).length)
    expect(JSON.stringify(shown)).not.toMatch(/\{(account|vendor)\}/)
    for (const { from, to, dueOn } of tasks) expect(from <= to && to <= dueOn && from >= start.today).toBe(true)
    for (const { stage, dueOn } of shown) expect(stage === 'Value' || dueOn <= start.criticalDate).toBe(true)
    expect(shown.filter(({ dueOn }) => dueOn > start.criticalDate).map(({ stage }) => stage)).toEqual(['Value'])
  },
)
