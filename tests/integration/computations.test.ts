import { afterAll, describe, expect, test } from 'vitest'
import { OverloadedError } from '#app/kit/computations.ts'
import { answerSchedule } from '#app/api/answer-schedule.server.ts'
import { resolveHolidays } from '#app/plan/core/plan-holidays.server.ts'
import { makeComputations } from '#app/server/make-computations.server.ts'

const rules = {
  people: { milliseconds: 30_000, waiting: 10, idleSeconds: 60 },
  programs: { milliseconds: 1_500, waiting: 2, idleSeconds: 60 },
  jobs: { milliseconds: 30_000, waiting: 10, idleSeconds: 60 },
}
const computations = makeComputations(rules)
afterAll(() => computations.close())

/** Years of a lunar calendar for a plan that reaches over a century: some seconds of work. */
const slow = () => ({
  body: new TextEncoder().encode(
    JSON.stringify({
      startOn: '1970-01-01',
      calendars: { vendor: { region: 'HK' }, customer: { region: 'TW' } },
      tasks: Array.from({ length: 10 }, (_, at) => ({
        id: `t${at}`,
        side: 'both',
        durationDays: 5_000,
        dependsOn: at > 0 ? [{ task: `t${at - 1}` }] : [],
      })),
    }),
  ),
  now: Date.parse('2026-06-17T08:00:00Z'),
})

describe('threads', () => {
  test('compute beside the event loop', async () => {
    let turns = 0
    const turn = setInterval(() => turns++, 5)
    const found = await computations.run('people', resolveHolidays, { region: 'HK', fromYear: 2026, toYear: 2029 })
    clearInterval(turn)
    expect(found?.find(({ name }) => name === 'Christmas Day')?.date).toBe('2026-12-25')
    expect(turns).toBeGreaterThan(5)
    expect(await computations.run('people', resolveHolidays, { region: 'QQ', fromYear: 2026, toYear: 2026 })).toBeNull()
  })

  test('give up what takes too long, refuse what too many wait for, and go on after it', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, () => computations.run('programs', answerSchedule, slow())),
    )
    const reasons = all.map((it) =>
      it.status === 'rejected' && it.reason instanceof OverloadedError ? it.reason.reason : it,
    )
    expect(new Set(reasons)).toEqual(new Set(['too long', 'busy']))
    const small = { body: new TextEncoder().encode('{"startOn":"2026-06-17","tasks":[]}'), now: 0 }
    await expect
      .poll(() => computations.run('programs', answerSchedule, small).catch(() => null))
      .toMatchObject({ status: 200 })
  })
})
