import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { checkCalendar } from '#app/plan/calendar/check-calendar.server.ts'
import { editCalendar } from '#app/plan/calendar/edit-calendar.server.ts'
import { calendarFormInput } from '#app/plan/calendar/calendar-input.server.ts'
import { agreedTerms } from '#app/plan/agreed-terms/agreed-terms.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { seenValuesIn } from '#app/runner/submit.server.ts'
import { settledValues } from '#app/ui/form-reply.ts'
import { activityOf } from '#tests/factories/adjusting.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const week = ['1', '2', '3', '4', '5']
/** The form as it comes for a plan without anything special. */
const blank = {
  timeZone: 'Europe/Berlin',
  vendorWorkweek: week,
  vendorRegion: '',
  customerWorkweek: week,
  customerRegion: '',
  'seen.timeZone': 'Europe/Berlin',
  'seen.vendorWorkweek': week,
  'seen.vendorRegion': '',
  'seen.vendorClosed': '[]',
  'seen.vendorDays': '[]',
  'seen.customerWorkweek': week,
  'seen.customerRegion': '',
  'seen.customerClosed': '[]',
  'seen.customerDays': '[]',
}

const post = (it: Setting, actor: Actor, values: PostedValues) =>
  runCommand(it.parts, editCalendar, {
    actor,
    scopeId: it.planId,
    input: calendarFormInput(values),
    seen: seenValuesIn(values),
  })

const shutdown = {
  'customerClosed.4.from': '2026-08-03',
  'customerClosed.4.to': '2026-08-14',
  'customerClosed.4.why': 'Plant shutdown',
}

const setPlan = (it: Setting, values: object) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.updateTable('plan').set(values).execute())

test('people strike out public holidays and add days off, each with its reason', async () => {
  const it = await setUp()
  await post(it, it.champion, { ...blank, customerRegion: 'DE-BY' })
  const named = storedCalendar.parse((await planOf(it)).customerCalendar).holidays
  expect(named).toContainEqual({ date: '2026-06-04', name: 'Corpus Christi', localName: 'Fronleichnam' })
  await post(it, it.champion, {
    ...blank,
    customerRegion: 'DE-BY',
    'seen.customerRegion': 'DE-BY',
    ...shutdown,
    'customerClosed.5.from': '2026-07-06',
    'customerClosed.5.why': 'Works outing',
    customerWorks: '2026-06-04',
    'customerWorksWhy.2026-06-04': 'release week',
    'customerExtra.0.date': '2026-06-27',
    'customerExtra.0.why': 'stocktaking',
  })
  const plan = await planOf(it)
  expect(plan.customerCalendar).toMatchObject({
    closed: [
      { from: '2026-08-03', to: '2026-08-14', why: 'Plant shutdown' },
      { from: '2026-07-06', to: '2026-07-06', why: 'Works outing' },
    ],
    extraWorkdays: [
      { date: '2026-06-04', why: 'release week' },
      { date: '2026-06-27', why: 'stocktaking' },
    ],
  })
  expect(plan.termsVersion).toBe(3)
  const view = await getPlanView(it.parts, { actor: it.champion, standings: new Set() }, it.planId)
  expect(view.closed.map(({ why }) => why)).toContain('Works outing')
  expect(view.closed.map(({ why }) => why)).not.toContain('Corpus Christi')
  expect((await eventsOf(it)).at(-1)?.changes).toMatchObject({
    customerDays: {
      before: [],
      after: [
        { date: '2026-06-04', why: 'release week' },
        { date: '2026-06-27', why: 'stocktaking' },
      ],
    },
  })
})

test('what was added is listed on the plan, also after the last day of the plan; public holidays end with it', async () => {
  const it = await setUp()
  await post(it, it.champion, {
    ...blank,
    customerRegion: 'DE-BY',
    'customerClosed.0.from': '2027-08-02',
    'customerClosed.0.to': '2027-08-13',
    'customerClosed.0.why': 'Plant shutdown',
  })
  const { closed, firstWin } = await getPlanView(it.parts, { actor: it.champion, standings: new Set() }, it.planId)
  expect(firstWin.winBy < '2027-01-01').toBe(true)
  expect(closed.filter(({ from }) => from > '2027-01-01').map(({ why }) => why)).toEqual(['Plant shutdown'])
})

