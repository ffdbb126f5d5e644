import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requests, runs } from '#tests/reference/requests.ts'
import type { ResolveRegion } from './answer-schedule-request.ts'
import { answerScheduleRequest } from './answer-schedule-request.ts'
import { addDays } from './dates.ts'
import { findHolidayDates } from './holidays.server.ts'
import type { IsoDate, ScheduleRequest } from './model.ts'

const now = new Date('2026-06-30T22:30:00Z')
const noRegions: ResolveRegion = () => null

function errorsOf(body: unknown, resolve: ResolveRegion = noRegions) {
  const response = answerScheduleRequest(body, resolve, now)
  return response.status === 422 ? response.body.errors : []
}

/** Each fault as "task field". */
const places = (body: unknown, resolve?: ResolveRegion) =>
  errorsOf(body, resolve).map(({ task, field }) => `${task} ${field}`)
const base = { startOn: '2026-06-01' }
const work = { side: 'vendor', durationDays: 1 }

describe('a request that can be answered', () => {
  it('is answered in its own order, with defaults for what is left out or null', () => {
    const tasks = [
      { id: 'b', title: 'Second', side: 'customer', durationDays: 2, dependsOn: [{ task: 'a' }], sittings: null },
      { id: 'a', side: 'both', durationDays: 1, dependsOn: null, notBefore: null, doneOn: null },
    ]
    expect(answerScheduleRequest({ ...base, finishBy: '2026-06-10', tasks }, noRegions, now)).toMatchObject({
      status: 200,
      contentType: 'application/json',
      body: { finish: '2026-06-03', slackDays: 5, criticalPath: ['a', 'b'], tasks: [{ id: 'b' }, { id: 'a' }] },
    })
  })

  it('starts today in its time zone when it names no start', () => {
    const tasks = [{ id: 'a', ...work }]
    const started = (timeZone?: string) => answerScheduleRequest({ timeZone, tasks }, noRegions, now).body
    expect(started('Europe/Berlin')).toMatchObject({ tasks: [{ earlyStart: '2026-07-01' }] })
    expect(started()).toMatchObject({ tasks: [{ earlyStart: '2026-06-30' }] })
  })

  it('adds the public holidays of its regions for all the years that it touches', () => {
    const tasks = [{ id: 'a', side: 'customer', durationDays: 900 }]
    const request = { startOn: '2026-05-21', tasks }
    const finish = (customer: object) => {
      const { body } = answerScheduleRequest({ ...request, calendars: { customer } }, findHolidayDates, now)
      return 'finish' in body ? body.finish : body.errors
    }
    const holidays = findHolidayDates('DE-BY', 2026, 2040) ?? []
    expect(finish({ region: 'DE-BY' })).toBe(finish({ holidays }))
    expect(finish({ region: 'DE-BY', extraWorkdays: holidays })).not.toBe(finish({ region: 'DE-BY' }))
  })
})

