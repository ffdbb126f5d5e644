import { cleanup, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { limitWords } from '../reference-words.ts'
import type { ReferenceRow } from './reference-row.ts'
import { boardIntro } from '../reference-words.ts'
import { NoReferences, ReferencesBoard } from './references-board.tsx'

const row: ReferenceRow = {
  planId: 'p',
  account: 'Halden Foods',
  industry: 'Food',
  region: 'DACH',
  project: 'Close',
  statement: 'We closed September in one day',
  measure: 'time to close a month',
  unit: 'days',
  baseline: 30,
  target: 2,
  measured: 1,
  targetMet: true,
  confirmedBy: 'Priya Raman',
  confirmedFrom: { domain: 'halden.example', isPersonal: false },
  confirmedOn: '2026-10-06',
  answer: 'not asked',
  kinds: [],
  limits: { callsPerQuarter: null, until: null, note: null, never: [], approver: null, approverLeft: false },
  agreedFor: null,
  state: 'ready',
  age: 1,
  since: '2026-10-06',
  next: 'ask',
  isLogoMissing: false,
  owner: null,
  ownerId: null,
  leadId: 'l',
  contact: { name: 'Priya Raman', email: 'priya@halden.example' },
  callsUsed: 0,
  quote: null,
  quoteBy: null,
  contradictions: [],
}
async function show(rows: ReferenceRow[], mayKeep = true): Promise<string> {
  await renderPage(<ReferencesBoard rows={rows} today="2026-10-07" mayKeep={() => mayKeep} />)
  return textOf()
}
/** The cells of the only win, by the names of their columns. */
function cells(): Record<string, string> {
  const [, row] = screen.getAllByRole('row')
  if (!row) throw new Error('no win on the board')
  const names = screen.getAllByRole('columnheader').map((head) => textOf(head))
  const values = [...row.children].map((cell) => textOf(cell))
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
}

describe('marketing’s board', () => {
  it('shows a win with its numbers, and that nothing may be used before consent', async () => {
    const text = await show([row])
    expect(text).toContain('30 → 1 day')
    expect(text).toContain('confirmed 6 October by Priya Raman (halden.example)')
    expect(text).toContain('not asked yet, nothing may be used')
  })
  it('warns where the win was confirmed from an address that anyone can have', async () => {
    const personal = { ...row, confirmedFrom: { domain: 'gmail.com', isPersonal: true } }
    expect(await show([personal])).toContain('personal email address: check who confirmed')
    expect(await show([row])).not.toContain('personal')
  })
  it('says what may be used and what may not', async () => {
    await show([{ ...row, answer: 'agreed', kinds: ['quote'], limits: { ...row.limits, callsPerQuarter: 2 } }])
    expect(cells()).toMatchObject({
      'Agreed to': 'no logo quote no case study no call no review no talk',
      Limits: 'max. 2 calls or talks per quarter',
    })
  })
  it('counts talks where no call was agreed to', async () => {
    await show([{ ...row, answer: 'agreed', kinds: ['talk'], callsUsed: 1 }])
    expect(cells()['Limits']).toContain('1 of 2 calls or talks used this quarter')
  })
  it('leads to what is next only the people who may do it; a use is noted by everyone', async () => {
    const write = { ...row, next: 'write' as const }
    await show([write])
    expect(screen.getByRole('link', { name: 'Write the case study: Halden Foods' })).toBeTruthy()
    cleanup()
    expect(await show([write, { ...row, planId: 'q', next: 'use' }], false)).toContain('Write the case study')
    expect(screen.queryByRole('link', { name: /Write the case study/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Note a use: Halden Foods' })).toBeTruthy()
  })
  it('says whether the target was met', async () => {
    expect(await show([row])).toContain('target met: 2 days')
    expect(await show([{ ...row, measured: 5, targetMet: false }])).toContain('target of 2 days not met')
  })
  it('says that a consent has expired, and until when it was valid', async () => {
    const limits = { ...row.limits, until: '2026-01-01' }
    const text = await show([{ ...row, answer: 'expired', kinds: ['quote'], limits }])
    expect(text).toContain('consent expired, nothing may be used')
    expect(cells()['Limits']).toBe('until 1 January 2026')
  })
  it('names the earlier words that a consent on hold was given for', async () => {
    const agreedFor = { statement: 'We closed in an hour', unit: 'days', baseline: 30, measured: 0.1 }
    const text = await show([{ ...row, answer: 'on hold', kinds: ['quote'], agreedFor }])
    expect(text).toContain('nothing may be used until agreed again')
    expect(text).toContain('Agreed for 30 → 0.1 days: “We closed in an hour”')
  })
  it('says how far each win is, who has it, and leads to what is next', async () => {
    const agreed = { ...row, answer: 'agreed', kinds: ['call'], state: 'captured', age: 15, next: 'use' } as const
    await show([{ ...agreed, owner: 'Jo Marlin', callsUsed: 1, limits: { ...row.limits, callsPerQuarter: 2 } }])
    expect(cells()).toMatchObject({ State: 'Captured for 2 weeks Owner: Jo Marlin', 'What is next': 'Note a use' })
    expect(cells()['Limits']).toContain('1 of 2 calls or talks used this quarter')
    // A long address may break at its sign.
    expect(cells()['Customer']).toContain('Food, DACH Contact: Priya Raman, priya@ halden.example')
    expect(screen.getByRole('link', { name: 'Note a use: Halden Foods' }).getAttribute('href')).toBe(
      '/plans/p/reference/use#use',
    )
  })
  it('says that who approves each use has left the plan', async () => {
    const limits = { ...row.limits, approver: 'Ines Roth', approverLeft: true }
    const agreed = { ...row, answer: 'agreed', kinds: ['call'], limits } as const
    await show([agreed])
    expect(cells()['Limits']).toContain(
      'each use approved by Ines Roth The person who approves each use has left the plan.',
    )
    expect(await show([{ ...agreed, limits: { ...limits, approverLeft: false } }])).not.toContain('has left the plan')
  })
  it('warns where the quote names another value than was confirmed', async () => {
    expect(await show([{ ...row, quote: 'In 10 days', contradictions: ['10 days'] }])).toContain(
      'The quote says 10 days, but 1 day was confirmed.',
    )
    expect(await show([row])).not.toContain('The quote says')
  })
  it('has nothing to do where the champion said no', async () => {
    await show([{ ...row, answer: 'no', state: 'declined', next: 'none' }])
    expect(cells()).toMatchObject({
      State: expect.stringContaining('Declined') as string,
      'What is next': 'Nothing to do',
    })
  })
  it('shows no limits of an answer that is no consent', async () => {
    await show([{ ...row, answer: 'no', limits: { ...row.limits, callsPerQuarter: 2 } }])
    expect(cells()['Limits']).toBe('')
  })
  it('is explained while it is empty', async () => {
    await renderPage(<NoReferences />)
    expect(textOf()).toContain('No wins confirmed yet')
    expect(boardIntro({ wins: 0, agreed: 0 })).toContain('automatically')
    expect(boardIntro({ wins: 1, agreed: 0 })).toBe('1 confirmed win, none with consent to be a reference.')
    const limits = { callsPerQuarter: 1, until: '2027-01-31', never: ['Acme', 'APAC'], approver: 'Priya Raman' }
    expect(limitWords(limits)).toEqual([
      'max. 1 call or talk per quarter',
      'until 31 January 2027',
      'never for Acme and APAC',
      'each use approved by Priya Raman',
    ])
  })
})
