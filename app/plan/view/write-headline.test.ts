import { describe, expect, it } from 'vitest'
import { advise } from '#app/schedule/advise.ts'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { writeHeadline } from './write-headline.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import type { Sight } from '#app/policy/policy.ts'

const say = (rows = planRows(), today = '2026-06-17', sight: Sight = 'customer') => {
  const schedule = scheduleOf(rows, day(today))
  return writeHeadline({ rows, schedule, today: day(today), sight, advice: advise(schedule.request) })
}

const sentence = (...asked: Parameters<typeof say>) => {
  const { lead, stress } = say(...asked)
  return `${lead} ${stress}`
}

const withPlan = (more: Partial<ReturnType<typeof planRows>['plan']>, rows = planRows()) => ({
  ...rows,
  plan: { ...rows.plan, ...more },
})

describe('the headline', () => {
  it('names go-live, the first open task that leads to it, and its late start', () => {
    // 25 working days back from 15 September, its last day with them.
    expect(sentence()).toBe('To be live on 15 September, “Contract at Legal” must start by 12 August.')
    expect(say()).toMatchObject({
      tone: 'calm',
      whyLabel: 'Why 12 August?',
      because: 'Why this date: the half-year audit begins on the 16th.',
    })
  })

  it('is calm about an agreed plan on track, and says what is next, also where that is today', () => {
    const agreed = withPlan({ state: 'under way' })
    expect(say(agreed).status).toEqual({
      text: 'On track for 15 September, 40 working days buffer',
      next: '“Contract at Legal” must start by 12 August.',
    })
    expect(say(agreed, '2026-08-12').status).toEqual({
      text: 'On track for 15 September, no buffer',
      next: '“Contract at Legal” must start today.',
    })
    expect(say(agreed, '2026-08-13')).toMatchObject({ status: null, tone: 'late' })
    expect(say().status, 'a draft').toBeNull()
    const live = planRows({
      legal: row('legal', 'signed', { doneOn: day('2026-06-16') }),
      build: row('build', 'ready', { doneOn: day('2026-06-16') }),
      train: row('train', 'live', { doneOn: day('2026-06-16') }),
    })
    expect(say(withPlan({ state: 'under way' }, live)).status).toMatchObject({
      text: expect.stringMatching(/^On track for the first win by 30 October, \d+ working days buffer$/) as string,
    })
  })

  it('says today and tomorrow, and presses then', () => {
    expect(sentence(planRows(), '2026-08-11')).toMatch(/must start by tomorrow\.$/)
    expect(sentence(planRows(), '2026-08-12')).toMatch(/must start today\.$/)
    expect(say(planRows(), '2026-08-11').tone).toBe('must')
  })

  it('asks for the finish of what is begun, and passes over what is done', () => {
    const begun = planRows({
      legal: row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10, startedOn: day('2026-06-15') }),
    })
    expect(sentence(begun)).toMatch(/“Contract at Legal” must be done by 25 August\.$/)
    const done = planRows({ legal: row('legal', 'signed', { doneOn: day('2026-06-15') }) })
    expect(sentence(done)).toMatch(/“Build it” must start by 26 August\.$/)
  })

  it('gives the reason that holds: a latest date of the task, or of one that waits for it, before the goal', () => {
    const own = planRows({
      legal: row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10, notAfter: day('2026-07-10') }),
    })
    expect(sentence(own)).toBe('“Contract at Legal” must start by 29 June.')
    expect(say(own)).toMatchObject({
      whyLabel: 'Why 29 June?',
      because: 'It must be finished by 10 July. The go-live date, 15 September, can still be met.',
      chain: [
        { text: 'Contract at Legal', detail: '10 days' },
        { text: 'Latest date', detail: '10 July' },
      ],
    })
    const later = planRows({
      build: row('build', 'ready', {
        ...{ title: 'Build it', side: 'vendor', durationDays: 15, dependsOn: ['legal'] },
        notAfter: day('2026-07-31'),
      }),
    })
    expect(sentence(later)).toBe('“Contract at Legal” must start by 29 June.')
    expect(say(later).because).toMatch(/^“Build it” depends on it and must be finished by 31 July\./)
    const loose = planRows({
      legal: row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10, notAfter: day('2026-09-14') }),
    })
    expect(sentence(loose), 'a date that asks for nothing earlier').toMatch(/^To be live on 15 September,/)
  })

  it('turns to the win once live', () => {
    const doneOn = day('2026-06-16')
    const live = planRows({
      legal: row('legal', 'signed', { doneOn }),
      build: row('build', 'ready', { doneOn }),
      train: row('train', 'live', { doneOn }),
    })
    expect(sentence(live)).toMatch(
      /^To announce the first win by 30 October, “Close a month” must start by 26 October\.$/,
    )
    const asking = live.milestones.map((it) => (it.id === 'ready' ? { ...it, exitEvidence: 'A test report' } : it))
    expect(sentence({ ...live, milestones: asking })).toBe(
      'All tasks before go-live are done. The evidence for “Ready” is still missing. It is due by 15 September.',
    )
    const ready = { ...live, tasks: live.tasks.map((task) => ({ ...task, doneOn })) }
    expect(sentence(ready)).toBe('All tasks are done. The first win can be confirmed by 30 October.')
  })

  it('says by how many working days the date is missed, and what alone would save it', () => {
    const late = say(planRows(), '2026-08-17')
    expect(`${late.lead} ${late.stress}`).toBe('Go-live will be 3 working days late.')
    expect(late.tone).toBe('late')
    expect(late.because).toContain('If it is missed: The audit runs on the old books.')
    const advice = late.advice.map(({ text }) => text)
    expect(advice).toContain('Go-live on 18 September instead of 15 September')
    expect(advice.some((text) => /in \d+ working days instead of \d+$/.test(text))).toBe(true)
    expect(late.chain.at(-1)).toEqual({ text: 'Live', detail: '18 September instead of 15 September', closed: false })
  })

  it('names the win when that alone is missed', () => {
    const rows = planRows({ close: row('close', 'win', { durationDays: 150 }) })
    expect(sentence(rows)).toMatch(/^The first win will be \d+ working days late\.$/)
  })

  it('says the same of the other side’s private task, without its title', () => {
    const secret = planRows({
      legal: row('legal', 'signed', { doneOn: day('2026-06-15') }),
      build: row('build', 'ready', { title: 'Hire a crew', side: 'vendor', durationDays: 15, privateTo: 'vendor' }),
    })
    expect(sentence(secret)).toBe('To be live on 15 September, a task of Brightline’s own must start by 26 August.')
    expect(sentence(secret, '2026-06-17', 'vendor')).toMatch(/“Hire a crew” must start by 26 August\.$/)
    expect(JSON.stringify(say(secret))).not.toContain('Hire')
    expect(JSON.stringify(say(secret, '2026-09-01'))).not.toContain('Hire')
    expect(say(secret).chain[0]?.text).toBe('A task of Brightline’s own')
  })

  it('shows the way there, with the closed periods it meets', () => {
    const closed = [{ from: day('2026-06-22'), to: day('2026-06-24'), why: 'Plant shutdown' }]
    const rows = planRows()
    const shut = withPlan({ customerCalendar: { ...rows.plan.customerCalendar, closed } })
    expect(say(shut).chain).toEqual([
      { text: 'Contract at Legal', detail: '10 days', closed: false },
      { text: 'Plant shutdown', detail: '22 – 24 June', closed: true },
      { text: 'Build it', detail: '15 days', closed: false },
      { text: 'Live', detail: '15 September', closed: false },
    ])
  })

  it('tells won and lost plainly', () => {
    expect(sentence(withPlan({ state: 'won', wonOn: day('2026-06-16') }))).toBe(
      'Halden Foods did it: first win confirmed on 16 June.',
    )
    expect(sentence(withPlan({ state: 'lost' }))).toBe('This plan is closed: no order.')
  })
})
