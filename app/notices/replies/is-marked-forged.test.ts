import { expect, test } from 'vitest'
import { isMarkedForged } from './is-marked-forged.ts'
import { mailHeaders } from './mail-headers.ts'

const marked = (...values: string[]) => isMarkedForged(mailHeaders({ 'Authentication-Results': values }))

test('an email whose From domain did not send it is marked by the server that received it', () => {
  expect(marked('mx.example; spf=pass smtp.mailfrom=b.example; dmarc=fail header.from=halden.example')).toBe(true)
  expect(marked('mx.example; dkim=none;\r\n DMARC = fail (p=reject)')).toBe(true)
  expect(marked('mx.example; dmarc=pass', 'mx.example; dmarc=fail')).toBe(true)
})

test('nothing is said by other results, words of the sender, or no header', () => {
  expect(marked('mx.example; spf=fail; dkim=pass; dmarc=pass header.from=halden.example')).toBe(false)
  expect(marked('mx.example; spf=pass (a; dmarc=fail) smtp.mailfrom="x; dmarc=fail"@b.example; dmarc=pass')).toBe(false)
  expect(marked('mx.example; spf=pass (a (nested; dmarc=fail) b) smtp.mailfrom=b.example')).toBe(false)
  expect(marked('mx.example; dmarc=failed')).toBe(false)
  expect(isMarkedForged(mailHeaders({}))).toBe(false)
})
