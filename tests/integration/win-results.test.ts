import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { nextAsks } from '#app/plan/page/next-asks.ts'
import { renderNotice } from '#app/notices/render-notice.ts'
import { hasEmail } from '#app/outbox/when-told.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askForResult } from '#app/value/win/ask-for-result.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { recordMeasurement } from '#app/value/win/record-measurement.server.ts'
import { removeMeasurement } from '#app/value/win/remove-measurement.server.ts'
import { getResults } from '#app/value/win/results-queries.server.ts'
import { sayNotYet } from '#app/value/win/say-not-yet.server.ts'
import { getWinForForm, getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { winEmails } from '#app/value/win/win-emails.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const as = (it: Setting, actor: Actor = it.champion) => ({ actor, scopeId: it.planId, idempotencyKey: newId() })
const notYet = (it: Setting, input: object = {}, actor: Actor = it.champion) =>
  runCommand(it.parts, sayNotYet, {
    ...as(it, actor),
    input: { reason: 'Two plants start in July.', measureOn: '2026-07-20', ...input },
  })
const ask = (it: Setting, input: object = {}, actor: Actor = it.lead) =>
  runCommand(it.parts, askForResult, { ...as(it, actor), input })
const measure = (it: Setting, input: object, actor: Actor = it.champion) =>
  runCommand(it.parts, recordMeasurement, { ...as(it, actor), input })
const confirm = (it: Setting, input: object = {}, actor: Actor = it.champion) =>
  runCommand(it.parts, confirmFirstWin, { ...as(it, actor), input: { winVersion: 1, measuredValue: '1', ...input } })

const noticesOf = ({ parts, workspaceId }: Setting, kind: string) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['toAddress', 'daily', 'state', 'facts'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .execute(),
  )

const readers = {
  champion: (it: Setting) => ({ actor: it.champion, standings: new Set<Standing>(['champion']) }),
  lead: (it: Setting) => ({ actor: it.lead, standings: new Set<Standing>(['member', 'rep', 'lead']) }),
}
const resultsFor = (it: Setting, who: keyof typeof readers) => getResults(it.parts, readers[who](it), it.planId)

/** What waits for a reader, by its words. */
async function asksOf(it: Setting, who: keyof typeof readers) {
  const viewer = readers[who](it)
  const [plan, win] = [await getPlanView(it.parts, viewer, it.planId), await getWinForPlan(it.parts, viewer, it.planId)]
  return nextAsks({ plan, links: planLinks(it.planId), ...win }).filter(({ id }) => id === 'win')
}

test('not yet: the lead reads why and when the customer looks again; the plan asks then', async () => {
  const it = await setUp()
  await notYet(it)
  expect(await noticesOf(it, 'win-not-yet')).toMatchObject([
    {
      toAddress: 'sam.ortiz@brightline.example',
      daily: true,
      facts: { by: 'Priya Raman', reason: 'Two plants start in July.', measureOn: '2026-07-20' },
    },
  ])
  expect(await planOf(it)).toMatchObject({ winMeasureOn: '2026-07-20', state: 'rough', termsVersion: 1, winVersion: 1 })
  expect((await eventsOf(it)).at(-1)).toMatchObject({
    event: 'first win not yet',
    changes: { measureOn: { before: null, after: '2026-07-20' }, reason: { after: 'Two plants start in July.' } },
  })
  expect(await asksOf(it, 'lead')).toMatchObject([{ text: 'Read why the first win has not happened yet' }])
  expect(await asksOf(it, 'champion')).toEqual([])
  it.parts.clock.set('2026-07-20T08:00:00Z')
  expect(await asksOf(it, 'champion')).toMatchObject([{ words: 'To be measured today.' }])
  expect(await asksOf(it, 'lead')).toEqual([])
  it.parts.clock.set('2026-07-22T08:00:00Z')
  expect(await asksOf(it, 'lead')).toMatchObject([{ text: 'Ask for the result of the first win' }])
  it.parts.clock.set('2026-06-17T08:00:00Z')
})

test('not yet needs a reason and a day ahead, and an open plan; nothing is kept of what was refused', async () => {
  const it = await setUp()
  expect((await refusalOf(notYet(it, { reason: ' ', measureOn: '' }))).faults.map(({ field }) => field)).toEqual([
    'reason',
    'measureOn',
  ])
  for (const measureOn of ['2026-06-17', '2026-06-01'])
    expect(await refusalOf(notYet(it, { measureOn }))).toMatchObject({ status: 422, faults: [{ field: 'measureOn' }] })
  for (const actor of [it.lead, it.teammate, it.contributor, it.viewer])
    expect(await statusOf(notYet(it, {}, actor))).toBe(403)
  await confirm(it)
  expect(await statusOf(notYet(it))).toBe(409)
  expect(await noticesOf(it, 'win-not-yet')).toEqual([])
  expect((await resultsFor(it, 'champion')).answers).toEqual([])
})

test('the vendor asks the champion, who answers; unanswered, they are left alone for a week', async () => {
  const it = await setUp()
  await ask(it, { note: 'You closed May last week.' })
  expect(await noticesOf(it, 'win-asked')).toMatchObject([
    {
      toAddress: 'priya.raman@halden.example',
      daily: true,
      facts: { by: 'Sam Ortiz', note: 'You closed May last week.' },
    },
  ])
  expect(await asksOf(it, 'champion')).toMatchObject([{ words: 'Sam Ortiz asks: “You closed May last week.”' }])
  expect(await resultsFor(it, 'lead')).toMatchObject({ askAgainOn: '2026-06-24', may: { ask: true, confirm: false } })
  expect(await refusalOf(ask(it))).toMatchObject({ status: 409 })
  it.parts.clock.set('2026-06-18T08:00:00Z')
  await notYet(it)
  expect(await asksOf(it, 'champion')).toEqual([])
  // What was asked and is answered goes into no email.
  expect(await noticesOf(it, 'win-asked')).toMatchObject([{ state: 'unwanted' }])
  await ask(it)
  for (const actor of [it.champion, it.contributor, it.outsider]) expect(await statusOf(ask(it, {}, actor))).toBe(403)
  await confirm(it)
  expect(await statusOf(ask(it))).toBe(409)
  it.parts.clock.set('2026-06-17T08:00:00Z')
})

test('without a champion no one is asked', async () => {
  const it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: it.parts.clock.now() })
      .where('participantId', '=', it.champion.id)
      .execute(),
  )
  expect(await refusalOf(ask(it))).toMatchObject({ status: 409 })
  expect(await eventsOf(it)).toEqual([])
})

