import { domainToASCII } from 'node:url'
import { expect, test } from 'vitest'
import { pastedAddress } from './email-address.ts'
import { readableAddress, readableDomain } from './readable-address.server.ts'

test.each(['büro-müller.de', 'łódź.pl', 'straße.example', '例え.jp', 'пример.рф', 'παράδειγμα.ελ', 'דוגמה.example'])(
  '%s is shown as it is written, and read as the same domain',
  (written) => {
    const stored = domainToASCII(written)
    expect(stored).toMatch(/xn--/)
    expect(readableDomain(stored)).toBe(written)
    expect(pastedAddress(readableAddress(`r&d@${stored}`))).toBe(`r&d@${stored}`)
  },
)

test.each(['аpple.com', 'аррӏе.com', 'gооgle.com', 'ibm\u0131.com', 'ραypal.com'])(
  '%s, which looks like another domain, stays as DNS holds it',
  (written) => {
    const stored = domainToASCII(written)
    expect(readableDomain(stored)).toBe(stored)
  },
)

test('a domain that is none stays as it is', () => {
  for (const domain of ['halden.example', 'xn--', 'xn--a.example', '']) expect(readableDomain(domain)).toBe(domain)
})
