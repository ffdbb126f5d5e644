import { expect, test } from 'vitest'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { sendNotice } from '#app/notices/send-notice.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { acceptRequest } from '#app/references/library/accept-request.server.ts'
import { cancelRequest } from '#app/references/library/cancel-request.server.ts'
import { chaseOutcomes } from '#app/references/library/chase-outcomes.server.ts'
import { declineRequest } from '#app/references/library/decline-request.server.ts'
import { getCalls, getLibraryEntry } from '#app/references/library/request-queries.server.ts'
import { noteOutcome } from '#app/references/library/note-outcome.server.ts'
import { requestRefusals } from '#app/references/library/request-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { withdrawFirstWin } from '#app/value/win/withdraw-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, callNotices, consent, deal, order } from '#tests/factories/call-setting.ts'
import { startLocalResend } from '#tests/factories/resend.ts'
import { type Setting, eventsOf, refusalOf, statusOf } from '#tests/factories/plan-setting.ts'

const requestsOf = ({ parts, workspaceId }: Setting) =>
  inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('referenceRequest').selectAll().orderBy('askedAt').execute(),
  )
const leftOf = async (it: Setting) => (await getLibraryEntry(it.parts, it.lead, it.planId)).entry?.calls?.left
const toldOf = async (it: Setting) =>
  (await callNotices(it)).map(({ facts }) => `${facts['event']}, to the ${facts['reader']}`)
const decline = (it: Setting, requestId: string, declineReason = '') =>
  runCommand(it.parts, declineRequest, order(it, it.champion, { requestId, declineReason }))
const cancel = (it: Setting, requestId: string, actor = it.lead) =>
  runCommand(it.parts, cancelRequest, order(it, actor, { requestId }))

test('a request tells the champion the times in their zone, and takes a call of the quarter', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  const [notice] = await callNotices(it)
  expect(notice).toMatchObject({
    participantId: it.champion.id,
    daily: false,
    path: `/plans/${it.planId}/calls`,
    facts: {
      ...{ event: 'asked', by: 'Sam Ortiz', deal: 'Adria Logistics', what: 'reference call' },
      times: ['Tuesday, 23 June, 20:00 CEST', 'Wednesday, 24 June, 16:00 CEST', 'Thursday, 25 June, 15:30 CEST'],
    },
  })
  expect(await leftOf(it)).toBe(1)
  expect(await requestsOf(it)).toMatchObject([{ id: requestId, state: 'asked', quarter: '2026-Q2' }])
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'call requested', changes: {} })
})

test('an accepted call reaches both with a file for their calendars, the time in each one’s zone', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  await accept(it, requestId)
  await accept(it, requestId)
  const told = (await callNotices(it)).filter(({ facts }) => facts['event'] === 'accepted')
  expect(told.map(({ facts }) => [facts['reader'], facts['times']])).toEqual([
    ['champion', ['Wednesday, 24 June, 16:00 CEST']],
    ['member', [expect.stringMatching(/^Wednesday, 24 June, 10:00 (GMT-4|EDT)$/)]],
  ])
  for (const { facts } of told) {
    expect(facts['calendar']).toContain('METHOD:REQUEST\r\n')
    expect(facts['calendar']).toContain('DTSTART:20260624T140000Z\r\nDTEND:20260624T143000Z\r\n')
  }
  expect(await statusOf(accept(it, requestId, '2'))).toBe(409)
  expect(await leftOf(it)).toBe(1)
  const { list } = await getReferencesPage(it.parts, it.lead)
  expect(list.rows[0]?.callsUsed, 'the board counts a planned call as the library does').toBe(1)
})

test('the calendar file leaves as an attachment, and a retry sends the same', async () => {
  const it = await agreed()
  await accept(it, await ask(it))
  const { baseUrl, attempts, refuse } = await startLocalResend()
  const parts = { ...it.parts, environment: { ...it.parts.environment, resendBaseUrl: baseUrl } }
  const notice = (await callNotices(it)).find(({ facts }) => facts['event'] === 'accepted')
  refuse(1)
  await sendNotice(parts, it.workspaceId, notice?.id ?? '').catch(() => undefined)
  await sendNotice(parts, it.workspaceId, notice?.id ?? '')
  const [first, second] = attempts
  expect(attempts).toHaveLength(2)
  expect(second).toEqual(first)
  expect(first?.attachments).toMatchObject([
    { filename: 'reference-call.ics', content_type: 'text/calendar; charset=utf-8; method=REQUEST' },
  ])
  const file = Buffer.from(first?.attachments?.[0]?.content ?? '', 'base64').toString()
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
})

