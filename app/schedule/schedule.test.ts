import { describe, expect, it } from 'vitest'
import { answerTo, day, figures, plan, task } from '#tests/reference/plans.ts'
import { schedule } from './schedule.ts'

const sixDays = { vendor: {}, customer: { workweek: [1, 2, 3, 4, 5, 6] } }

describe('dates', () => {
  it('finish on the day they start when there is one day of work', () => {
    expect(figures(plan([task('a', 1)]), 'a')).toBe('06-01 06-01 06-01 06-01 0 0')
  })

  it('pass over weekends, holidays and closed periods, which an extra work day wins over', () => {
    const vendor = {
      holidays: [day('2026-06-02')],
      closed: [{ from: day('2026-06-04'), to: day('2026-06-08') }],
      extraWorkdays: [day('2026-06-06'), day('2026-06-02')],
    }
    expect(figures(plan([task('a', 5)], { calendars: { vendor } }), 'a')).toMatch(/^06-01 06-09/)
  })

  it('count a day for both only if both work', () => {
    const calendars = { vendor: { workweek: [1, 2, 3] }, customer: { workweek: [3, 4, 5] } }
    expect(figures(plan([task('a', 2, { side: 'both' })], { calendars }), 'a')).toMatch(/^06-03 06-10/)
  })

  it('count lag in the calendar of the task that waits', () => {
    const tasks = [task('a', 5), task('b', 1, { side: 'customer', after: [{ task: 'a', lagDays: 1 }] })]
    expect(figures(plan(tasks, { calendars: sixDays }), 'b')).toMatch(/^06-08 06-08/)
  })

  it('end FF on the first own working day on or after, SF on the working day before', () => {
    const saturday = task('a', 6, { side: 'customer' })
    const ff = plan([saturday, task('b', 2, { after: [{ task: 'a', type: 'FF' }] })], { calendars: sixDays })
    expect(figures(ff, 'b')).toMatch(/^06-05 06-08/)
    const monday = task('a', 1, { notBefore: day('2026-06-08') })
    expect(figures(plan([monday, task('b', 2, { after: [{ task: 'a', type: 'SF' }] })]), 'b')).toMatch(/^06-04 06-05/)
  })

  it('start nothing before startOn, whatever a negative lag says', () => {
    const tasks = [task('a', 2), task('b', 1, { after: [{ task: 'a', lagDays: -9 }] })]
    expect(figures(plan(tasks), 'b')).toMatch(/^06-01 06-01/)
  })

  it('roll notBefore to the next working day; notAfter lowers the late finish alone', () => {
    const late = task('a', 2, { notBefore: day('2026-06-06'), notAfter: day('2026-06-07') })
    expect(figures(plan([late]), 'a')).toBe('06-08 06-09 06-04 06-05 -2 0')
  })
})

