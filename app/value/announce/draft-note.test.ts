import { expect, test } from 'vitest'
import { samplePlan } from '#tests/samples/plan.ts'
import { draftNote } from './draft-note.ts'

test('what no one has said yet is left out of the draft, and the rest is there', () => {
  const { firstWin } = samplePlan()
  const parts = { statement: null, measure: null, unit: null, baseline: null, target: null, announcedTo: null }
  const open = { ...firstWin, ...parts }
  const nothing = draftNote(
    samplePlan({ criticalReason: null, ifMissed: null, firstWin: { ...open, open: ['statement'] } }),
  )
  expect(nothing).toMatchObject({ why: null, brings: null })
  expect(nothing.byWhen).toMatch(/^We need it live by \d+ \w+ \d{4}\.\nThe first result is due by \d+ \w+ \d{4}\.$/)
  const said = draftNote(
    samplePlan({
      criticalReason: null,
      ifMissed: 'Another year by hand.',
      firstWin: { ...open, statement: 'We closed the books in one day.', open: ['measure'] },
    }),
  )
  expect(said).toMatchObject({ why: 'Another year by hand.', brings: 'We closed the books in one day.' })
})
