import { describe, expect, it } from 'vitest'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleMaterial } from '#tests/samples/plan-rows.ts'
import { sampleTask } from '#tests/samples/plan.ts'
import { buildView } from '../view/build-view.ts'
import { whatIfPlan } from './what-if-plan.tsx'
import type { WhatIfAsk } from './what-if-asks.ts'

const material = sampleMaterial()
const plan = buildView(material)
const gone = sampleTask({ id: 'removed meanwhile' })

describe('a plan to try changes on', () => {
  it.each<WhatIfAsk>([
    { do: 'step', task: gone, part: 'start', by: 1 },
    { do: 'drag', task: gone, part: 'finish', to: gone.earlyFinish },
    { do: 'open-task', task: gone.id },
    { do: 'edit', edits: [{ field: 'durationDays', task: gone.id, value: 3 }] },
    {
      do: 'try-advice',
      advice: { text: 'Shorten it', edits: [{ field: 'durationDays', task: gone.id, value: 3 }] },
    },
  ])('that has lost a task since the page was drawn passes over it: $do', (ask) => {
    const opened = whatIfPlan({ material, number: 2 })
    const tried = opened.after(null, ask)
    expect(tried).toMatchObject({ edits: [], task: null })
    expect(opened.draw(plan, tried)).toMatchObject({ bar: null, words: '' })
  })

  it('says that a start in the past begins today at the earliest, and nothing of a start that is still to come', () => {
    const opened = whatIfPlan({ material, number: 2 })
    const from = (value: IsoDate): WhatIfAsk => ({ do: 'edit', edits: [{ field: 'notBefore', task: 'legal', value }] })
    const wordsFrom = (value: IsoDate) => opened.draw(plan, opened.after(null, from(value))).words
    const dayBefore = addDays(material.today, -1)
    expect(wordsFrom(dayBefore)).toContain('has passed: “Contract at Legal” starts today at the earliest.')
    expect(wordsFrom(material.today)).not.toContain('has passed')
  })

  it('opens the plan’s dates, and closes them where a task is opened', () => {
    const trial = whatIfPlan({ material, number: 2 })
    const opened = trial.after(null, { do: 'open-goals', at: 'winBy' })
    expect(trial.draw(plan, opened).bar).not.toBeNull()
    const moved = trial.after(opened, {
      do: 'edit',
      edits: [{ field: 'criticalDate', value: addDays(plan.criticalDate, 7) }],
    })
    expect(trial.draw(plan, moved).shown.criticalDate).toBe(addDays(plan.criticalDate, 7))
    expect(trial.after(moved, { do: 'open-task', task: 'legal' })).toMatchObject({ goals: null, task: 'legal' })
  })

  it('refuses a task of no working days', () => {
    const opened = whatIfPlan({ material, number: 2 })
    const tried = opened.after(null, { do: 'edit', edits: [{ field: 'durationDays', task: 'legal', value: 0 }] })
    expect(opened.draw(plan, tried).words).toContain('Please enter at least 1 working day.')
  })

  it('draws what an edit moves, in words that can be read aloud', () => {
    const opened = whatIfPlan({ material, number: 2 })
    const tried = opened.after(null, { do: 'edit', edits: [{ field: 'durationDays', task: 'legal', value: 40 }] })
    const drawn = opened.draw(plan, tried)
    expect(drawn.words).toMatch(/^“Contract at Legal” in 40 working days: \d+ tasks moved/)
    expect(drawn.moved.get('legal')?.words).toMatch(/expected/)
  })
})
