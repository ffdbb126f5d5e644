import { describe, expect, it } from 'vitest'
import { heardSentences, emptySituation } from './heard-sentences.ts'

describe('what we heard', () => {
  it('reads as three plain sentences, names as they were written', () => {
    const heard = heardSentences(
      {
        jobTitle: 'Head of Finance Operations',
        issue: 'the books close a month late',
        reasons: 'SAP and the ledger disagree.',
        capabilities: 'One ledger for all plants',
        difference: '30 days become one!',
        figures: [],
        criticalDate: '2026-09-15',
      },
      '2026-06-17',
    )
    expect(heard).toEqual([
      { lead: 'Your challenge', text: 'The books close a month late. SAP and the ledger disagree.' },
      { lead: 'What you need', text: 'One ledger for all plants.' },
      { lead: 'The impact', text: '30 days become one! Needed by 15 September.' },
    ])
  })
  it('says the difference in figures too, each with its source', () => {
    const figures = [
      { amount: 1, unit: 'people', source: 'estimate by Dana' },
      { amount: 30_000, unit: 'EUR', source: 'Finance report Q2' },
    ] as const
    expect(heardSentences({ ...emptySituation, figures })).toEqual([
      { lead: 'In figures', text: '1 person (estimate by Dana); EUR 30,000 a year (Finance report Q2).' },
    ])
  })
  it('leaves out what no one knows', () => {
    expect(heardSentences({ ...emptySituation, issue: 'SAP is slow', difference: '  ' })).toEqual([
      { lead: 'Your challenge', text: 'SAP is slow.' },
    ])
    expect(heardSentences(emptySituation)).toEqual([])
  })
})
