import { expect, test } from 'vitest'
import { isPublicMailDomain, publicMailDomains } from './public-mail-domains.ts'

test.each(['gmail.com', 'outlook.com', 'hotmail.fr', 'yahoo.co.uk', 'gmx.de', 'web.de', 'proton.me', 'yopmail.com'])(
  'no one’s company is at %s',
  (domain) => expect(isPublicMailDomain(domain)).toBe(true),
)

test.each(['halden.example', 'gmail.halden.example', 'yahoo-inc.example', 'outlook-partners.com', 'live.halden.com'])(
  'a company may be at %s',
  (domain) => expect(isPublicMailDomain(domain)).toBe(false),
)

test('the list holds domains in lower case', () => {
  for (const domain of publicMailDomains) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
})
