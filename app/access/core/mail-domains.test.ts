import { expect, test } from 'vitest'
import { changeWorkspaceInput } from '#app/workspace/model.ts'
import { mailDomains } from './mail-domains.ts'
import { entryDomainsInput } from '../model.ts'

const field = mailDomains(2, 'halden.example')

test.each([
  ['Halden.example', ['halden.example']],
  ['@halden.example; halden-group.example\nhalden.example', ['halden-group.example', 'halden.example']],
  ['["halden.example"]', ['halden.example']],
  ['Büro-Müller.de, @xn--bro-mller-q9ae.de.', ['xn--bro-mller-q9ae.de']],
  ['', []],
  [['halden.example'], ['halden.example']],
])('%j names %j', (written, domains) => {
  expect(field.parse(written)).toEqual(domains)
})

test.each([
  [undefined, 'Please name domains, such as halden.example.'],
  ['a.example b.example c.example', 'Please name at most 2 domains.'],
  ['halden', '“halden” is not a domain, such as halden.example.'],
  ['https://halden.example', '“https://halden.example” is not a domain, such as halden.example.'],
  ['gmail.com', 'Anybody can have an address at gmail.com, so it names no company.'],
])('%j is refused: %s', (written, message) => {
  expect(field.safeParse(written).error?.issues.map((it) => it.message)).toEqual([message])
})

test('a workspace and a plan name domains alike', () => {
  const domains = '@Halden.example, halden-group.example'
  const parsed = ['halden-group.example', 'halden.example']
  expect(changeWorkspaceInput.parse({ domains }).domains).toEqual(parsed)
  expect(entryDomainsInput.parse({ domains }).domains).toEqual(parsed)
})
