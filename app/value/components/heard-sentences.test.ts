import { describe, expect, it } from 'vitest'
import { heardSentences, noSituation } from './heard-sentences.ts'

describe('what we heard', () => {
  it('reads as three plain sentences', () => {
    const heard = heardSentences(
      {
        jobTitle: 'Head of Finance Operations',
        issue: 'The books close a month late.',
        reasons: 'Because SAP and the ledger disagree',
        capabilities: 'One ledger for all plants.',
        difference: '30 days become one',
        criticalDate: '2026-09-15',
      },
      '2026-06-17',
    )
    expect(heard).toEqual([
      'What weighs on you: the books close a month late, because SAP and the ledger disagree.',
      'What you need: one ledger for all plants.',
      'What it changes: 30 days become one, needed by 15 September.',
    ])
  })
  it('leaves out what nobody knows', () => {
    expect(heardSentences({ ...noSituation, issue: 'SAP is slow' })).toEqual(['What weighs on you: SAP is slow.'])
    expect(heardSentences(noSituation)).toEqual([])
  })
})
