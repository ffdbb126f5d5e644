import { expect, test } from 'vitest'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { histogramOf } from './histogram.ts'
import { forecastInput } from './forecast-input.ts'
import { type ForecastView, runForecast } from './run-forecast.ts'
import { forecastWords, pictureWords } from './forecast-words.ts'

const today = day('2026-06-17')

const rowsWith = (...more: TaskRow[]): StoredRows => {
  const rows = planRows()
  return {
    ...rows,
    tasks: [...rows.tasks, ...more],
    plan: {
      ...rows.plan,
      archivedAt: null,
      project: 'Faster close',
      leadId: 'lead',
      leadName: 'Sam Ortiz',
      leadJobTitle: null,
      timeZone: 'Europe/Berlin',
      calendarFrom: null,
      termsVersion: 1,
      agreementsFrom: 1,
      workspaceLogo: null,
      accountId: 'account',
      accountLogo: null,
      winMeasure: 'Time to close',
      winUnit: 'days',
      winBaseline: 30,
      winTarget: 1,
      winAnnouncedTo: 'the board',
      forecastSharedAt: null,
    },
  }
}

const view = (rows: StoredRows, spreads = new Map(), side: 'vendor' | 'customer' = 'vendor'): ForecastView => {
  const input = forecastInput(rows, spreads, today, side)
  const found = input && runForecast(input)
  if (!found) throw new Error('There is no forecast')
  return found
}

const ours = row('ours', 'live', { title: 'Ask for a discount', privateTo: 'vendor', side: 'vendor', durationDays: 60 })
const theirs = row('theirs', 'live', { title: 'Replace the old team', privateTo: 'customer', durationDays: 60 })

test('the same plan gives the same figures, wherever they are computed', () => {
  const input = forecastInput(rowsWith(), new Map(), today)
  const sent = JSON.parse(JSON.stringify(input)) as typeof input
  expect(sent && runForecast(sent)).toEqual(view(rowsWith()))
  expect(view(rowsWith()).runs).toBe(10_000)
})

test('a stated spread counts instead of the plain default', () => {
  const certain = new Map([
    ['build', { optimistic: 15, pessimistic: 15 }],
    ['legal', { optimistic: 10, pessimistic: 10 }],
  ])
  const wide = new Map([...certain, ['build', { optimistic: 15, pessimistic: 90 }] as const])
  expect(view(rowsWith(), wide).goals[0]?.fourInFive).not.toBe(view(rowsWith(), certain).goals[0]?.fourInFive)
  expect(view(rowsWith(), certain).deciders).toEqual([])
  expect(view(rowsWith(), wide).deciders).toEqual(['Build it'])
})

test('the customer’s private spread is not in it, nor is its name; the figures are the same for both', () => {
  const spreads = new Map([
    ['theirs', { optimistic: 1, pessimistic: 700 }],
    ['ours', { optimistic: 59, pessimistic: 61 }],
  ])
  const input = forecastInput(rowsWith(ours, theirs), spreads, today)
  expect(JSON.stringify(input)).not.toMatch(/700|Replace the old team|"theirs"/)
  expect(input?.spreads.map(([id]) => id)).toEqual(['ours'])
  const [vendor, customer] = [view(rowsWith(ours, theirs), spreads), view(rowsWith(ours, theirs), spreads, 'customer')]
  expect(customer.goals).toEqual(vendor.goals)
  expect(forecastWords(vendor).join(' ')).toContain('A task of Halden Foods’ own')
  expect(forecastWords(customer).join(' ')).toContain('Replace the old team')
  const alone = view(rowsWith(ours), new Map(), 'customer')
  expect(forecastWords(alone).join(' ')).toContain('Main drivers: A task of Brightline’s own.')
  expect(JSON.stringify(alone)).not.toContain('discount')
})

test('what is over has no forecast, and a goal that was reached is passed over', () => {
  const rows = rowsWith()
  expect(forecastInput({ ...rows, plan: { ...rows.plan, state: 'won' } }, new Map(), today)).toBeNull()
  const done = rows.tasks.map((task) => (task.id === 'close' ? task : { ...task, doneOn: today }))
  expect(view({ ...rows, tasks: done }).goals.map(({ kind }) => kind)).toEqual(['win'])
})

const goal = {
  kind: 'go-live' as const,
  by: day('2026-09-15'),
  chance: 0.83,
  half: day('2026-09-03'),
  fourInFive: day('2026-09-14'),
  days: [
    { date: day('2026-09-03'), runs: 5_000 },
    { date: day('2026-09-14'), runs: 3_300 },
    { date: day('2026-09-21'), runs: 1_700 },
  ],
}
const said = (change: Partial<typeof goal> | { half: null; fourInFive: null }) =>
  forecastWords({ today, runs: 10_000, goals: [{ ...goal, ...change }], deciders: ['Contract at Legal', 'Test close'] })

test('it is said in plain sentences', () => {
  expect(said({})).toEqual([
    '80% likely to be live by 14 September, 50% by 3 September.',
    'The target date, 15 September, is met in 8 of 10 simulations. Main drivers: Contract at Legal and Test close.',
  ])
  expect(said({ chance: 1 })[1]).toContain('in all simulations')
  expect(said({ chance: 0.97 })[1]).toContain('in almost all simulations')
  expect(said({ chance: 0.02 })[1]).toContain('in almost no simulations')
  expect(said({ half: goal.fourInFive })[0]).toBe('At least 80% likely to be live by 14 September.')
  expect(said({ half: null, fourInFive: null })[0]).toContain('Fewer than half of the simulations go live.')
  const win = { ...goal, kind: 'win' as const, by: day('2026-10-30') }
  expect(forecastWords({ today, runs: 10_000, goals: [goal, win], deciders: [] }).slice(2)).toEqual([
    '80% likely to reach the first win by 14 September, 50% by 3 September. The first win’s due date, 30 October, is met in 8 of 10 simulations.',
  ])
  expect(pictureWords(goal, today)).toBe(
    'Go-live in the simulations: between 3 September and 21 September. 80% likely to be live by 14 September, 50% by 3 September. The target date, 15 September, is met in 8 of 10 simulations.',
  )
})

test('no bar of the picture holds days on both sides of the date', () => {
  const daily = histogramOf(goal)
  expect(daily?.bars.map(({ late }) => late)).toEqual([false, false, true])
  const line = daily?.at(goal.by) ?? 0
  for (const { from, width, late } of daily?.bars ?? [])
    expect(late ? from >= line - 0.1 : from + width <= line + 0.1).toBe(true)
  const long = Array.from({ length: 200 }, (_, at) => ({
    date: day(new Date(Date.UTC(2026, 6, 1 + at)).toISOString().slice(0, 10)),
    runs: 50,
  }))
  const weekly = histogramOf({ days: long, by: goal.by })
  expect(weekly?.bars.length).toBeLessThanOrEqual(54)
  expect(weekly?.bars.findIndex(({ late }) => late)).toBe(11)
  expect(histogramOf({ days: [], by: goal.by })).toBeNull()
})