test('values are recorded with their day and a note, in the order of their days, and a mistake is removed', async () => {
  const it = await setUp()
  await measure(it, { measuredValue: '12', measuredOn: '2026-06-15', note: 'without Lyon' })
  await measure(it, { measuredValue: '20,5', measuredOn: '2026-06-10' })
  await measure(it, { measuredValue: '11' })
  const { measurements } = await resultsFor(it, 'lead')
  expect(measurements.map(({ measured, on, note, by }) => [measured, on, note, by])).toEqual([
    [20.5, '2026-06-10', null, 'Priya Raman'],
    [12, '2026-06-15', 'without Lyon', 'Priya Raman'],
    [11, '2026-06-17', null, 'Priya Raman'],
  ])
  const [first] = measurements
  const remove = (actor: Actor) =>
    runCommand(it.parts, removeMeasurement, { ...as(it, actor), input: { measurementId: first?.id ?? '' } })
  for (const actor of [it.lead, it.viewer]) expect(await statusOf(remove(actor))).toBe(403)
  await remove(it.champion)
  expect(await statusOf(remove(it.champion))).toBe(404)
  expect((await resultsFor(it, 'champion')).measurements.map(({ measured }) => measured)).toEqual([12, 11])
  expect((await eventsOf(it)).at(-1)).toMatchObject({
    event: 'measurement removed',
    changes: { measuredValue: { before: 20.5, after: null }, measuredOn: { before: '2026-06-10', after: null } },
  })
})