describe('points', () => {
  it('fall on the day their last task ends, even where their own side is closed', () => {
    const tasks = [task('a', 6, { side: 'customer' }), task('p', 0, { after: [{ task: 'a' }] })]
    const request = plan([...tasks, task('b', 1, { after: [{ task: 'p' }] })], { calendars: sixDays })
    expect(figures(request, 'p')).toBe('06-06 06-06 06-06 06-06 0 0')
    expect(figures(request, 'b')).toMatch(/^06-08 06-08/)
  })

  it('fall on the end of the last lag day', () => {
    const tasks = [
      task('a', 4),
      task('p', 0, { after: [{ task: 'a', lagDays: 2 }] }),
      task('b', 1, { after: [{ task: 'p' }] }),
    ]
    expect(figures(plan(tasks), 'p')).toMatch(/^06-08 06-08/)
    expect(figures(plan(tasks), 'b')).toMatch(/^06-09/)
  })

  it('lie at the start of their day when nothing drives them, and their slack counts both days', () => {
    const tasks = [
      task('p', 0, { notBefore: day('2026-06-03') }),
      task('b', 1, { after: [{ task: 'p' }] }),
      task('c', 5),
    ]
    expect(figures(plan(tasks), 'b')).toMatch(/^06-03 06-03/)
    expect(figures(plan([task('p', 0), task('c', 5)]), 'p')).toBe('06-01 06-01 06-05 06-05 5 5')
  })

  it('at the start of their day let an FF successor end on that date', () => {
    const point = task('p', 0, { side: 'customer', notBefore: day('2026-06-08') })
    const tasks = [point, task('b', 5, { after: [{ task: 'p', type: 'FF' }] })]
    expect(figures(plan(tasks, { calendars: sixDays }), 'b')).toMatch(/^06-02 06-08/)
    const weekly = { vendor: { workweek: [3] } }
    const wednesday = [task('p', 0, { notBefore: day('2026-06-10') }), task('b', 1, { after: tasks[1]?.dependsOn })]
    expect(figures(plan(wednesday, { calendars: weekly }), 'b')).toMatch(/^06-10 06-10/)
  })

  it('after their date are late, though at the start of the day, and so are those before them', () => {
    const days = (notBefore: string) => {
      const tasks = [
        task('before', 0, { notBefore: day(notBefore) }),
        task('p', 0, { after: [{ task: 'before' }], notAfter: day('2026-06-10') }),
      ]
      const answer = answerTo(plan(tasks, { finishBy: day('2026-06-30') }))
      return [answer.feasible, answer.slackDays, answer.row('p').totalSlackDays, answer.row('before').totalSlackDays]
    }
    expect(days('2026-06-10')).toEqual([true, 1, 1, 1])
    expect(days('2026-06-11')).toEqual([false, -1, -1, -1])
    expect(days('2026-06-12')).toEqual([false, -2, -2, -2])
  })

  it('after their date are late on a day off too', () => {
    const tasks = [
      task('a', 6, { side: 'customer', doneOn: day('2026-06-06') }),
      task('p', 0, { after: [{ task: 'a' }], notAfter: day('2026-06-05') }),
    ]
    expect(figures(plan(tasks, { calendars: sixDays }), 'p')).toMatch(/06-06 06-06 06-05 06-05 -1/)
  })

  it('checked off on the day they were expected move nothing', () => {
    const tasks = (doneOn: string | null) => [
      task('a', 2),
      task('p', 0, { after: [{ task: 'a' }], doneOn: doneOn ? day(doneOn) : null }),
      task('b', 1, { after: [{ task: 'p' }] }),
    ]
    expect(figures(plan(tasks('2026-06-02')), 'b')).toBe(figures(plan(tasks(null)), 'b'))
  })
})

describe('what happened', () => {
  it('starts where it started, ahead of links, and finishes its duration later', () => {
    const tasks = [task('a', 9), task('b', 2, { after: [{ task: 'a' }], startedOn: day('2026-05-30') })]
    expect(figures(plan(tasks), 'b')).toMatch(/^05-30 06-02 05-30/)
  })

  it('ends where it ended; its successors follow, and it holds none of those before it', () => {
    const tasks = [
      task('a', 9),
      task('b', 2, { after: [{ task: 'a' }], doneOn: day('2026-06-03') }),
      task('c', 1, { after: [{ task: 'b' }] }),
    ]
    const request = plan(tasks, { finishBy: day('2026-06-30') })
    expect(figures(request, 'b')).toBe('06-02 06-03 06-02 06-03 0 0')
    expect(answerTo(request).row('b').critical).toBe(false)
    expect(figures(request, 'c')).toMatch(/^06-04/)
    expect(figures(request, 'a')).toMatch(/06-30 13 13$/)
  })

  it('keeps open work on or after today, and started work from ending before it', () => {
    const tasks = [
      task('a', 1),
      task('b', 1, { startedOn: day('2026-06-01') }),
      task('c', 1, { doneOn: day('2026-06-01') }),
    ]
    const request = plan(tasks, { today: day('2026-06-06') })
    expect(figures(request, 'a')).toMatch(/^06-08 06-08/)
    expect(figures(request, 'b')).toMatch(/^06-01 06-08/)
    expect(figures(request, 'c')).toMatch(/^06-01 06-01/)
  })
})

describe('what has started', () => {
  const late = (type: 'FS' | 'SS' | 'FF' | 'SF', rest = {}) => {
    const tasks = [
      task('a', 10),
      task('b', 3, { after: [{ task: 'a', type }], startedOn: day('2026-06-01') }),
      task('c', 5, { after: [{ task: 'b' }] }),
    ]
    return answerTo(plan(tasks, rest)).row('a')
  }

  it('no longer holds those before it by its start', () => {
    expect(late('FS', { finishBy: day('2026-06-26') })).toMatchObject({ lateFinish: '2026-06-26', totalSlackDays: 10 })
    expect(late('SS')).toMatchObject({ lateFinish: '2026-06-12', totalSlackDays: 0 })
  })

  it('still holds them by its finish, and is late for no one as long as it is on time', () => {
    expect(late('FF', { finishBy: day('2026-06-26') })).toMatchObject({ lateFinish: '2026-06-19', totalSlackDays: 5 })
    expect(late('FF')).toMatchObject({ lateFinish: '2026-06-12', totalSlackDays: 0 })
    expect(late('FF', { finishBy: day('2026-06-09') }).totalSlackDays).toBe(-8)
  })
})