test('what cannot be is told beside the part, and nothing is kept', async () => {
  const it = await setUp()
  const faultOf = async (values: PostedValues) =>
    (await refusalOf(post(it, it.lead, { ...blank, ...values }))).faults.map(({ field }) => field)
  expect(await faultOf({ customerWorks: '2026-06-04' })).toEqual(['customerDays'])
  expect(await faultOf({ 'vendorExtra.0.why': 'no day' })).toEqual(['vendorDays'])
  expect(await faultOf({ 'vendorClosed.0.from': '2026-08-03' })).toEqual(['vendorClosed'])
  expect(await faultOf({ ...shutdown, 'customerClosed.4.to': '2026-08-01' })).toEqual(['customerClosed'])
  expect(await faultOf({ customerRegion: 'XX' })).toEqual(['customerRegion'])
  for (const timeZone of ['Europe/Atlantis', '+02:00', ''])
    expect(await faultOf({ timeZone }), timeZone).toEqual(['timeZone'])
  expect(await eventsOf(it)).toEqual([])
})

test('a country or state is named in words, and kept by its code', async () => {
  const it = await setUp()
  await post(it, it.champion, { ...blank, customerRegion: 'Bavaria', vendorRegion: 'UK' })
  expect(await planOf(it)).toMatchObject({
    customerCalendar: { region: 'DE-BY' },
    vendorCalendar: { region: 'GB' },
    termsVersion: 2,
  })
  // The form shows the name, and sends it back untouched.
  const untouched = {
    ...{ customerRegion: 'Bavaria (Bayern), Germany', 'seen.customerRegion': 'DE-BY' },
    ...{ vendorRegion: 'United Kingdom', 'seen.vendorRegion': 'GB' },
  }
  await post(it, it.champion, { ...blank, ...untouched })
  expect(await planOf(it)).toMatchObject({ termsVersion: 2 })
  expect((await eventsOf(it)).at(-1)?.changes).toMatchObject({
    customerRegion: { before: null, after: { region: 'DE-BY' } },
  })
  const [last] = (await activityOf(it, it.lead)).entries
  expect(last?.changes).toContainEqual({
    label: 'The customer’s public holidays',
    before: '',
    after: 'Bavaria (Bayern), Germany',
  })
})

test('a fault in one of several rows, or in a region, says which and what is wanted', async () => {
  const it = await setUp()
  const messageOf = async (values: PostedValues) =>
    (await refusalOf(post(it, it.lead, { ...blank, ...shutdown, ...values }))).faults[0]?.message
  // Rows are counted as they stand in the form, blank ones too.
  expect(await messageOf({ 'customerClosed.2.from': '', 'customerClosed.6.from': '2026-08-20' })).toBe(
    'Row 3: Please enter a reason.',
  )
  expect(await messageOf({ 'customerExtra.1.date': '2026-02-30', 'customerExtra.1.why': 'x' })).toBe(
    'Row 1: This date does not exist.',
  )
  expect(await messageOf({ 'customerClosed.4.to': '2026-08-01' })).toMatch(
    /^Plant shutdown, .*the end date is before the start date\.$/,
  )
  expect(await messageOf({ customerExtra: '', 'customerExtra.0.date': '2026-06-27' })).toMatch(
    /27 June.*enter a reason/,
  )
  expect(await messageOf({ customerRegion: 'Georgia' })).toContain('Georgia (country) or Georgia, United States')
})

test('the zone is set by its name, and is no part of what was agreed', async () => {
  const it = await setUp()
  await post(it, it.champion, { ...blank, timeZone: 'america/new_york' })
  expect(await planOf(it)).toMatchObject({ timeZone: 'America/New_York', termsVersion: 1 })
})