describe('the holidays of a region', () => {
  const busy: ResolveRegion = (_region, fromYear, toYear) =>
    Array.from({ length: toYear - fromYear + 1 }, (_, i) =>
      ['01-04', '05-04', '05-05', '09-02', '11-11', '12-30'].map((day) => `${fromYear + i}-${day}` as IsoDate),
    ).flat()

  it('count in the years before a fault, too: all that is wrong is told at once', () => {
    // Three of 2025 are on a weekday: with them, the lag ends on the day after the only sitting.
    const started = { id: 'a', side: 'vendor', durationDays: 1, startedOn: '2025-07-30' }
    const sittings = ['2026-06-01']
    const later = { id: 'b', side: 'customer', durationDays: 0, dependsOn: [{ task: 'a', lagDays: 214 }], sittings }
    const never = { id: 'c', side: 'customer', durationDays: 1, sittings: ['2026-01-07'] }
    const calendars = { customer: { region: 'XX' } }
    expect(places({ ...base, calendars, tasks: [started, later, never] }, busy)).toEqual(['b sittings', 'c sittings'])
  })

  it('count in every year that a date of the answer or its slack touches', () => {
    const holidays = busy('XX', 1990, 2080)
    const listed = ({ customer, vendor }: NonNullable<ScheduleRequest['calendars']>) => ({
      customer: { ...customer, holidays },
      vendor,
    })
    fc.assert(
      fc.property(
        requests(),
        fc.integer({ min: -700, max: 400 }),
        fc.integer({ min: -900, max: 300 }),
        (request, a, b) => {
          const tasks = request.tasks.map((task) => ({
            ...task,
            startedOn: task.startedOn && !task.doneOn ? addDays(task.startedOn, Math.min(0, a)) : task.startedOn,
            dependsOn: task.dependsOn?.map((link, i) => (i === 0 ? { ...link, lagDays: b } : link)),
          }))
          const finishBy = request.finishBy && addDays(request.finishBy, a)
          const { vendor, customer } = request.calendars ?? {}
          const calendars = { vendor, customer: { ...customer, holidays: null } }
          const plain = { ...request, tasks, finishBy }
          const whole = { ...plain, calendars: listed(calendars) }
          const byRegion = { ...plain, calendars: { ...calendars, customer: { ...calendars.customer, region: 'XX' } } }
          expect(answerScheduleRequest(byRegion, busy, now).body).toEqual(
            answerScheduleRequest(whole, noRegions, now).body,
          )
        },
      ),
      runs,
    )
  })
})

