import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advise } from '#app/schedule/advise.ts'
import { bounds } from '#app/kit/limits.ts'
import { addDays } from '#app/schedule/dates.ts'
import { buildView } from '../view/build-view.ts'
import { type TaskRow, computePlan, scheduleOf } from '../core/compute-plan.ts'
import { day, row, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { differenceBetween } from './difference.ts'
import { editWords, whatIfWords } from './edit-words.ts'
import { type Edit, editFields, editNameOf, editValueText } from '../edits/edit.ts'
import { readEdit, readEdits, withMoreEdits } from '../edits/read-edits.ts'
import { storedEditValue, withEdit } from '../edits/with-edit.ts'
import { editsForAdvice } from '../view/edits-for-advice.ts'
import { editsPosted, seenFields } from './what-if-links.ts'
import { applyEdits, mayApply, realEdits, previewEdits, withMove } from './preview-edits.ts'

const material = sampleMaterial()
const { rows, today } = material
const told = { rows, sight: 'customer' as const, today }
const closed = { field: 'closed', side: 'vendor', from: day('2026-07-06'), to: day('2026-07-10') } as const

const all: [Edit, string][] = [
  [{ field: 'durationDays', task: 'legal', value: 8 }, '“Contract at Legal” in 8 working days'],
  [{ field: 'notBefore', task: 'legal', value: day('2026-07-02') }, '“Contract at Legal” from 2 July'],
  [{ field: 'notAfter', task: 'legal', value: day('2026-07-20') }, '“Contract at Legal” by 20 July'],
  [{ field: 'startedOn', task: 'legal', value: today }, '“Contract at Legal” starts today'],
  [
    { field: 'lag', task: 'build', after: 'legal', value: -2 },
    '“Build it” starts 2 working days before “Contract at Legal” is done',
  ],
  [{ field: 'lag', task: 'build', after: 'legal', value: null }, '“Build it” no longer depends on “Contract at Legal”'],
  [
    { field: 'lag', task: 'train', after: 'legal', value: 3 },
    '“Train the team” 3 working days after “Contract at Legal”',
  ],
  [
    { field: 'lag', task: 'build', after: 'legal', value: 'SS 2' },
    '“Build it” starts at least 2 working days after “Contract at Legal” starts',
  ],
  [
    { field: 'lag', task: 'train', after: 'build', value: 'FF -1' },
    '“Train the team” finishes at most 1 working day before “Build it” finishes',
  ],
  [{ field: 'criticalDate', value: day('2026-09-18') }, 'Target date on 18 September'],
  [{ field: 'winBy', value: day('2026-11-02') }, 'First win by 2 November'],
  [{ ...closed, value: 'Fair' }, 'Brightline is closed 6 – 10 July'],
]

describe('an edit', () => {
  it.each(all)('is named, written and read again: %j', (edit, words) => {
    expect(readEdit(editNameOf(edit), editValueText(edit.value))).toEqual({ edit })
    expect(editWords(told, edit)).toBe(words)
  })

  it.each(all)('can be put back by the value that stood before: %j', (edit) => {
    const before = storedEditValue(rows, edit)
    const changed = withEdit(rows, edit)
    expect(storedEditValue(changed, edit)).toBe(edit.value)
    const back = withEdit(changed, { ...edit, value: before } as Edit)
    expect(storedEditValue(back, edit)).toBe(before)
    expect(computePlan(back, today)).toMatchObject({ ok: true })
  })

  it('of a closed period is compared without the marks of direction that a page puts around its reason', () => {
    const vendorCalendar = { ...rows.plan.vendorCalendar, closed: [{ ...closed, why: '\u2068חג\u2069' }] }
    const shown = { ...rows, plan: { ...rows.plan, vendorCalendar } }
    const edit: Edit = { ...closed, value: null }
    expect(seenFields(shown, [edit])).toEqual({ [editNameOf(edit)]: 'חג' })
    expect(readEdit(editNameOf(edit), '\u2068חג\u2069')).toEqual({ edit: { ...closed, value: 'חג' } })
  })

  it('takes no more reasons for a closed period than a calendar has rows', () => {
    const name = editNameOf({ ...closed, value: null })
    for (const reasons of ['Fair\n'.repeat(bounds.calendarRows), 'x'.repeat(bounds.calendarRows * 200)])
      expect(readEdit(name, `${reasons}Audit`)).toEqual({ fault: 'Please enter at most 100 rows.' })
  })

  it('holds every period of the same days, and puts back each', () => {
    const period = { from: closed.from, to: closed.to }
    const shut = { ...rows.plan.vendorCalendar, closed: ['Fair', 'Audit'].map((why) => ({ ...period, why })) }
    const twice = { ...rows, plan: { ...rows.plan, vendorCalendar: shut } }
    const through: Edit = { ...closed, value: null }
    const before = storedEditValue(twice, through)
    const open = withEdit(twice, through)
    expect([before, open.plan.vendorCalendar.closed]).toEqual(['Audit\nFair', []])
    const read = readEdit(editNameOf(through), editValueText(before ?? null).replaceAll('\n', '\r\n'))
    if (!read || !('edit' in read)) throw new Error('it is an edit')
    expect(withEdit(open, read.edit).plan.vendorCalendar.closed).toEqual(shut.closed.toReversed())
  })

  it('is told what is wrong with it, and names of anything else are passed over', () => {
    const asked: [string, string][] = [
      ['durationDays.legal', '-1'],
      ['durationDays.build', '2.5'],
      ['notBefore.legal', '2026-02-30'],
      ['criticalDate', ''],
      ['lag.build.legal', 'x'],
      ['lag.train.legal', 'SS 10001'],
      ['intent', 'adjust-plan'],
      ['closed.nobody.2026-07-06.2026-07-10', ''],
    ]
    const { edits, faults } = readEdits(asked)
    expect(edits).toEqual([])
    expect(faults.map(({ field }) => field)).toEqual(asked.slice(0, 6).map(([name]) => name))
    expect(faults[2]?.message).toBe('This date does not exist.')
  })

  it('takes the place of an earlier one of its name', () => {
    const [first, again, other]: Edit[] = [
      { field: 'durationDays', task: 'legal', value: 8 },
      { field: 'durationDays', task: 'legal', value: 9 },
      { field: 'durationDays', task: 'build', value: 9 },
    ]
    if (!first || !again || !other) throw new Error('three edits')
    expect(withMoreEdits([first, other], again)).toEqual([other, again])
  })
})

describe('a what-if', () => {
  it('shows the whole plan as it would be, and touches nothing else', () => {
    const tried = previewEdits(material, [{ field: 'durationDays', task: 'legal', value: 12 }])
    if (!tried.ok) throw new Error('it can be computed')
    expect(differenceBetween(buildView(material), tried.view).parts).toEqual([
      '2 tasks moved',
      'go-live 21 → 23 July',
      '40 days buffer → 38 days buffer',
    ])
    expect(rows.tasks.find(({ id }) => id === 'legal')?.durationDays).toBe(10)
  })

  it('says what cannot be, in the words of the plan, beside the field', () => {
    const circle: Edit = { field: 'lag', task: 'legal', after: 'build', value: 0 }
    expect(previewEdits(material, [circle], 'legal')).toMatchObject({
      ok: false,
      faults: [
        {
          task: 'build',
          field: 'dependsOn',
          message: expect.stringMatching(/^These tasks would depend on each other: “.*” → “.*” → “.*”\.$/) as string,
        },
      ],
    })
    const notAfter: Edit = { field: 'notAfter', task: 'legal', value: day('2026-06-18') }
    const notBefore: Edit = { field: 'notBefore', task: 'legal', value: day('2026-06-22') }
    expect(previewEdits(material, [notAfter, notBefore], 'legal')).toMatchObject({
      faults: [{ field: 'notAfter', message: 'This is before the earliest start date.' }],
    })
    const early: Edit = { field: 'winBy', value: day('2026-09-01') }
    expect(previewEdits(material, [early])).toMatchObject({ faults: [{ field: 'winBy' }] })
    const ahead: Edit = { field: 'startedOn', task: 'legal', value: addDays(today, 1) }
    expect(previewEdits(material, [ahead])).toMatchObject({ faults: [{ message: 'This date is in the future.' }] })
  })

  it('is held to what the forms take: no day that has passed, short reasons, so many of them', () => {
    const faultsOf = (...edits: Edit[]) => {
      const tried = previewEdits(material, edits)
      return tried.ok ? [] : tried.faults.map(({ message }) => message)
    }
    expect(faultsOf({ field: 'criticalDate', value: addDays(today, -1) })).toEqual(['This date has passed.'])
    expect(faultsOf({ field: 'winBy', value: addDays(today, -1) })[0]).toBe('This date has passed.')
    expect(faultsOf({ ...closed, value: 'x'.repeat(121) })).toEqual(['Please use at most 120 characters.'])
    expect(faultsOf({ ...closed, value: 'Fair\u0000' })).toEqual(['This contains characters that can’t be saved.'])
    const periods = (many: number) =>
      Array.from({ length: many }, (_, at): Edit => {
        const date = addDays(day('2027-01-01'), at)
        return { ...closed, from: date, to: date, value: 'Fair' }
      })
    expect(faultsOf(...periods(100))).toEqual([])
    expect(faultsOf(...periods(101))[0]).toBe('Please enter at most 100 rows.')
    expect(faultsOf(...periods(201))).toEqual(['Please make at most 200 changes at once.'])
    // A day that has passed may stand where it was agreed.
    const plan = { ...rows.plan, criticalDate: addDays(today, -1) }
    const passed = { ...material, rows: { ...rows, plan } }
    expect(previewEdits(passed, [{ field: 'criticalDate', value: plan.criticalDate }])).toMatchObject({ ok: true })
  })

  it('holds no day for a bar that is back where it would be anyway', () => {
    const moveTo = (edits: Edit[], date: string) =>
      withMove(material, edits, { field: 'notBefore', task: 'build', value: day(date) })
    const stands = scheduleOf(rows, today).datesOf('build').earlyStart
    const away = moveTo([], '2026-08-03')
    expect(away).toEqual([{ field: 'notBefore', task: 'build', value: '2026-08-03' }])
    expect(moveTo(away, stands)).toEqual([])
    // Where something else has moved it, the day on which it stood is one to hold.
    const shorter: Edit = { field: 'durationDays', task: 'legal', value: 5 }
    expect(moveTo([shorter], stands)).toHaveLength(2)
    const longer: Edit = { field: 'durationDays', task: 'build', value: 20 }
    expect(withMove(material, away, longer)).toEqual([...away, longer])
  })

  it('names the task where another one than the typed one cannot be', () => {
    const never = { ...material.rows.plan.customerCalendar, workweek: [] }
    const shut = { ...material, rows: { ...rows, plan: { ...rows.plan, customerCalendar: never } } }
    expect(previewEdits(shut, [], 'build')).toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ field: '', message: expect.stringMatching(/^“Contract at Legal”: /) as string }),
      ]) as unknown[],
    })
  })

  it('carries all its edits and what its sender saw, and reads them from all that was posted', () => {
    const edits = [all[0], all[4]].flatMap((one) => (one ? [one[0]] : []))
    expect(editFields(edits)).toEqual({ 'durationDays.legal': '8', 'lag.build.legal': '-2' })
    expect(seenFields(rows, edits)).toEqual({ 'durationDays.legal': '10', 'lag.build.legal': '0' })
    expect(editsPosted({ ...editFields(edits), intent: 'adjust-plan', 'seen.durationDays.legal': '10' })).toEqual(
      editFields(edits),
    )
    expect(whatIfWords(told, [...edits, ...edits])).toMatch(/ in 8 working days, “Build it” .*, 2 more$/)
  })

  it('holds only what changes something, and of the other side’s own task nothing that could be kept', () => {
    const same: Edit = { field: 'durationDays', task: 'legal', value: 10 }
    expect(realEdits(material, [same])).toEqual([])
    expect(mayApply(material, [same])).toBe(true)
    const tasks = rows.tasks.map((task) => (task.id === 'build' ? { ...task, privateTo: 'vendor' as const } : task))
    const theirs = { ...material, rows: { ...rows, tasks } }
    expect(mayApply(theirs, [{ field: 'durationDays', task: 'build', value: 3 }])).toBe(false)
    expect(mayApply(theirs, [{ field: 'lag', task: 'train', after: 'build', value: 3 }])).toBe(false)
    const may = { ...material.viewer.may, edit: false }
    expect(mayApply({ ...material, viewer: { ...material.viewer, may } }, [same])).toBe(false)
  })
})

