import { expect, test } from 'vitest'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { summaryOf, summaryVersion } from './plan-summary.ts'

const today = day('2026-06-17')

const wordsOf = (over: object = {}, tasks: Parameters<typeof planRows>[0] = {}, on = today) => {
  const rows = planRows(tasks)
  const plan = { ...rows.plan, archivedAt: null, ...over }
  return Object.values(summaryOf({ ...rows, plan }, { customerOn: day('2026-06-01'), questionOn: null }, on)).join(
    ' | ',
  )
}

test('stored summaries are computed again when their words or rules change: a new version says something new', () => {
  const said = [
    wordsOf(),
    wordsOf({}, { legal: row('legal', 'signed', { durationDays: 90 }) }),
    wordsOf({}, { legal: row('legal', 'signed', { durationDays: 10, notAfter: day('2026-06-19') }) }),
    wordsOf({}, { legal: row('legal', 'signed', { durationDays: 10, privateTo: 'customer' }) }),
    wordsOf({}, { legal: row('legal', 'signed', { durationDays: 10, notAfter: day('2026-07-10') }) }),
    wordsOf({ archivedAt: new Date('2026-06-01T08:00:00Z') }),
    wordsOf({ state: 'won', wonOn: today }),
    wordsOf({ state: 'lost' }),
  ]
  expect({ version: summaryVersion, said }).toMatchInlineSnapshot(`
    {
      "said": [
        "2 | To be live on 15 September, “Contract at Legal” must start by 12 August. | 40 days buffer | calm | Live | 2026-09-15 | Purchase | legal | Customer silent for 16 days",
        "0 | Go-live will be 40 working days late. | 40 days late | late | Live | 2026-09-15 | Purchase | legal | Customer silent for 16 days",
        "0 | “Task legal” is 7 working days late. | 1 task late | late | Live | 2026-09-15 | Purchase | legal | Customer silent for 16 days",
        "2 | To be live on 15 September, a task of Halden Foods’ own must start by 12 August. | 40 days buffer | calm | Live | 2026-09-15 | Purchase | legal | Customer silent for 16 days",
        "2 | “Task legal” must start by 29 June. | 40 days buffer | calm | Live | 2026-09-15 | Purchase | legal | Customer silent for 16 days",
        "4 | To be live on 15 September, “Contract at Legal” must start by 12 August. |  | calm | Live | 2026-09-15 | Purchase |  | ",
        "3 | Halden Foods did it: first win confirmed on 17 June. | first win confirmed | won | First win | 2026-06-17 | Purchase |  | ",
        "4 | This plan is closed: no order. |  | calm | Live | 2026-09-15 | Purchase |  | ",
      ],
      "version": 4,
    }
  `)
})
