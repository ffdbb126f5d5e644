import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentionedIn } from './mentions.ts'
import { textParts } from './text-parts.ts'

const people = ['Priya Raman', 'Jonas Berg', 'Jonas Lind', 'Ana', 'Ana Lind', 'Zoë Müller-Weiß'].map((name, at) => ({
  id: String(at),
  name,
}))
const named = (text: string) => mentionedIn(text, people).map(({ name }) => name)

describe('who is mentioned', () => {
  test.each([
    ['@Priya Raman can you?', ['Priya Raman']],
    ['@priya raman, and @ana lind.', ['Priya Raman', 'Ana Lind']],
    ['(@Priya) please', ['Priya Raman']],
    ['@Jonas who?', []],
    ['@Jonas Lind then', ['Jonas Lind']],
    ['@Ana and @Ana Lind', ['Ana', 'Ana Lind']],
    ['@Zoë Müller-Weiß!', ['Zoë Müller-Weiß']],
    ['@Priyanka is someone else', []],
    ['write to priya@Priya Raman', []],
    ['jonas.berg@Jonas Berg.example', []],
    ['@Priya Raman and @Priya Raman again', ['Priya Raman']],
    ['nobody @ all', []],
  ])('%s', (text, names) => expect(named(text)).toEqual(names))

  test('a text full of @ is not searched to its end, so that a page of such comments is still shown', () => {
    expect(mentionedIn('@a '.repeat(99) + '@Ana', people)).toHaveLength(1)
    expect(mentionedIn('@a '.repeat(100) + '@Ana', people)).toEqual([])
  })

  test('namesakes are meant together', () => {
    const twins = [...people, { id: 'x', name: 'Priya Raman' }]
    expect(mentionedIn('@Priya Raman', twins).map(({ id }) => id)).toEqual(['0', 'x'])
  })
})

describe('the parts of a text', () => {
  const kinds = (text: string) => textParts(text, people, '0').map((part) => `${part.kind}:${part.text}`)

  test('links end before the sentence does, and mentions of the reader are marked', () => {
    expect(kinds('See https://a.example/x_(y). @Priya!')).toEqual([
      'text:See ',
      'link:https://a.example/x_(y)',
      'text:. ',
      'mention:@Priya',
      'text:!',
    ])
    expect(kinds('(https://a.example/x)')).toEqual(['text:(', 'link:https://a.example/x', 'text:)'])
    expect(textParts('@Priya', people, '0')).toEqual([{ kind: 'mention', text: '@Priya', isReader: true }])
  })

  test('only addresses of the web are links', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', '<script>alert(1)</script>', 'http://'])
      expect(kinds(text).filter((part) => part.startsWith('link'))).toEqual([])
  })

  test('together they are the text, whatever it holds', () => {
    const pieces = fc.constantFrom(
      '@',
      '@Priya Raman',
      '@Ana',
      'https://a.example',
      '.',
      ')',
      ' ',
      '\n',
      'İ',
      'https://',
      '@Jonas',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (all) => {
        const text = all.join('')
        expect(
          textParts(text, people, '0')
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