test('a value that is no number and a day that has not come are refused beside their fields, and nothing is kept', async () => {
  const it = await setUp()
  for (const measuredValue of ['', 'twelve', '12 days', '1,250', 'NaN', '1e999'])
    expect(await refusalOf(measure(it, { measuredValue }))).toMatchObject({
      status: 422,
      faults: [{ field: 'measuredValue' }],
    })
  expect(await refusalOf(measure(it, { measuredValue: '12', measuredOn: '2026-06-18' }))).toMatchObject({
    status: 422,
    faults: [{ field: 'measuredOn' }],
  })
  expect((await resultsFor(it, 'champion')).measurements).toEqual([])
  expect(await refusalOf(confirm(it, { measuredValue: 'one' }))).toMatchObject({ faults: [{ field: 'measuredValue' }] })
  expect(await refusalOf(confirm(it, { reachedOn: '2026-06-18' }))).toMatchObject({ faults: [{ field: 'reachedOn' }] })
  expect(await planOf(it)).toMatchObject({ state: 'rough' })
})

test('a confirmation keeps the day on which it happened and the sentence of who confirms', async () => {
  const it = await setUp()
  await confirm(it, { reachedOn: '2026-06-12', statement: 'One day. It used to take us a month!' })
  const viewer = readers.champion(it)
  expect((await getWinForPlan(it.parts, viewer, it.planId)).won).toMatchObject({
    reachedOn: '2026-06-12',
    on: '2026-06-17',
    statement: 'One day. It used to take us a month!',
  })
  expect((await eventsOf(it)).at(-1)?.changes).toMatchObject({ reachedOn: { before: null, after: '2026-06-12' } })
  expect((await noticesOf(it, 'win-confirmed'))[0]?.facts).toMatchObject({ reachedOn: '2026-06-12' })
})

/** An email as it leaves, as one line of text. */
async function sentWords(kind: string, facts: unknown, sentOn: string) {
  const { notice } = readNotice({ kind, facts })
  if (!notice || !hasEmail(notice)) throw new Error('It has no email')
  const links = { own: { url: 'https://plans.example' }, plans: new Map() }
  const { subject, text } = await renderNotice(notice, { links, sentOn })
  return {
    subject,
    text: text
      .join(' ')
      .replace(/\u2060/g, '')
      .replace(/\s+/g, ' '),
  }
}

test('what is shown before confirming is what is sent, word for word, to as many people', async () => {
  const it = await setUp()
  const form = await getWinForForm(it.parts, readers.champion(it), it.planId)
  const { win, audience, confirmer, project, account, workspace, today } = form
  if ('open' in win || !audience || !confirmer) throw new Error('It cannot be confirmed')
  const [toPlan, toMarketing] = winEmails({
    ...{ win, audience, confirmer, project, account, workspace, today },
    ...{ measured: 2, statement: 'Two days!', reachedOn: '2026-06-12' },
  })
  await confirm(it, { measuredValue: '2', statement: 'Two days!', reachedOn: '2026-06-12' })
  const [confirmed, ready] = [await noticesOf(it, 'win-confirmed'), await noticesOf(it, 'reference-ready')]
  expect(audience.vendor.length + audience.customer.length).toBe(confirmed.length)
  expect(audience.marketing).toBe(ready.length)
  for (const [shown, kind, facts] of [
    [toPlan, 'win-confirmed', confirmed.find(({ facts }) => Object(facts).name === audience.vendor[0])?.facts],
    [toMarketing, 'reference-ready', ready[0]?.facts],
  ] as const) {
    const sent = await sentWords(kind, facts, today)
    expect(sent.subject).toBe(shown?.subject)
    expect(shown?.text.length).toBeGreaterThan(2)
    for (const line of shown?.text ?? []) expect(sent.text).toContain(line)
  }
})