test('two people on different parts both win; on the same part one of them chooses', async () => {
  const it = await setUp()
  await post(it, it.champion, { ...blank, ...shutdown })
  await post(it, it.lead, { ...blank, vendorWorkweek: ['1', '2', '3', '4'] })
  expect((await planOf(it)).customerCalendar).toMatchObject({ closed: [{ why: 'Plant shutdown' }] })

  const mine = { ...blank, 'customerClosed.0.from': '2026-07-06', 'customerClosed.0.why': 'Outing' }
  const { status, conflicts } = await refusalOf(post(it, it.lead, mine))
  expect(status).toBe(409)
  expect(conflicts).toMatchObject([{ field: 'customerClosed', label: 'Days off at Halden Foods', by: 'Priya Raman' }])
  const [conflict] = conflicts
  if (!conflict) throw new Error('A conflict was expected')
  await post(it, it.lead, settledValues(mine, conflict, 'theirs') as PostedValues)
  expect((await planOf(it)).customerCalendar).toMatchObject({ closed: [{ why: 'Plant shutdown' }] })
  await post(it, it.lead, settledValues(mine, conflict, 'yours') as PostedValues)
  const { customerCalendar, vendorCalendar } = await planOf(it)
  expect(customerCalendar).toMatchObject({ closed: [{ why: 'Outing', from: '2026-07-06', to: '2026-07-06' }] })
  expect(vendorCalendar).toMatchObject({ workweek: [1, 2, 3, 4] })
})

test('two people on one side’s week settle it, also without script', async () => {
  const it = await setUp()
  await post(it, it.champion, { ...blank, customerWorkweek: ['1', '2', '3'] })
  const mine = { ...blank, customerWorkweek: ['1', '2', '3', '4'] }
  const [conflict] = (await refusalOf(post(it, it.lead, mine))).conflicts
  if (!conflict) throw new Error('A conflict was expected')
  await post(it, it.lead, settledValues(mine, conflict, 'theirs') as PostedValues)
  expect((await planOf(it)).customerCalendar).toMatchObject({ workweek: [1, 2, 3] })
})

test('extra work days from before there were reasons are read, in plans and in baselines, and stay', async () => {
  const it = await setUp()
  const old = { workweek: [1, 2, 3, 4, 5], region: null, holidays: [{ date: '2026-06-04', name: 'Fronleichnam' }] }
  const stored = { ...old, closed: [], extraWorkdays: ['2026-06-27'] }
  await setPlan(it, { customerCalendar: JSON.stringify(stored) })
  expect(agreedTerms.shape.customerCalendar.parse(stored).extraWorkdays).toEqual([{ date: '2026-06-27', why: '' }])
  await post(it, it.lead, {
    ...blank,
    ...shutdown,
    'seen.customerDays': JSON.stringify([{ date: '2026-06-27', why: '' }]),
    'customerExtra.0.date': '2026-06-27',
    'customerExtra.0.why': '',
  })
  expect((await planOf(it)).customerCalendar).toMatchObject({
    extraWorkdays: [{ date: '2026-06-27', why: '' }],
    closed: [{ why: 'Plant shutdown' }],
  })
})

test('who of the customer looked first has checked the calendar; the page says where it came from until then', async () => {
  const it = await setUp()
  const from = async () =>
    (await getPlanView(it.parts, { actor: it.lead, standings: new Set() }, it.planId)).calendarFrom
  const check = (actor: Actor) => runCommand(it.parts, checkCalendar, { actor, scopeId: it.planId, input: {} })
  expect(await from()).toBeNull()
  await setPlan(it, { calendarFrom: 'account' })
  expect(await statusOf(check(it.lead))).toBe(403)
  expect(await statusOf(check(it.viewer))).toBe(403)
  await post(it, it.lead, { ...blank, vendorWorkweek: ['1', '2', '3', '4'] })
  expect(await from()).toBe('account')
  await check(it.champion)
  await check(it.contributor)
  expect(await from()).toBeNull()
  expect(await planOf(it)).toMatchObject({ calendarFrom: 'account', calendarCheckedBy: 'Priya Raman' })
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['calendar changed', 'calendar checked'])
})

test('saving it for the customer checks it too, also when nothing was changed', async () => {
  const it = await setUp()
  await setPlan(it, { calendarFrom: 'workspace' })
  await post(it, it.contributor, blank)
  expect(await planOf(it)).toMatchObject({ calendarCheckedBy: 'Jonas Berg', termsVersion: 1 })
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['calendar checked'])
})
