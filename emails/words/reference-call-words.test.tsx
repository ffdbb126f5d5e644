import { expect, test } from 'vitest'
import { plainText } from '../parts/rich-text.ts'
import { referenceCallWords } from './reference-call-words.ts'

const call = {
  ...{ workspace: 'Brightline', name: 'Priya Raman', account: 'Halden Foods', project: 'Month-end close' },
  ...{ by: 'Sam Ortiz', what: 'reference call', deal: 'Adria', text: 'Five systems.', times: ['Tuesday, 14:00 CEST'] },
  ...({ event: 'asked', reader: 'champion', reason: null, link: 'https://firstwin.example' } as const),
}
function saidIn(props: Parameters<typeof referenceCallWords>[0]): string {
  const { todo, paragraphs } = referenceCallWords(props)
  return [todo, ...paragraphs].map(plainText).join(' ')
}

test('a request names who approved it, where the consent asks for that', () => {
  expect(saidIn({ ...call, approver: 'Jonas Berg' })).toMatch(/Jonas Berg.*Sam Ortiz says that this one is approved/)
  expect(saidIn({ ...call, approver: null })).not.toContain('approve')
})

test('a narrowed consent was not withdrawn, and neither reader is told so', () => {
  for (const reader of ['champion', 'member'] as const) {
    expect(saidIn({ ...call, event: 'narrowed', reader })).toContain('no longer covers')
    expect(saidIn({ ...call, event: 'narrowed', reader })).not.toMatch(/withdr|has ended/)
  }
})
