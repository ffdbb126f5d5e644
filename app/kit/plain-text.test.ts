import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { holdsAddress, isBlankText, isolateDirection, oneLine, shownName, withoutOuterQuotes } from './plain-text.ts'

test.each([
  ['nothing', ''],
  ['spaces of any kind', ' \t\n\u00a0\u2003\u3000'],
  ['zero-width space', '\u200b'],
  ['joiners', '\u200c\u200d\u2060'],
  ['byte order mark', '\ufeff'],
  ['soft hyphen', '\u00ad'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['Braille blank', '\u2800'],
  ['Mongolian vowel separator', '\u180e'],
  ['marks without a letter', '\u0301\u034f\ufe0f'],
  ['direction marks', '\u200e\u200f\u061c\u202e'],
  ['tags', '\u{e0041}'],
  ['a musical mark without a head', '\u{1d159}'],
])('%s is blank', (_, text) => {
  expect(isBlankText(text)).toBe(true)
})

test.each(['A', '7', '!', '🚀', '漢', 'ש', '\u200bA', 'é'])('%s is seen', (text) => {
  expect(isBlankText(text)).toBe(false)
})

test.each([
  'https://evil.example/x',
  'Pay at HTTP://EVIL.EXAMPLE',
  'ｈｔｔｐｓ：//evil.example',
  'ht\u200btps://evil.example',
  'www.evil.example',
  'evil.example/pay',
  'evil.example:8080/pay',
  'büro-müller.de/x',
  'mailto:ana@evil.example',
  'ana@evil.example',
  'javascript://x',
])('%s holds an address', (text) => {
  expect(holdsAddress(text)).toBe(true)
  expect(holdsAddress(`Ana ${text} Lind`)).toBe(true)
  expect(shownName(`Ana ${text}`, 100)).not.toMatch(/evil|müller\.de/)
})

test.each([
  'Dr.Müller',
  'Booking.com',
  'Jean-Luc O’Neill jr.',
  'A.G. Barr p.l.c.',
  'R&D / Legal',
  'Umbau 3.2/4',
  '日本株式会社',
  'Sales @ Halden',
])('%s is a name without address', (text) => {
  expect(holdsAddress(text)).toBe(false)
  expect(shownName(text, 100)).toBe(text)
})

describe('a name in an email', () => {
  test('is one short line', () => {
    expect(shownName('Ana\r\n\u2028Lind\u202e', 100)).toBe('Ana Lind')
    expect(Array.from(shownName('é'.repeat(300), 80))).toHaveLength(80)
  })
  test('has no line break, no turn and no address, whatever was stored', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.emailAddress(),
      fc.constantFrom('\n', '\u202e', '\u2066', '\u200b', '\u2029', 'www.a.example'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const shown = shownName(pieces.join(''), 60)
        expect(Array.from(shown).length).toBeLessThanOrEqual(60)
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(holdsAddress(shown)).toBe(false)
        expect(withoutDirectionMarks(shown)).toBe(shown)
      }),
    )
  })
})

test('spaces are single, joiners of a script stay', () => {
  expect(oneLine('  می\u200cخواهم \n  👩\u200d💻 ')).toBe('می\u200cخواهم 👩\u200d💻')
})

test('text from right to left keeps its direction to itself', () => {
  expect(isolateDirection('משה')).toBe('\u2068משה\u2069')
  expect(isolateDirection('Halden 漢')).toBe('Halden 漢')
})

test.each([
  ['"We closed in one day."', 'We closed in one day.'],
  ['“We closed in one day.”', 'We closed in one day.'],
  ['„Wir schließen in einem Tag“', 'Wir schließen in einem Tag'],
  ['”Klart på en dag”', 'Klart på en dag'],
  ['« Clôture en un jour »', 'Clôture en un jour'],
  ['»In einem Tag«', 'In einem Tag'],
  ["'We closed'.", 'We closed.'],
  ['‘We closed’', 'We closed'],
  ['「一日で」', '一日で'],
  ['"“We closed”"', 'We closed'],
  ['"We said "go" and closed"', 'We said "go" and closed'],
  ['We closed', 'We closed'],
  ['"Fast" and "good"', '‘Fast’ and ‘good’'],
  ['"Go" was the word', '‘Go’ was the word'],
  ['They said „los“', 'They said ‘los’'],
  ['We said "go" and closed', 'We said "go" and closed'],
  ['Demo with Müller “Bau” data', 'Demo with Müller ‘Bau’ data'],
  ['Demo mit „Bau“, kurz', 'Demo mit ‘Bau’, kurz'],
  ['Essai de « Bau » ici', 'Essai de ‘Bau’ ici'],
  ['A 19" rack, a 5" pipe', 'A 19" rack, a 5" pipe'],
  ['‚In einem Tag‘', 'In einem Tag'],
  ['‹En un jour›', 'En un jour'],
  ['“We closed in one day', 'We closed in one day'],
  ['We closed in one day.”', 'We closed in one day.'],
  ['We closed in one day”.', 'We closed in one day.'],
  ['„In einem Tag', 'In einem Tag'],
  ['‚In einem Tag', 'In einem Tag'],
  ['«En un jour', 'En un jour'],
  ['En un jour »', 'En un jour'],
  ['""We closed""', 'We closed'],
  ['A screen of 27"', 'A screen of 27"'],
  ['The customers’', 'The customers’'],
  ['’Tis done', '’Tis done'],
  ['5" in a day', '5" in a day'],
  ['"', '"'],
  ['', ''],
])('%s unquoted is %s', (typed, wanted) => {
  expect(withoutOuterQuotes(typed)).toBe(wanted)
})

test('no quotation mark ever stands beside one of ours', () => {
  const piece = fc.constantFrom(...'"“”„«»‹›‘’‚\' .!', 'We closed', 'in one day', '5')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const shown = withoutOuterQuotes(pieces.join(''))
      if (/[^"“”„«»‹›‘’‚' .!]/.test(shown)) expect(shown).not.toMatch(/^["“”„«»‹›]|(?<!\d)["“”„«»‹›]$/)
      expect(shown.replace(/[^\p{L}\p{N}]/gu, '')).toBe(pieces.join('').replace(/[^\p{L}\p{N}]/gu, ''))
    }),
    { numRuns: 2_000 },
  )
})
