import { expect, test } from 'vitest'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { answerReference } from '#app/references/consent/answer-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { describeReference } from '#app/references/library/describe-reference.server.ts'
import { readLibraryFilter } from '#app/references/library/library-filter.ts'
import { getLibraryPage } from '#app/references/library/library-queries.server.ts'
import { getLibraryEntry, listOwnRequests } from '#app/references/library/request-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, callNotices, consent, order } from '#tests/factories/call-setting.ts'
import { type Setting, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'

const described = {
  product: 'Ledger',
  provenCapabilities: 'Closing, audit trail',
  companySize: '200–500',
  language: 'German',
}

/** An agreed reference that marketing has described. */
async function inLibrary(over: object = {}): Promise<Setting> {
  const it = await agreed(over)
  const input = order(it, it.outsider, described)
  await runCommand(it.parts, describeReference, {
    ...input,
    seen: Object.fromEntries(Object.keys(described).map((key) => [key, ''])),
  })
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('account').set({ industry: 'Food', region: 'DACH' }).where('id', '=', it.accountId).execute(),
  )
  return it
}

const search = (it: Setting, query: Record<string, string> = {}) =>
  getLibraryPage(it.parts, it.lead, { filter: readLibraryFilter(new URLSearchParams(query)), page: 1 })
const found = async (it: Setting, query: Record<string, string>) => (await search(it, query)).list.total

test('a reference shows what was agreed to, what is known of it and how often it may still be called', async () => {
  const it = await inLibrary({ kinds: ['call', 'quote'], note: 'Not in December' })
  await ask(it)
  const { list, all, values } = await search(it)
  expect(all).toBe(1)
  expect(list.rows).toEqual([
    {
      ...{
        planId: it.planId,
        account: 'Halden Foods',
        project: 'Faster month-end close',
        whyNoCalls: null,
        approverLeft: false,
      },
      ...{ measure: 'time to close a month', unit: 'days', baseline: 30, measured: 1 },
      ...{ industry: 'Food', region: 'DACH', companySize: '200–500', language: 'German', product: 'Ledger' },
      ...{ capabilities: ['Closing', 'audit trail'], capabilityLine: 'Closing, audit trail' },
      ...{
        kinds: ['quote', 'call'],
        quote: 'One day!',
        quoteBy: { name: 'Priya Raman', title: null },
        caseStudy: null,
        hasLogo: false,
      },
      ...{ until: '2027-12-31', note: 'Not in December', never: ['Acme', 'APAC'], calls: { left: 1, allowed: 2 } },
      ...{ approver: null, isApproverChampion: false },
    },
  ])
  expect(values).toEqual({
    ...{ industry: ['Food'], region: ['DACH'], companySize: ['200–500'], language: ['German'], product: ['Ledger'] },
    ...{ capability: ['Closing', 'audit trail'], measure: ['time to close a month'] },
  })
})

test('it is found by each facet, by kind and by words anywhere in it, in any case', async () => {
  const it = await inLibrary()
  const fitting: Record<string, string>[] = [
    ...[{ industry: 'Food' }, { region: 'DACH' }, { companySize: '200–500' }, { language: 'German' }],
    ...[{ product: 'Ledger' }, { capability: 'audit trail' }, { measure: 'time to close a month' }, { kind: 'call' }],
    ...[{ q: 'halden' }, { q: 'LEDGER month' }, { q: 'udit' }, { q: 'one day', industry: 'Food' }],
    ...[{ kind: 'no such kind' }],
  ]
  for (const query of fitting) expect([query, await found(it, query)]).toEqual([query, 1])
  const other: Record<string, string>[] = [
    ...[{ industry: 'Retail' }, { capability: 'audit' }, { kind: 'review' }, { q: 'halden retail' }],
    ...[{ q: '%' }, { q: '_edger' }, { q: '\\' }, { product: 'ledger' }],
  ]
  for (const query of other) expect([query, await found(it, query)]).toEqual([query, 0])
})

