import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretIdsIn } from './kept-message.ts'
import { noticesOf } from '#tests/samples/notices.ts'
import type { SentNotice } from '#app/outbox/when-told.ts'
import { type NoticeLinks, renderNotice } from './render-notice.ts'

const id = (n: number) => `0b0e7a52-9a5c-4f0e-8a0e-${String(n).padStart(12, '0')}`
const [own, onFirst, onSecond, code, others] = [id(1), id(2), id(3), id(4), id(5)]
const [firstPlan, secondPlan] = [id(6), id(7)]

const links: NoticeLinks = {
  own: { tokenId: own, next: null },
  plans: new Map([
    [firstPlan, { tokenId: onFirst, next: null }],
    [secondPlan, { tokenId: onSecond, next: null }],
  ]),
}

const ids = { codeId: code, planIds: [firstPlan, secondPlan] } as const

const kinds = Object.keys(noticesOf('x', ids)) as SentNotice['kind'][]

/** Everything that was or could be taken for a secret, as people might type it, also encoded or in other letters. */
const forged = [
  `code-of-${others}`,
  `https://link.invalid/${others}`,
  others,
  own,
  code,
  JSON.stringify({ link: others }),
]
const variants = forged.flatMap((it) => [
  it,
  it.toUpperCase(),
  encodeURIComponent(it),
  it.replace(/./gu, (letter) => `&#${letter.codePointAt(0)};`),
  it.replaceAll('-', '&#45;'),
  `<a href="${it}">${it}</a>`,
])
const typedText = fc.oneof(
  fc.constantFrom(...variants),
  fc.array(fc.oneof(fc.constantFrom(...variants), fc.string()), { maxLength: 3 }).map((some) => some.join(' ')),
)

test.each(kinds)('what people type changes no secret of %s', async (kind) => {
  const secretsFor = async (typed: string) => {
    const message = await renderNotice(noticesOf(typed, ids)[kind], { links, sentOn: '2026-06-17' })
    const inOrder = (parts: typeof message.html) => parts.filter((it) => typeof it !== 'string')
    return { all: secretIdsIn(message), html: inOrder(message.html), text: inOrder(message.text) }
  }
  const plain = await secretsFor('Mara')
  expect(plain.all).toEqual({
    links: kind === 'daily' ? [onFirst, onSecond] : kind === 'sign-in-code' ? [] : [own],
    codes: kind === 'sign-in-code' ? [code] : [],
  })
  expect(plain.text.length, 'in the text form as well').toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(typedText, async (typed) => {
      expect(await secretsFor(typed)).toEqual(plain)
    }),
    { numRuns: 25 },
  )
})

test.each(kinds)('%s greets its reader', async (kind) => {
  const { text } = await renderNotice(noticesOf('Mara', ids)[kind], { links, sentOn: '2026-06-17' })
  expect(text.filter((it) => typeof it === 'string').join('')).toContain('Hi Mara,')
})

test('a notice to marketing from before names were stored is sent without a greeting', async () => {
  const { facts } = noticesOf('Mara', ids)['reference-ready']
  const older = { kind: 'reference-ready', facts: { ...facts, name: undefined } } as const
  const { text } = await renderNotice(older, { links, sentOn: '2026-06-17' })
  expect(text.filter((it) => typeof it === 'string').join('')).not.toContain('Hi ')
})

test.each(kinds)('%s names the year of a day in the year after next, and not of one within 300 days', async (kind) => {
  const wordsOf = async (day: string) => {
    const { subject, html, text } = await renderNotice(noticesOf('Mara', ids, day)[kind], {
      links,
      sentOn: '2026-06-17',
    })
    return [subject, ...html, ...text].filter((it) => typeof it === 'string').join('\n')
  }
  expect(await wordsOf('2028-03-15')).not.toMatch(/\b15 Mar(ch)?\b(?! 2028)/)
  expect(await wordsOf('2026-09-15')).not.toMatch(/15 Sep(tember)? 2026/)
})

test('an invitation to a plan of the year after next says the year, in its subject too', async () => {
  const { subject, text } = await renderNotice(noticesOf('Mara', ids, '2028-03-15').invitation, {
    links,
    sentOn: '2026-06-17',
  })
  expect(subject).toContain('go-live plan for 15 March 2028')
  expect(text.join('')).toContain('Wednesday, 15 March 2028')
})
