import { expect, test } from 'vitest'
import { changeWorkspaceInput } from '#app/workspace/model.ts'
import { mailDomains } from './mail-domains.ts'
import { entryDomainsInput } from './model.ts'

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
  [undefined, 'Please enter domains, for example halden.example.'],
  ['a.example b.example c.example', 'Please enter at most 2 domains.'],
  ['halden', '“halden” is not a valid domain. Example: halden.example.'],
  ['https://halden.example', '“https://halden.example” is not a valid domain. Example: halden.example.'],
  ['gmail.com', 'gmail.com is a public email provider, so it can’t identify a company.'],
])('%j is refused: %s', (written, message) => {
  expect(field.safeParse(written).error?.issues.map((it) => it.message)).toEqual([message])
})

test('a workspace and a plan name domains alike', () => {
  const domains = '@Halden.example, halden-group.example'
  const parsed = ['halden-group.example', 'halden.example']
  expect(changeWorkspaceInput.parse({ domains }).domains).toEqual(parsed)
  expect(entryDomainsInput.parse({ domains }).domains).toEqual(parsed)
})
