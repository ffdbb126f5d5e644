import { describe, expect, it } from 'vitest'
import { answerTo, day, plan } from '#tests/reference/plans.ts'
import { addDays, daysBetween } from './dates.ts'
import { forecast } from './forecast.ts'
import type { ScheduleTask } from './model.ts'
import type { Spread } from './pert.ts'

const start = day('2026-01-01')
const everyDay = { vendor: { workweek: [1, 2, 3, 4, 5, 6, 7] } }

/** Books count periods from 0; here each is a day of a week without days off. */
function network(rows: string): ScheduleTask[] {
  return rows.split(',').map((row) => {
    const [id = '', days = '', ...after] = row.trim().split(' ')
    return { id, side: 'vendor', durationDays: Number(days), dependsOn: after.map((task) => ({ task })) }
  })
}

function book(tasks: ScheduleTask[]) {
  const answer = answerTo(plan(tasks, { startOn: start, calendars: everyDay }))
  const periods = (id: string) => {
    const row = answer.row(id)
    return [
      daysBetween(start, row.earlyStart),
      daysBetween(start, row.lateStart),
      row.totalSlackDays,
      row.freeSlackDays,
    ]
  }
  return { ...answer, periods, length: daysBetween(start, answer.finish ?? start) + 1 }
}

/** Each task as books print it: early start and finish, late start and finish, slack, in periods that end at their number. */
const solutionOf = ({ tasks }: ReturnType<typeof book>) =>
  tasks.map((row) =>
    [
      row.id,
      daysBetween(start, row.earlyStart),
      daysBetween(start, row.earlyFinish) + 1,
      daysBetween(start, row.lateStart),
      daysBetween(start, row.lateFinish) + 1,
      row.totalSlackDays,
    ].join(' '),
  )

/** Hillier and Lieberman, "Introduction to Operations Research", 8th edition, chapter 22: Reliable Construction Co. */
const reliable = network(
  'A 2, B 4 A, C 10 B, D 6 C, E 4 C, F 5 E, G 7 D, H 9 E G, I 7 C, J 8 F I, K 4 J, L 5 J, M 2 H, N 6 K L',
)

describe('worked examples of textbooks', () => {
  it('Hillier and Lieberman: 44 weeks, A–B–C–E–F–J–L–N', () => {
    const answer = book(reliable)
    expect(answer.length).toBe(44)
    expect(answer.criticalPath.join('')).toBe('ABCEFJLN')
    const slack = answer.tasks.map((row) => `${row.id}${row.totalSlackDays}`).join(' ')
    expect(slack).toBe('A0 B0 C0 D4 E0 F0 G4 H4 I2 J0 K1 L0 M4 N0')
    expect(answer.periods('H').slice(0, 2)).toEqual([29, 33])
    expect(answer.periods('M').slice(0, 2)).toEqual([38, 42])
  })

  /** Taylor, "Introduction to Management Science", 12th edition, chapter 8, problem 5 with its published solution. */
  it('Taylor, problem 5: every early and late date of 20 weeks', () => {
    const answer = book(network('1 7, 2 10, 3 6 1, 4 5 2, 5 4 2, 6 3 3 4, 7 2 5 6'))
    expect(answer.length).toBe(20)
    expect(answer.criticalPath).toEqual(['2', '4', '6', '7'])
    expect(solutionOf(answer)).toEqual([
      '1 0 7 2 9 2',
      '2 0 10 0 10 0',
      '3 7 13 9 15 2',
      '4 10 15 10 15 0',
      '5 10 14 14 18 4',
      '6 15 18 15 18 0',
      '7 18 20 18 20 0',
    ])
  })

  /** The same chapter in its edition with activities on arrows: 38 weeks; `4-5` is its dummy, a point here. */
  it('Taylor, with activities on arrows: every early and late date of 38 weeks', () => {
    const answer = book(
      network(
        '1-2 8, 1-3 10, 1-4 9, 2-5 6 1-2, 2-6 4 1-2, 3-5 5 1-3, 4-5 0 1-4, 4-7 7 1-4, 5-7 12 2-5 3-5 4-5, 5-8 15 2-5 3-5 4-5, 6-9 18 2-6, 7-8 4 4-7 5-7, 8-9 7 5-8 7-8',
      ),
    )
    expect(answer.length).toBe(38)
    expect(solutionOf(answer).filter((row) => !row.startsWith('4-5'))).toEqual([
      '1-2 0 8 1 9 1',
      '1-3 0 10 0 10 0',
      '1-4 0 9 6 15 6',
      '2-5 8 14 9 15 1',
      '2-6 8 12 16 20 8',
      '3-5 10 15 10 15 0',
      '4-7 9 16 20 27 11',
      '5-7 15 27 15 27 0',
      '5-8 15 30 16 31 1',
      '6-9 12 30 20 38 8',
      '7-8 27 31 27 31 0',
      '8-9 31 38 31 38 0',
    ])
  })

  /** Taha, "Operations Research: An Introduction", 8th edition, example 6.5-2 and 6.5-3; node 5 needs D by a dummy. */
  it('Taha: 25 days, total and free floats of the tasks with room', () => {
    const answer = book(network('A 5, B 6, C 3 A, D 8 A, E 2 B C, F 11 B C, G 1 D, H 12 D E'))
    expect(answer.length).toBe(25)
    expect(answer.criticalPath.join('')).toBe('ADH')
    const floats = ['B', 'C', 'E', 'F', 'G'].map((id) => [id, ...answer.periods(id).slice(2)].join(' '))
    expect(floats).toEqual(['B 5 2', 'C 3 0', 'E 3 3', 'F 6 6', 'G 11 11'])
  })

  /** The same book as the first: with three estimates for each task, 47 weeks are kept with a chance of about 0.84. */
  it('Hillier and Lieberman: the chance of 47 weeks', () => {
    const estimates =
      'A 1 2 3, B 2 3.5 8, C 6 9 18, D 4 5.5 10, E 1 4.5 5, F 4 4 10, G 5 6.5 11, H 5 8 17, I 3 7.5 9, J 3 9 9, K 4 4 4, L 1 5.5 7, M 1 2 3, N 5 5.5 9'
    const spreads = new Map<string, Spread>()
    for (const line of estimates.split(', ')) {
      const [id = '', optimistic, likely, pessimistic] = line.split(' ')
      spreads.set(id, { optimistic: Number(optimistic), likely: Number(likely), pessimistic: Number(pessimistic) })
    }
    const request = plan(reliable, { startOn: start, calendars: everyDay })
    const result = forecast({ plan: request, spreads, goals: [{ task: 'N', by: addDays(start, 46) }] })
    const chance = result.ok ? result.goals[0]?.chance : null
    expect(chance).toBeGreaterThan(0.78)
    expect(chance).toBeLessThan(0.87)
  })
})
