import { describe, expect, it } from 'vitest'
import { day, row, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { buildView } from './build-view.ts'

const priya = { kind: 'participant', id: 'p1', name: 'Priya Raman' } as const
const soon = { notAfter: day('2026-06-19'), durationDays: 2 }

/** Ids of what asks the reader now, and of what can wait. */
function nextFor(tasks: Parameters<typeof sampleMaterial>[0], viewer: object = {}, confirmers = ['Priya Raman']) {
  const material = sampleMaterial(tasks)
  const { nextForYou, laterForYou } = buildView({
    ...material,
    confirmers,
    viewer: { ...material.viewer, ...viewer },
  })
  return { now: nextForYou, later: laterForYou }
}

describe('what waits for a reader', () => {
  it('is now what can begin, and later what waits for something else', () => {
    const tasks = {
      legal: row('legal', 'signed', { owner: priya }),
      build: row('build', 'ready', { owner: priya, dependsOn: ['legal'] }),
    }
    expect(nextFor(tasks)).toEqual({ now: ['legal'], later: ['build'] })
  })
  it('are urgent tasks that no person owns, for the champion or the lead of their side', () => {
    const legal = row('legal', 'signed', soon)
    expect(nextFor({ legal })).toEqual({ now: ['legal'], later: [] })
    expect(nextFor({ legal: row('legal', 'signed', { durationDays: 2 }) }), 'not urgent').toEqual({
      now: [],
      later: [],
    })
    expect(nextFor({ legal: { ...legal, side: 'vendor' } }).now).toEqual([])
    expect(nextFor({ legal }, { role: 'contributor' }).now).toEqual([])
    const lead = { role: 'lead', side: 'vendor', sight: 'vendor', id: 'm1' }
    expect(nextFor({ legal: { ...legal, side: 'vendor' } }, lead).now).toEqual(['legal'])
    expect(nextFor({ legal }, lead).now).toEqual([])
    expect(nextFor({ legal }, lead, []).now, 'no champion yet').toEqual(['legal'])
  })
})

it.each(['2026-07-31', '2026-09-15', '2026-10-28'])(
  'the buffer of a plan is the one that its headline says, also where the first win has less: live by %s',
  (criticalDate) => {
    const material = sampleMaterial({ close: row('close', 'win', { durationDays: 75 }) })
    const plan = { ...material.rows.plan, state: 'agreed' as const, criticalDate: day(criticalDate) }
    const { headline, slackDays } = buildView({ ...material, rows: { ...material.rows, plan } })
    expect(slackDays).toBeGreaterThan(0)
    expect(headline.status?.text).toMatch(new RegExp(`, ${slackDays} working days? buffer`))
  },
)