test('what is declined, cancelled or withdrawn gives its call back and is told to those it concerns', async () => {
  const it = await agreed()
  const first = await ask(it)
  await decline(it, first, 'We are closing the year.')
  const second = await ask(it)
  await cancel(it, second)
  const third = await ask(it)
  await accept(it, third)
  await decline(it, third)
  const fourth = await ask(it)
  await accept(it, fourth)
  await cancel(it, fourth)
  expect(await leftOf(it)).toBe(2)
  expect((await requestsOf(it)).map(({ state }) => state).sort()).toEqual([
    'cancelled',
    'cancelled',
    'declined',
    'withdrawn',
  ])
  expect((await toldOf(it)).filter((words) => !/asked|accepted/.test(words)).sort()).toEqual([
    'cancelled, to the champion',
    'cancelled, to the champion',
    'cancelled, to the member',
    'declined, to the member',
    'withdrawn, to the champion',
    'withdrawn, to the member',
  ])
  const files = (await callNotices(it)).filter(({ facts }) => facts['calendar']?.includes('METHOD:CANCEL'))
  expect(files).toHaveLength(4)
  for (const requestId of [first, second, third, fourth]) expect(await statusOf(accept(it, requestId))).toBe(409)
})

test('one request waits at a time, and the calls of a quarter are bounded', async () => {
  const it = await agreed()
  const first = await ask(it)
  expect((await refusalOf(ask(it))).message).toContain('waiting')
  await accept(it, first)
  await accept(it, await ask(it))
  expect((await refusalOf(ask(it))).message).toContain('No calls are left')
  const later = { firstTime: '2026-07-07T10:00', secondTime: '2026-07-08T10:00', thirdTime: '2026-07-09T10:00' }
  await ask(it, later)
  expect((await requestsOf(it)).at(-1)).toMatchObject({ quarter: '2026-Q3' })
})

test('a champion is asked a few times a day at most, however often a request is cancelled', async () => {
  const it = await agreed()
  for (let asked = 0; asked < bounds.callRequestsADay; asked += 1) await cancel(it, await ask(it))
  expect(await refusalOf(ask(it, {}, it.teammate))).toMatchObject({ status: 409, message: requestRefusals.askedOften })
  expect((await toldOf(it)).filter((words) => words.startsWith('asked'))).toHaveLength(bounds.callRequestsADay)
  it.parts.clock.set('2026-06-18T08:00:00Z')
  await ask(it)
})

test('two calls a quarter are the limit where the champion set none, and none where they set none', async () => {
  const without = await agreed({ callsPerQuarter: '' })
  await accept(without, await ask(without))
  await accept(without, await ask(without))
  expect(await statusOf(ask(without))).toBe(409)
  expect(await statusOf(ask(await agreed({ callsPerQuarter: '0' })))).toBe(409)
})

test('a request that no one answered until its times had passed holds nothing', async () => {
  const it = await agreed()
  const lapsed = await ask(it)
  it.parts.clock.set('2026-06-25T20:00:00Z')
  expect((await refusalOf(accept(it, lapsed))).message).toContain('have passed')
  expect(await leftOf(it)).toBe(2)
  await ask(it, { firstTime: '2026-06-27T10:00', secondTime: '2026-06-28T10:00', thirdTime: '2026-06-29T10:00' })
})

test('50 requests at once for the last call give one grant', async () => {
  const it = await agreed()
  await accept(it, await ask(it))
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => ask(it, { deal: `Deal ${at}` }, at % 2 ? it.lead : it.outsider)),
  )
  const refused = answers.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []))
  expect(refused).toHaveLength(49)
  // For the limit, not for the request that waits; a busy database lets some wait for the plan too long.
  for (const message of refused) expect([requestRefusals.noneLeft, refusals.unavailable]).toContain(message)
  expect((await requestsOf(it)).map(({ state }) => state).sort()).toEqual(['accepted', 'asked'])
  expect((await toldOf(it)).filter((words) => words.startsWith('asked'))).toHaveLength(2)
  expect(await leftOf(it)).toBe(0)
})

test('a deal that the champion ruled out is refused beside its field', async () => {
  const it = await agreed()
  for (const over of [{ deal: 'ACME Ltd' }, { dealRegion: 'APAC' }, { competitor: 'acme' }])
    expect(await refusalOf(ask(it, over))).toMatchObject({
      faults: [{ field: Object.keys(over)[0], message: expect.stringMatching(/Acme|APAC/) as unknown }],
    })
  await ask(it, { deal: 'Acmeo' })
})

test.each([
  ['a time that does not exist', { firstTime: '2026-02-30T10:00' }, 'firstTime'],
  ['too soon', { firstTime: '2026-06-17T20:00' }, 'firstTime'],
  ['too far', { thirdTime: '2026-12-24T10:00' }, 'thirdTime'],
  ['twice the same', { secondTime: deal.firstTime }, 'secondTime'],
  ['in another quarter', { thirdTime: '2026-07-01T10:00' }, 'thirdTime'],
])('times are refused beside their field: %s', async (_, over, field) => {
  const it = await agreed()
  expect(await refusalOf(ask(it, over))).toMatchObject({ faults: [{ field }] })
})

