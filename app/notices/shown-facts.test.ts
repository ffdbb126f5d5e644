import { expect, test } from 'vitest'
import { renderNotice } from './render-notice.ts'
import { shownFacts } from './shown-facts.ts'

const attack = 'Ana\r\n\r\nYour account is locked. Pay at https://evil.example/pay or call bank@evil.example now\u202e'

test('a stored name that was accepted once carries no message of its own', async () => {
  const { subject, html, text } = await renderNotice(
    {
      kind: 'invitation',
      facts: {
        ...{ workspace: attack, inviter: attack, name: attack, account: attack, project: attack.repeat(3) },
        ...{ inviterTitle: attack, inviterCompany: attack, personalLine: attack },
        ...{ participantRole: 'viewer', liveOn: '2026-09-15', winStatement: attack, validFor: '14 days' },
        firstTask: { title: attack, doBy: '2026-06-11', expected: null, isOwn: true },
      },
    },
    { links: { own: { url: 'https://plans.example/' }, plans: new Map() }, sentOn: '2026-06-17' },
  )
  for (const form of [subject, html.join(''), text.join('')]) expect(form).not.toMatch(/evil|\u202e/)
  expect(text.join('')).not.toMatch(/Ana\s*\n/)
  expect(subject.length).toBeLessThanOrEqual(160)
})

test('what happened is told to its end, without the addresses in a name', () => {
  const happened = `Jan de Vos https://evil.example, who takes part in a plan, asks that Brightline erases what it keeps about them. The law
    gives you one month to do it or to say why not.`
  const shown = shownFacts({ happened }).happened
  expect(shown).toMatch(/^Jan de Vos … who takes part .* or to say why not\.$/)
})

test('what people write to each other stays as it is', () => {
  const reason = 'Two pages are missing:\nsee https://files.example/contract'
  expect(shownFacts({ reason, email: 'ana@halden.example' })).toEqual({ reason, email: 'ana@halden.example' })
})

test('what people typed in quotes of their own is quoted once', async () => {
  const facts = {
    ...{ workspace: 'Brightline', account: 'Halden', project: 'Close', name: 'Lena', by: 'Sam', lead: 'Sam' },
    note: '„Es fehlt eine Seite.“',
  }
  const sending = { links: { own: { url: 'https://plans.example/' }, plans: new Map() }, sentOn: '2026-06-17' }
  const { text } = await renderNotice({ kind: 'handoff-offered', facts }, sending)
  expect(text.join('')).toContain('“Es fehlt eine Seite.”')
})

test('text from right to left keeps its direction to itself, in lists as well', () => {
  expect(shownFacts({ name: 'משה', limits: ['רק כאן'], doBy: '2026-06-11' })).toEqual({
    name: '\u2068משה\u2069',
    limits: ['\u2068רק כאן\u2069'],
    doBy: '2026-06-11',
  })
})

/** What mail programs make a link of by themselves: a domain as one word. */
const linked = /(?:[\p{L}\d-]+\.)+\p{L}{2,}/u

test.each(['Booking.com', 'pay-brightline.com', 'Visit login.brightline.co.uk now', 'bücher.example', 'evil.xn--p1ai'])(
  'a name that is a domain is no link in any email: %s',
  async (name) => {
    const facts = {
      ...{ workspace: name, inviter: name, name, account: name, project: name, inviterTitle: name },
      ...{ inviterCompany: name, personalLine: name, participantRole: 'viewer' as const, liveOn: '2026-09-15' },
      ...{
        winStatement: name,
        validFor: '14 days',
        firstTask: { title: name, doBy: '2026-06-11', expected: null, isOwn: true },
      },
    }
    const sending = { links: { own: { url: 'https://plans/' }, plans: new Map() }, sentOn: '2026-06-17' }
    const { html, text } = await renderNotice({ kind: 'invitation', facts }, sending)
    const said = html.join('').replace(/<style[^]*?<\/style>|<[^>]+>/g, ' ')
    for (const form of [said, text.join('')]) {
      expect(form).not.toMatch(linked)
      expect(form.replaceAll('\u2060', '')).toContain(name)
    }
  },
)

test('initials, decimals and moments stay as they are', () => {
  const facts = { name: 'J. R. Smith', measured: '1.5', at: '2026-06-17T08:00:00.000Z' }
  expect(shownFacts(facts)).toEqual(facts)
})
