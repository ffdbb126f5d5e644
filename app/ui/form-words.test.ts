import { expect, test } from 'vitest'
import type { FormReply } from './form-reply.ts'
import { formWords, refusalWords } from './form-words.ts'

const refused = (message: string | undefined, ...faults: string[]): FormReply => ({
  ...{ status: 'invalid', values: {}, faults: faults.map((fault, at) => ({ field: `field${at}`, message: fault })) },
  ...(message !== undefined && { message }),
})

test('a post without places for faults is told each of them, and not to look for fields', () => {
  const most = 'Please paste at most 50 tasks at once.'
  expect(refusalWords(refused('Please check the fields below.', most))).toBe(most)
  expect(refusalWords(refused('Please check the fields below.', most, 'Too long.', most))).toBe(`${most} Too long.`)
})

test('what was refused as a whole says why, or what to do', () => {
  expect(refusalWords(refused('This plan has ended.'))).toBe('This plan has ended.')
  expect(refusalWords(refused(undefined))).toBe(formWords.couldNotSave)
  expect(refusalWords({ status: 'done' })).toBeUndefined()
  expect(refusalWords(null)).toBeUndefined()
})