test('only what was agreed to can be requested, while it holds', async () => {
  const it = await agreed()
  expect(await statusOf(ask(it, { kind: 'talk' }))).toBe(409)
  const short = await agreed({ until: '2026-06-24' })
  expect(await refusalOf(ask(short))).toMatchObject({ faults: [{ field: 'thirdTime' }] })
  await runCommand(it.parts, archivePlan, order(it, it.lead, {}))
  expect(await statusOf(ask(it))).toBe(403)
})

test('a withdrawn consent ends what is asked and planned, and both are told, in the same transaction', async () => {
  const it = await agreed()
  await accept(it, await ask(it))
  await ask(it)
  await runCommand(it.parts, answerReference, order(it, it.champion, { answer: 'no' }))
  expect((await requestsOf(it)).map(({ state }) => state)).toEqual(['ended', 'ended'])
  const ended = (await callNotices(it)).filter(({ facts }) => facts['event'] === 'ended')
  expect(
    ended.map(({ facts }) => [facts['reader'], facts['calendar']?.includes('METHOD:CANCEL') ?? false]).sort(),
  ).toEqual([
    ['champion', false],
    ['champion', true],
    ['member', false],
    ['member', true],
  ])
})

test('a consent that rules out a deal, or ends before its call, ends what was asked and planned for it', async () => {
  const named = await agreed()
  await ask(named)
  const ruledOut = { ...consent, never: 'Adria' }
  await runCommand(named.parts, giveConsent, order(named, named.champion, ruledOut))
  expect(await requestsOf(named)).toMatchObject([{ state: 'ended' }])

  const ending = await agreed()
  await accept(ending, await ask(ending))
  const lastDay = { ...consent, until: '2026-06-24' }
  await runCommand(ending.parts, giveConsent, order(ending, ending.champion, lastDay))
  expect(await requestsOf(ending), 'the call is on that day').toMatchObject([{ state: 'accepted' }])
  await runCommand(ending.parts, giveConsent, order(ending, ending.champion, { ...lastDay, until: '2026-06-23' }))
  expect(await requestsOf(ending)).toMatchObject([{ state: 'ended' }])
  const ended = (await toldOf(ending)).filter((words) => !/asked|accepted/.test(words))
  expect(ended.sort(), 'the consent holds').toEqual(['narrowed, to the champion', 'narrowed, to the member'])
})

test('a consent that covers calls no longer, and a withdrawn win, end them too', async () => {
  const it = await agreed()
  await ask(it)
  await runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, kinds: ['logo'] }))
  expect(await requestsOf(it)).toMatchObject([{ state: 'ended' }])
  const other = await agreed()
  await ask(other)
  await runCommand(other.parts, withdrawFirstWin, order(other, other.champion, { reason: 'The books were wrong.' }))
  expect(await requestsOf(other)).toMatchObject([{ state: 'ended' }])
})

test('after the call the member is asked once how it went, and what they say stands among the uses', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  await accept(it, requestId)
  const note = (outcome: string, tookPlace = 'yes', actor = it.lead) =>
    runCommand(it.parts, noteOutcome, order(it, actor, { requestId, tookPlace, outcome }))
  expect(await statusOf(note('won'))).toBe(409)
  it.parts.clock.set('2026-06-25T06:00:00Z')
  await chaseOutcomes(it.parts, it.workspaceId)
  await chaseOutcomes(it.parts, it.workspaceId)
  await collectDaily(it.parts, it.workspaceId)
  const daily = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('notice').select('facts').where('kind', '=', 'daily').where('memberId', '=', it.lead.id).execute(),
  )
  expect(JSON.stringify(daily).match(/reference call for Adria Logistics is over/g)).toHaveLength(1)

  const uses = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('referenceUse').selectAll().execute())
  expect(await statusOf(note('won', 'yes', it.teammate))).toBe(403)
  await note('open')
  await note('won')
  expect(await uses()).toMatchObject([
    { kind: 'call', memberId: it.lead.id, usedOn: '2026-06-24', usedFor: 'Adria Logistics', dealOutcome: 'won' },
  ])
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).requests).toMatchObject([{ outcome: 'won' }])
  const { requests } = await getCalls(it.parts, it.champion, it.planId)
  expect(requests, 'how the deal ended is the vendor’s').toMatchObject([{ standing: 'took place', outcome: null }])
  expect(await leftOf(it)).toBe(1)
  await note('lost', '')
  expect(await uses()).toEqual([])
  expect(await leftOf(it)).toBe(2)
})

test('only who asked, marketing and admins cancel; the customer’s others decide nothing', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  expect(await statusOf(cancel(it, requestId, it.teammate))).toBe(403)
  const byContributor = order(it, it.contributor, { requestId, chosen: '0' })
  expect(await statusOf(runCommand(it.parts, acceptRequest, byContributor))).toBe(403)
  await cancel(it, requestId, it.outsider)
})