test('only approved words are shown, the last approved version of them', async () => {
  const it = await inLibrary({ kinds: ['quote', 'case-study'] })
  const piece = {
    workspaceId: it.workspaceId,
    planId: it.planId,
    memberId: it.outsider.id,
    writtenAt: it.parts.clock.now(),
  }
  const add = (kind: string, version: number, state: string) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx
        .insertInto('referencePiece')
        .values({ ...piece, kind, version, state, text: `${kind} ${version}, ${state}`, answeredAt: piece.writtenAt })
        .execute(),
    )
  await add('case-study', 1, 'sent')
  expect((await search(it)).list.rows[0]).toMatchObject({ quote: 'One day!', caseStudy: null })
  await add('quote', 1, 'approved')
  await add('quote', 2, 'draft')
  await add('case-study', 2, 'approved')
  expect((await search(it)).list.rows[0]).toMatchObject({
    quote: 'quote 1, approved',
    caseStudy: 'case-study 2, approved',
  })
  expect(await getLibraryEntry(it.parts, it.lead, it.planId)).toMatchObject({
    entry: { caseHtml: '<p>case-study 2, approved</p>\n' },
  })
  it.parts.clock.set('2026-06-18T08:00:00Z')
  const changed = { ...consent, kinds: ['quote', 'case-study'], quoteText: 'One day, at last!' }
  await runCommand(it.parts, giveConsent, order(it, it.champion, changed))
  expect((await search(it)).list.rows[0], 'the champion has changed the quote since').toMatchObject({
    quote: 'One day, at last!',
    caseStudy: 'case-study 2, approved',
  })
})

test('what is not agreed to, withdrawn, on hold, expired or another workspace’s is not there', async () => {
  const it = await inLibrary()
  const bare = await setUp()
  expect((await search(bare)).all).toBe(0)
  expect(await statusOf(getLibraryEntry(bare.parts, bare.lead, bare.planId))).toBe(404)
  expect(await statusOf(getLibraryEntry(bare.parts, bare.lead, it.planId))).toBe(404)
  expect(await statusOf(getLibraryEntry(it.parts, it.lead, 'no-id'))).toBe(404)

  it.parts.clock.set('2028-01-01T12:00:00Z')
  expect((await search(it)).all).toBe(0)
  it.parts.clock.set('2026-06-17T08:00:00Z')
  expect((await search(it)).all).toBe(1)
  const corrected = { measuredValue: '2', wordsHold: 'yes', confirmWorse: '' }
  await runCommand(it.parts, correctFirstWin, order(it, it.champion, corrected))
  expect(await search(it)).toMatchObject({ all: 0, list: { total: 0 }, values: { industry: [] } })

  const withdrawn = await inLibrary()
  await ask(withdrawn)
  await runCommand(withdrawn.parts, answerReference, order(withdrawn, withdrawn.champion, { answer: 'no' }))
  expect((await search(withdrawn)).all).toBe(0)
  // What was requested of it can still be looked up, the reference itself not.
  expect(await getLibraryEntry(withdrawn.parts, withdrawn.lead, withdrawn.planId)).toMatchObject({
    entry: null,
    requests: [{ standing: 'ended' }],
  })
})

test('of an archived plan all may be used but calls', async () => {
  const it = await inLibrary()
  await runCommand(it.parts, archivePlan, order(it, it.lead, {}))
  expect((await search(it)).list.rows[0]).toMatchObject({ calls: null, whyNoCalls: 'archived', kinds: consent.kinds })
})

test('who must approve each use is named, and a call is requested with their approval alone', async () => {
  const it = await agreed()
  const changed = { ...consent, approverId: it.contributor.id }
  await runCommand(it.parts, giveConsent, order(it, it.champion, changed))
  expect((await search(it)).list.rows[0]).toMatchObject({ approver: 'Jonas Berg' })
  expect(await refusalOf(ask(it))).toMatchObject({
    faults: [{ field: 'isApproved', message: 'The customer asks for this approval before each use.' }],
  })
  expect(await callNotices(it)).toEqual([])
  await ask(it, { isApproved: 'yes' })
  expect(await callNotices(it)).toMatchObject([{ facts: { event: 'asked', approver: 'Jonas Berg' } }])
})

test('a member finds what they requested until it is settled', async () => {
  const it = await inLibrary()
  const requestId = await ask(it)
  expect(await listOwnRequests(it.parts, it.lead)).toMatchObject([{ id: requestId, standing: 'open' }])
  expect(await listOwnRequests(it.parts, it.outsider)).toEqual([])
  await accept(it, requestId)
  it.parts.clock.set('2026-06-25T06:00:00Z')
  expect(await listOwnRequests(it.parts, it.lead)).toMatchObject([{ standing: 'over' }])
})

test('only marketing and admins describe a reference', async () => {
  const it = await inLibrary()
  expect(await statusOf(runCommand(it.parts, describeReference, order(it, it.lead, described)))).toBe(403)
})
