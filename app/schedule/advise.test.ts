import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plan, task } from '#tests/reference/plans.ts'
import { requests } from '#tests/reference/requests.ts'
import { advise } from './advise.ts'
import { withChange } from './with-change.ts'
import { schedule } from './schedule.ts'

const after = (...tasks: string[]) => ({ after: tasks.map((each) => ({ task: each })) })
const shutdown = { from: day('2026-06-15'), to: day('2026-06-19'), why: 'plant shutdown' }

const late = plan(
  [
    task('scope', 4),
    task('legal', 8, after('scope')),
    task('go-live', 0, { ...after('legal'), notAfter: day('2026-06-17') }),
  ],
  { today: day('2026-06-01'), calendars: { vendor: { closed: [shutdown] } } },
)

describe('advice', () => {
  it('is one change of each kind, the least that is enough', () => {
    expect(advise(late)).toEqual([
      { kind: 'shorten', task: 'scope', durationDays: 2, byDays: 2 },
      { kind: 'overlap', task: 'legal', after: 'scope', lagDays: -2, byDays: 2 },
      { kind: 'work through', side: 'vendor', ...shutdown },
      { kind: 'postpone', task: 'go-live', date: '2026-06-23' },
    ])
  })

  it('starts today what waits for a day alone', () => {
    const held = task('legal', 8, { notBefore: day('2026-06-04'), notAfter: day('2026-06-12') })
    const request = plan([held], { today: day('2026-06-03') })
    expect(advise(request)).toContainEqual({ kind: 'start', task: 'legal', startedOn: '2026-06-03' })
  })

  it('starts nothing ahead of the work it waits for', () => {
    const legal = task('legal', 8, {
      ...after('scope'),
      notBefore: day('2026-06-10'),
      notAfter: day('2026-06-17'),
    })
    const kindsWith = (scope: ReturnType<typeof task>) =>
      advise(plan([scope, legal], { today: day('2026-06-05') })).map(({ kind }) => kind)
    expect(kindsWith(task('scope', 4))).not.toContain('start')
    expect(kindsWith(task('scope', 4, { doneOn: day('2026-06-04') }))).toContain('start')
  })

  it('shows more of a kind when asked', () => {
    expect(advise(late, { perKind: 9 }).filter(({ kind }) => kind === 'shorten')).toHaveLength(2)
  })

  it('is several changes together where none alone is enough, each of them needed and as small as it can be', () => {
    const chain = [task('a', 10), task('b', 10, after('a')), task('c', 10, after('b')), task('d', 2, after('c'))]
    const request = plan(chain, { finishBy: day('2026-06-25'), today: day('2026-06-01') })
    const [first, ...others] = advise(request)
    expect(others.map(({ kind }) => kind)).toEqual(['postpone'])
    if (first?.kind !== 'together') throw new Error('there is nothing together')
    expect(schedule(withChange(request, first))).toMatchObject({ answer: { feasible: true } })
    expect(first.changes.length).toBeGreaterThan(1)
    for (const change of first.changes) {
      const without = first.changes.filter((it) => it !== change)
      const less =
        change.kind === 'shorten'
          ? [...without, { ...change, durationDays: change.durationDays + 1, byDays: change.byDays - 1 }]
          : without
      for (const fewer of [without, less])
        expect(schedule(withChange(request, { kind: 'together', changes: fewer }))).toMatchObject({
          answer: { feasible: false },
        })
    }
  })

  it('is empty when the plan can be met', () => {
    expect(advise({ ...late, tasks: late.tasks.slice(0, 2) })).toEqual([])
  })

  it('moves the end of the whole where that is what is missed', () => {
    const request = plan([task('a', 5)], { finishBy: day('2026-06-04') })
    expect(advise(request)).toContainEqual({ kind: 'postpone', task: null, date: '2026-06-05' })
  })

  it('holds, whatever the plan', () => {
    fc.assert(
      fc.property(requests(), (request) => {
        for (const change of advise(request, { perKind: 3 }))
          expect(schedule(withChange(request, change))).toMatchObject({ ok: true, answer: { feasible: true } })
      }),
      { numRuns: 200 },
    )
  })
})
