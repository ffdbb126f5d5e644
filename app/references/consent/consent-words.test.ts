import { expect, test } from 'vitest'
import { consentFormWords } from '../reference-words.ts'
import { consentSentences } from './consent-words.ts'

const consent = {
  ...{ vendor: 'Brightline', account: 'Halden Foods', callsPerQuarter: null, quoteText: null, until: null },
  ...{ never: [], approver: null, note: null },
}

test('a consent to calls or talks says how many a quarter, also where the usual number holds', () => {
  for (const kind of ['call', 'talk'] as const) {
    expect(consentSentences({ ...consent, kinds: [kind] })).toContain('Max. calls and talks per quarter: the usual 2')
    expect(consentSentences({ ...consent, kinds: [kind], callsPerQuarter: 1 })).toContain(
      'Max. calls and talks per quarter: 1',
    )
  }
  expect(consentSentences({ ...consent, kinds: ['logo'] })).toHaveLength(1)
  expect(consentFormWords.callsHint).toBe('Leave empty for the usual 2')
})

test('what withdrawing does is said as the emails say it: nothing more is used, what is published is taken down', () => {
  expect(consentFormWords.withdrawal).toContain('asked to take down what is already published')
})

test('kinds are said in the order of the form, whatever order they were sent in', () => {
  const [first, second] = consentSentences({ ...consent, kinds: ['talk', 'logo'] })
  expect([first?.split(':')[0], second?.split(':')[0]]).toEqual(['Logo', 'Talk'])
})