describe('a request that is wrong', () => {
  it('is told as problem+json', () => {
    expect(answerScheduleRequest({ ...base, tasks: [{ id: 'a', ...work, durationDays: -1 }] }, noRegions, now)).toEqual(
      {
        status: 422,
        contentType: 'application/problem+json',
        body: {
          type: 'about:blank',
          title: 'This plan can’t be calculated.',
          status: 422,
          errors: [
            {
              task: 'a',
              field: 'durationDays',
              message: '-1 is not a whole number of working days from 0 to 10,000.',
            },
          ],
        },
      },
    )
  })

  it('quotes text that looks like a number', () => {
    const message = (durationDays: unknown) =>
      errorsOf({ ...base, tasks: [{ id: 'a', ...work, durationDays }] }).map((it) => it.message.split(' is not')[0])
    expect(['3', 1.5, Infinity, 'x'].map(message)).toEqual([['"3"'], ['1.5'], ['Infinity'], ['x']])
  })

  it('tells a cycle with its tasks in working order', () => {
    const after = (task: string) => ({ ...work, dependsOn: [{ task }] })
    const tasks = [
      { id: 'c', ...after('b') },
      { id: 'a', ...after('c') },
      { id: 'b', ...after('a') },
      { id: 'd', ...after('d') },
    ]
    const errors = errorsOf({ ...base, tasks })
    expect(errors).toHaveLength(2)
    const [cycle, itself] = errors
    expect(cycle?.field).toBe('dependsOn')
    expect([...(cycle?.tasks ?? []), ...(cycle?.tasks ?? [])].join('')).toContain('abc')
    expect(itself).toMatchObject({ task: 'd', tasks: ['d'] })
  })

  it('tells everything at once', () => {
    const tasks = [
      { id: 'a', side: 'nobody', durationDays: 1.5, dependsOn: [{ task: 'x', type: 'FX', lagDays: 0.5 }] },
      { id: 'a', ...work, notBefore: '2026-02-30', sittings: ['2026-07-13', 'soon'] },
      { id: 'b', ...work, notBefore: '2026-06-09', notAfter: '2026-06-08' },
      { id: 'c', ...work, startedOn: '2026-06-09', doneOn: '2026-06-08' },
      { id: 'd', ...work, durationDays: 10_001, dependsOn: [{ task: 'c', lagDays: -10_001 }] },
      { id: 'e', ...work, sittings: ['2026-05-01'] },
      { ...work, startedOn: 5 },
      { id: 'f', side: 'customer', durationDays: '3', dependsOn: 'a' },
      'g',
    ]
    const vendor = { workweek: [1, 8], holidays: ['2026-13-01'], region: 'XX', extraWorkdays: 'none' }
    const customer = { workweek: [], closed: [{ from: '2026-08-14', to: '2026-08-03' }, { from: '2026-08-14' }] }
    const body = { startOn: '2026-6-1', finishBy: 7, timeZone: 'Mars', calendars: { vendor, customer }, tasks }
    expect(places(body).sort()).toEqual(
      [
        'null startOn',
        'null finishBy',
        'null timeZone',
        'null calendars.vendor.workweek[1]',
        'null calendars.vendor.holidays[0]',
        'null calendars.vendor.region',
        'null calendars.vendor.extraWorkdays',
        'null calendars.customer.closed[0].to',
        'null calendars.customer.closed[1].to',
        'a side',
        'a durationDays',
        'a dependsOn[0].task',
        'a dependsOn[0].type',
        'a dependsOn[0].lagDays',
        'a id',
        'a notBefore',
        'a sittings[1]',
        'b notAfter',
        'c doneOn',
        'd durationDays',
        'd dependsOn[0].lagDays',
        'e sittings',
        'null tasks[6].id',
        'null tasks[6].startedOn',
        'f durationDays',
        'f dependsOn',
        'f side',
        'null tasks[8]',
      ].sort(),
    )
  })

  it('tells a side that has no working day within ten years', () => {
    const closed = [{ from: '2026-01-01', to: '2036-06-30' }]
    const tasks = [
      { id: 'a', ...work },
      { id: 'b', side: 'both', durationDays: 0 },
      { id: 'c', side: 'customer', durationDays: 1 },
      { id: 'd', side: 'vendor', durationDays: 1, doneOn: '2026-06-02' },
    ]
    expect(places({ ...base, calendars: { vendor: { closed } }, tasks })).toEqual(['a side', 'b side'])
    expect(places({ ...base, calendars: { vendor: { workweek: [] } }, tasks })).toEqual(['a side', 'b side'])
  })

  it('says which it is: no later sitting, one too far away, no working day, or the end of dates', () => {
    const messages = (task: object, more: object = {}) =>
      errorsOf({ ...base, ...more, tasks: [{ id: 'a', ...work, ...task }] }).map(({ message }) => message)
    expect(messages({ sittings: ['2026-06-02'], notBefore: '2026-06-08' })[0]).toMatch(
      /All sittings are before this task can finish/,
    )
    expect(messages({ sittings: ['2038-06-02'] })[0]).toMatch(/more than ten years after/)
    expect(messages({ sittings: [] })[0]).toMatch(/no sitting on which this task can finish/)
    expect(messages({ durationDays: 10_000, notBefore: '9990-01-01' })[0]).toMatch(/outside the years/)
    const calendars = { vendor: { closed: [{ from: '0001-01-01', to: '2020-12-31' }] } }
    expect(messages({ durationDays: 10_000, notBefore: '9990-01-01' }, { calendars })[0]).toMatch(/outside the years/)
  })

  it('tells dates past 9999 and before the year 1', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, i) => ({
        ...work,
        id: `${i}`,
        durationDays: 10_000,
        dependsOn: i ? [{ task: `${i - 1}` }] : [],
      }))
    expect(places({ ...base, tasks: chain(250) })[0]).toBe('208 durationDays')
    expect(places({ ...base, finishBy: '2026-06-30', tasks: chain(60) })).toContain('0 durationDays')
  })

  it('is refused for 10,001 tasks, and for 10,000 in a ring, without a hang', () => {
    const ring = (size: number) =>
      Array.from({ length: size }, (_, i) => ({ ...work, id: `${i}`, dependsOn: [{ task: `${(i + 1) % size}` }] }))
    expect(places({ ...base, tasks: ring(10_001) })).toEqual(['null tasks'])
    expect(errorsOf({ ...base, tasks: ring(10_000) })[0]?.tasks).toHaveLength(10_000)
  })

  it.each([null, undefined, 7, 'plan', [], {}, { tasks: {} }, { tasks: [null] }, { tasks: [[]], calendars: [] }])(
    'is told whatever its shape: %j',
    (body) => {
      expect(answerScheduleRequest(body, noRegions, now).status).toBe(422)
    },
  )
})
