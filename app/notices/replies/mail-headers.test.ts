import { expect, test } from 'vitest'
import { mailHeaders } from './mail-headers.ts'

test('headers are read by name, as one text, a list, or a list in JSON', () => {
  const headers = mailHeaders({
    Received: ['by a', 'by b'],
    'X-Received': '["by a","by b"]',
    Subject: '[Plan] Re: Contract',
    'X-Number': 1,
  })
  expect(Object.fromEntries(headers)).toEqual({
    received: ['by a', 'by b'],
    'x-received': ['by a', 'by b'],
    subject: ['[Plan] Re: Contract'],
    'x-number': [],
  })
})

test('no headers, or something else, are none', () => {
  for (const told of [null, undefined, 'text', 7, ['a']]) expect(mailHeaders(told).size).toBe(0)
})