/** Plans of all shapes whose dates are too near: chains across both sides, started and held tasks, closed periods. */
const latePlans = fc
  .record({
    durations: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 4, maxLength: 4 }),
    lags: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 3, maxLength: 3 }),
    sides: fc.array(fc.constantFrom('vendor', 'customer', 'both'), { minLength: 4, maxLength: 4 }),
    started: fc.boolean(),
    held: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    capped: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    shut: fc.boolean(),
    live: fc.integer({ min: 1, max: 60 }),
    win: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ durations, lags, sides, started, held, capped, shut, live, win }) => {
    const ids = ['legal', 'build', 'train', 'close']
    const tasks = rows.tasks.map((task, at): TaskRow => {
      const before = ids[at - 1]
      return {
        ...row(task.id, task.milestoneId, { side: sides[at] ?? 'both', durationDays: durations[at] ?? 1 }),
        startedOn: at === 0 && started ? day('2026-06-16') : null,
        notBefore: at === 1 && held !== null ? addDays(today, held) : null,
        notAfter: at === 2 && capped !== null ? addDays(today, 40 + capped) : null,
        dependsOn: before ? [{ task: before, lagDays: lags[at - 1] ?? 0, type: 'FS' }] : [],
      }
    })
    const criticalDate = addDays(today, live)
    const calendar = {
      ...rows.plan.vendorCalendar,
      closed: [{ from: day('2026-06-22'), to: day('2026-06-26'), why: 'Fair' }],
    }
    const plan = { ...rows.plan, criticalDate, winBy: addDays(criticalDate, win) }
    const calendars = shut ? { vendorCalendar: calendar, customerCalendar: calendar } : {}
    return { ...material, rows: { ...rows, tasks, plan: { ...plan, ...calendars } } }
  })

it('every piece of advice opens as a what-if that keeps the date', () => {
  let opened = 0
  fc.assert(
    fc.property(latePlans, (plan) => {
      const schedule = scheduleOf(plan.rows, today)
      const advice = advise(schedule.request)
      const view = buildView({ ...plan, advice })
      // The headline offers advice where a goal is missed; the edits are the same wherever they are offered.
      for (const edits of [
        ...advice.map((it) => editsForAdvice(it, schedule.goals)),
        ...view.headline.advice.map((it) => it.edits),
      ]) {
        expect(realEdits(plan, edits)).toEqual(edits)
        const tried = previewEdits(plan, edits)
        expect(tried.ok).toBe(true)
        expect(computePlan(applyEdits(plan, edits).rows, today)).toMatchObject({
          schedule: { computed: { answer: { feasible: true } } },
        })
        opened++
      }
    }),
    { numRuns: 300 },
  )
  expect(opened).toBeGreaterThan(100)
})
