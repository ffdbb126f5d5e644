import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assembleMessage, keptMessage, secretIdsIn, secretPlaces } from './kept-message.ts'

const [a, b] = ['0b0e7a52-9a5c-4f0e-8a0e-000000000001', '0b0e7a52-9a5c-4f0e-8a0e-000000000002']
const link = { link: a, next: null }
const reveal = (secret: object) => `«${JSON.stringify(secret)}»`

test('a rendered text is taken apart where its secrets stand, and nowhere else', () => {
  const places = secretPlaces()
  const [first, second, code] = [places.mark(link), places.mark({ link: b, next: '/plans' }), places.mark({ code: b })]
  const parts = places.partsOf(`${first}<a href="${second}">${code}</a>${first}`)
  expect(parts).toEqual([link, '<a href="', { link: b, next: '/plans' }, '">', { code: b }, '</a>', link])
  expect(secretIdsIn({ html: parts, text: [] })).toEqual({ links: [a, b], codes: [b] })
})

test('without secrets a text stays whole', () => {
  expect(secretPlaces().partsOf('as it is')).toEqual(['as it is'])
})

test('no mark is like another, so none can be known before', () => {
  const marks = Array.from({ length: 200 }, () => secretPlaces().mark(link))
  expect(new Set(marks).size).toBe(200)
})

test('whatever people typed stays as it is, between the secrets', () => {
  const likeSecrets = fc.constantFrom(
    ...[
      a,
      `code-of-${a}`,
      `https://link.invalid/${a}`,
      JSON.stringify(link),
      JSON.stringify({ code: a }),
      '«',
      '|',
      '$1',
    ],
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(likeSecrets, fc.string()), { minLength: 1 }), (typed) => {
      const places = secretPlaces()
      const mark = places.mark(link)
      const kept = keptMessage.parse(
        JSON.parse(
          JSON.stringify({
            from: 'a@example.com',
            replyTo: null,
            subject: '',
            text: [],
            html: places.partsOf(typed.join(mark)),
          }),
        ),
      )
      expect(assembleMessage(kept.html, reveal)).toBe(typed.join(reveal(link)))
    }),
  )
})
