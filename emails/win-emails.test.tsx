import { describe, expect, it } from 'vitest'
import { both, holds, link } from '#tests/samples/email-words.ts'
import * as referenceAgreed from './reference-agreed.tsx'
import * as referenceDeclined from './reference-declined.tsx'
import * as referenceReady from './reference-ready.tsx'
import * as winConfirmed from './win-confirmed.tsx'
import * as winCorrected from './win-corrected.tsx'
import * as winWithdrawn from './win-withdrawn.tsx'
import type { WinCorrectedProps } from './words/win-corrected-words.ts'
import type { WinWithdrawnProps } from './words/win-withdrawn-words.ts'

const win = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: 30,
  target: 1,
  targetMet: true,
  measured: 1,
  confirmedBy: 'Priya Raman',
  confirmedByTitle: 'Head of Finance Operations',
  confirmedOn: '2026-10-06',
  sentOn: '2026-10-06',
  workspace: 'Brightline',
  name: 'Mia Torres',
  link,
}

describe('emails about a first win', () => {
  it('reference-declined says that nothing may be used, and what could be until now', async () => {
    const props = { ...win, answeredBy: 'Priya Raman', wasAgreed: true, kinds: ['quote', 'call'] }
    await holds(<referenceDeclined.ReferenceDeclined {...props} />, [
      'withdrew the consent that covered quote and call',
      'Stop using quote and call now',
    ])
    expect(referenceDeclined.subject(props)).toBe('Stop using: Halden Foods withdrew its reference')
    const no = { ...props, wasAgreed: false, kinds: [] }
    await holds(<referenceDeclined.ReferenceDeclined {...no} />, [
      'Nothing may be used. You do not need to do anything.',
      'Priya Raman said no',
    ])
  })
  it('reference-ready says the numbers, who confirmed them, and that nothing may be used', async () => {
    await holds(<referenceReady.ReferenceReady {...win} />, [
      'Time to close a month: from 30 days to 1 day',
      'The target of 1 day was met.',
      'Confirmed on 6 October by Priya Raman, Head of Finance Operations',
      'nothing may be used yet: Halden Foods has not been asked',
    ])
    expect(referenceReady.subject(win)).toBe(
      'Halden Foods confirmed its first win (not asked for a reference yet): We closed the books in one day',
    )
    const german = { ...win, measure: 'Dauer des Abschlusses', unit: 'Tage' }
    await holds(<referenceReady.ReferenceReady {...german} />, ['Dauer des Abschlusses: from 30 Tage to 1 Tage.'])
    await holds(<referenceReady.ReferenceReady {...win} measured={12} targetMet={false} />, [
      'Time to close a month: from 30 days to 12 days',
      'The target of 1 day was not met.',
    ])
  })
  it('reference-agreed says what and within which limits', async () => {
    const props = {
      ...win,
      agreedBy: 'Priya Raman',
      kinds: ['quote', 'call'],
      limits: ['max. 2 calls per quarter'],
      quote: 'In one day!',
    }
    await holds(<referenceAgreed.ReferenceAgreed {...props} />, [
      'You can now use what Priya Raman agreed to: quote and call',
      'Nothing else may be used',
      'max. 2 calls per quarter',
      'In one day!',
    ])
    expect(referenceAgreed.subject(props)).toContain('quote and call')
  })
  it('win-corrected says what it said before, and that a consent is on hold', async () => {
    const before = { statement: 'We closed the books in one day.', measured: 1, unit: 'days' }
    const props: WinCorrectedProps = {
      ...win,
      statement: 'We closed the books in two days.',
      measured: 2,
      targetMet: false,
      before,
      correctedBy: 'Priya Raman',
      reader: 'marketing',
      consentOnHold: true,
    }
    await holds(<winCorrected.WinCorrected {...props} />, [
      'Priya Raman corrected the confirmed result. Time to close a month: from 30 days to 2 days',
      'It previously said 1 day.',
      'The statement is now “We closed the books in two days.” It was “We closed the books in one day.”',
      'Nothing may be used until it is given again',
    ])
    expect(winCorrected.subject(props)).toBe('Corrected: Halden Foods measured 2 days')
    const { text } = await both(<winCorrected.WinCorrected {...props} reader="plan" consentOnHold={false} />)
    expect(text).not.toContain('may be used')
  })
  it('win-withdrawn says what is no longer so, why, and what ended with it', async () => {
    const props: WinWithdrawnProps = {
      ...win,
      withdrawnBy: 'Priya Raman',
      reason: 'Two plants were not counted.',
      reader: 'marketing',
      consentEnded: true,
    }
    await holds(<winWithdrawn.WinWithdrawn {...props} />, [
      'Priya Raman withdrew the first win confirmed on 6 October: “We closed the books in one day.”',
      'Reason: Two plants were not counted.',
      'Nothing about this win may be used',
      'The consent to a reference has ended',
    ])
    const { text } = await both(<winWithdrawn.WinWithdrawn {...props} reader="plan" consentEnded={false} />)
    expect(text).toContain('is open again')
    expect(text).not.toContain('consent')
  })
  it('win-confirmed', async () => {
    const props = { ...win, name: 'Tomás Ibarra', announcedTo: 'the board.' }
    await holds(<winConfirmed.WinConfirmed {...props} />, [
      'from 30 days to 1 day',
      '6 October',
      'It will be announced to the board.',
    ])
    expect(winConfirmed.subject(props)).toContain('Halden Foods did it')
  })
})