describe('sittings', () => {
  const sittings = ['2026-06-09', '2026-06-23', '2026-07-14'].map(day)

  it('finish a task only on one of its days, the start one duration before', () => {
    const request = plan([task('a', 3), task('b', 2, { after: [{ task: 'a' }], sittings })], {
      finishBy: day('2026-07-10'),
    })
    expect(figures(request, 'b')).toBe('06-08 06-09 06-22 06-23 10 10')
    expect(figures(request, 'a')).toBe('06-01 06-03 06-17 06-19 12 2')
  })

  it('leave the late dates to finishBy where none is early enough', () => {
    expect(figures(plan([task('a', 1, { sittings })], { finishBy: day('2026-06-05') }), 'a')).toBe(
      '06-09 06-09 06-05 06-05 -2 0',
    )
  })

  it('count on a day off: the task finishes there, its start one duration before', () => {
    const saturday = [day('2026-06-06')]
    const work = [task('a', 2, { sittings: saturday }), task('b', 1, { after: [{ task: 'a' }] })]
    expect(figures(plan(work, { finishBy: day('2026-06-30') }), 'a')).toBe('06-04 06-06 06-04 06-06 0 0')
    expect(figures(plan(work), 'b')).toMatch(/^06-08 06-08/)
    const point = plan([task('p', 0, { sittings: saturday })], { today: day('2026-06-06') })
    expect(figures(point, 'p')).toMatch(/^06-06 06-06 06-06 06-06 0/)
    const started = task('s', 1, { sittings: saturday, startedOn: day('2026-06-02') })
    expect(figures(plan([started], { today: day('2026-06-06') }), 's')).toMatch(/^06-02 06-06/)
  })

  it('are the late dates of points too, never the day before', () => {
    const tasks = [task('p', 0, { sittings }), task('b', 2, { after: [{ task: 'p' }] })]
    expect(figures(plan(tasks, { finishBy: day('2026-06-24') }), 'p')).toMatch(/^06-09 06-09 06-23 06-23 10/)
    expect(figures(plan(tasks, { finishBy: day('2026-06-23') }), 'p')).toMatch(/^06-09 06-09 06-09 06-09/)
  })

  it('are told when none is left', () => {
    const result = schedule(plan([task('a', 50, { sittings })]))
    expect(result).toMatchObject({ ok: false, faults: [{ task: 'a', field: 'sittings' }] })
  })
})

describe('the whole', () => {
  it('tells finish, start-by date, slack and the path', () => {
    const tasks = [task('a', 3), task('b', 2, { after: [{ task: 'a' }] }), task('c', 1)]
    expect(answerTo(plan(tasks, { finishBy: day('2026-06-10') }))).toMatchObject({
      feasible: true,
      finish: '2026-06-05',
      startBy: '2026-06-04',
      slackDays: 3,
      criticalPath: ['a', 'b'],
    })
    expect(answerTo(plan(tasks, { finishBy: day('2026-06-04') }))).toMatchObject({ feasible: false, slackDays: -1 })
    expect(answerTo(plan(tasks)).slackDays).toBe(0)
  })

  it('of nothing is feasible', () => {
    expect(schedule(plan([]))).toEqual({
      ok: true,
      answer: { feasible: true, finish: null, startBy: null, slackDays: null, criticalPath: [], tasks: [] },
    })
  })

  it('of finished tasks has no path and nothing to start', () => {
    const answer = answerTo(plan([task('a', 2, { doneOn: day('2026-06-02') })], { finishBy: day('2026-06-10') }))
    expect(answer).toMatchObject({
      feasible: true,
      finish: '2026-06-02',
      startBy: null,
      slackDays: 0,
      criticalPath: [],
    })
  })

  it('counts free slack to the first date of a successor that would move, of whatever link', () => {
    const tasks = [
      task('a', 2),
      task('b', 6, { after: [{ task: 'a', type: 'SS', lagDays: 1 }] }),
      task('c', 9),
      task('d', 1, { after: [{ task: 'a', type: 'FF', lagDays: 1 }, { task: 'c' }] }),
    ]
    expect(answerTo(plan(tasks)).row('a').freeSlackDays).toBe(0)
    expect(answerTo(plan(tasks.filter(({ id }) => id !== 'b'))).row('a').freeSlackDays).toBe(7)
  })
})
