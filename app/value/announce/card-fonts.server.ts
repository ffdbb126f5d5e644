import arabic from '@fontsource/ibm-plex-sans-arabic/unicode.json' with { type: 'json' }
import inter from '@fontsource/inter/unicode.json' with { type: 'json' }
import emoji from '@fontsource/noto-emoji/unicode.json' with { type: 'json' }
import devanagari from '@fontsource/noto-sans-devanagari/unicode.json' with { type: 'json' }
import korean from '@fontsource/noto-sans-kr/unicode.json' with { type: 'json' }
import hebrew from '@fontsource/noto-sans-hebrew/unicode.json' with { type: 'json' }
import chinese from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import thai from '@fontsource/noto-sans-thai/unicode.json' with { type: 'json' }
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'satori'
import { readRanges } from './read-ranges.ts'

/** A package of Fontsource: one file for each subset and weight, and which characters each subset covers. */
type FontPackage = {
  name: string
  ranges: Readonly<Record<string, string>>
  weights: readonly Font['weight'][]
  /** The characters that it is used for, of those that it has. */
  only?: RegExp
}

/** In the order of preference. What none of them covers is named in the README. */
const packages: readonly FontPackage[] = [
  { name: 'inter', ranges: inter, weights: [400, 600, 700] },
  { name: 'noto-sans-hebrew', ranges: hebrew, weights: [400, 600] },
  { name: 'ibm-plex-sans-arabic', ranges: arabic, weights: [400, 600] },
  { name: 'noto-sans-devanagari', ranges: devanagari, weights: [400, 600] },
  { name: 'noto-sans-thai', ranges: thai, weights: [400, 600] },
  // Before the Chinese one, which lists Hangul without having it.
  { name: 'noto-sans-kr', ranges: korean, weights: [400, 600], only: /\p{Script=Hangul}/u },
  { name: 'noto-sans-sc', ranges: chinese, weights: [400, 600] },
  { name: 'noto-emoji', ranges: emoji, weights: [400] },
]

const require = createRequire(import.meta.url)

type Subset = { family: string; covers: (character: number) => boolean; fonts: () => Font[] }

let listed: readonly Subset[] | undefined

/** All subsets, by what they cover; their files are read when a text needs them, and once. */
const subsets = () => (listed ??= packages.flatMap(subsetsOf))

function subsetsOf({ name, ranges, weights, only }: FontPackage): Subset[] {
  return Object.entries(readRanges(ranges)).map(([key, isIn]) => {
    const covers = (code: number) => isIn(code) && (only?.test(String.fromCodePoint(code)) ?? true)
    // Numbered subsets are "[4]" in the list and "4" in the name of their file.
    const subset = key.replace(/[[\]]/g, '')
    const family = `${name} ${subset}`
    let read: Font[] | undefined
    const fonts = () =>
      (read ??= weights.map((weight) => ({
        name: family,
        data: readFileSync(require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`)),
        weight,
        style: 'normal',
      })))
    return { family, covers, fonts }
  })
}

/** Drawn by no font of its own: blanks, and what only joins or directs the characters beside it. */
const isSilent = (character: string) => /[\s\p{Cf}\p{M}\p{Variation_Selector}]/u.test(character)

const subsetFor = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  return subsets().find(({ covers }) => covers(code))
}

/** The fonts that these texts need, with the list of their families in the order of preference. */
export function fontsFor(texts: readonly string[]): { fonts: Font[]; families: string } {
  const needed = new Set(subsets().filter(({ family }) => family === 'inter latin'))
  for (const character of new Set(texts.join(''))) {
    const subset = subsetFor(character)
    if (subset) needed.add(subset)
  }
  const chosen = subsets().filter((it) => needed.has(it))
  return {
    fonts: chosen.flatMap(({ fonts }) => fonts()),
    families: chosen.map(({ family }) => `'${family}'`).join(', '),
  }
}

/** The characters of a text that no font has: a picture shows a box for each. */
export const uncoveredIn = (text: string): string[] =>
  [...new Set(text)].filter((character) => !isSilent(character) && !subsetFor(character))
