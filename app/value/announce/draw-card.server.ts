import type { ReactNode } from 'react'
import { createElement } from 'react'
import type { Computation } from '#app/kit/computations.ts'
import { decodePicture } from '#app/kit/decode-picture.server.ts'
import { initial } from '#app/ui/name-words.ts'
import { cardTexts } from './card-texts.ts'
import type { CardCompany, CardPicture } from './card-view.ts'
import { victoryCardWords } from './victory-card-words.ts'
import { sizeFor } from './size-for.ts'
import { textDirection } from './text-direction.ts'

/** As chat programs and social networks ask for it. */
const cardSize = { width: 1200, height: 630 } as const

/** Of tokens.css, in the light scheme: a picture has no other. */
const colours = { card: '#ffffff', ink: '#1b1d21', soft: '#5d6169', line: '#e7e4dd', customer: '#995009' }

type Style = Record<string, string | number>

const box = (style: Style, ...children: ReactNode[]) =>
  createElement('div', { style: { display: 'flex', ...style } }, ...children)

/**
 * Without what the picture could only draw wrongly: Arabic vowel marks, which everyday writing leaves out and which the layout would put
 * beside their letters, flags, which the font lacks, and marks of direction, which the layout takes for characters.
 */
const drawable = (words: string) => words.replace(/[\u064b-\u0652\u0670\u2066-\u2069]|\p{Regional_Indicator}/gu, '')

/** One text of no more lines than fit, in its own direction. */
const text = (typed: string, lines: number, style: Style) => {
  const words = drawable(typed)
  const direction = textDirection(words)
  return createElement(
    'div',
    {
      style: {
        display: 'block',
        lineClamp: lines,
        direction,
        textAlign: direction === 'rtl' ? 'right' : 'left',
        wordBreak: 'break-word',
        ...style,
      },
    },
    words,
  )
}

const logoOf = ({ logo, customer }: CardPicture) =>
  logo
    ? createElement('img', { src: logo, width: 64, height: 64, style: { borderRadius: 12, objectFit: 'contain' } })
    : box(
        {
          width: 64,
          height: 64,
          flexShrink: 0,
          borderRadius: 32,
          background: colours.customer,
          color: colours.card,
          alignItems: 'center',
          justifyContent: 'center',
          fontSize: 34,
          fontWeight: 600,
        },
        initial(customer.name),
      )

const companyOf = ({ name, people }: CardCompany, width: number) =>
  box(
    { flexDirection: 'column', width },
    text(name, 1, { fontSize: 20, color: colours.soft }),
    people.length > 0 &&
      text(victoryCardWords.people(people), 3, { fontSize: 21, fontWeight: 600, marginTop: 4, lineHeight: 1.3 }),
  )

const leftOf = (card: CardPicture) =>
  box(
    { flexDirection: 'column', width: 780, padding: '52px 56px 48px' },
    box(
      { alignItems: 'center' },
      logoOf(card),
      text(card.customer.name, 1, { fontSize: 30, fontWeight: 600, marginLeft: 20, maxWidth: 584 }),
    ),
    box(
      { flexGrow: 1, flexDirection: 'column', justifyContent: 'center' },
      text(card.headline, sizeFor(card.headline, headlineSizes).lines, {
        fontSize: sizeFor(card.headline, headlineSizes).size,
        fontWeight: 700,
        letterSpacing: textDirection(card.headline) === 'rtl' ? 0 : -1,
        lineHeight: 1.2,
      }),
    ),
    box(
      { borderTop: `2px solid ${colours.line}`, paddingTop: 24, justifyContent: 'space-between' },
      companyOf(card.customer, 310),
      companyOf(card.vendor, 310),
    ),
  )

const headlineSizes = [
  { upTo: 45, size: 64, lines: 3 },
  { upTo: 90, size: 52, lines: 4 },
  { upTo: 150, size: 42, lines: 5 },
  { upTo: 220, size: 33, lines: 6 },
  { upTo: 380, size: 27, lines: 8 },
  { upTo: Infinity, size: 23, lines: 9 },
] as const

const afterSizes = [
  { upTo: 6, size: 104, lines: 1 },
  { upTo: 10, size: 76, lines: 1 },
  { upTo: 24, size: 52, lines: 2 },
  { upTo: Infinity, size: 36, lines: 3 },
] as const

const rightOf = (card: CardPicture) =>
  box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: 420,
      padding: '56px 44px 48px',
      background: card.colours.ground,
      color: card.colours.on,
    },
    text(card.measure, 3, { fontSize: 26, lineHeight: 1.3 }),
    box(
      { flexDirection: 'column' },
      text(card.before, 2, { fontSize: 38, opacity: 0.8, textDecoration: 'line-through' }),
      text(card.after, sizeFor(card.after, afterSizes).lines, {
        fontSize: sizeFor(card.after, afterSizes).size,
        fontWeight: 700,
        letterSpacing: -1,
        lineHeight: 1.15,
      }),
      card.saved !== null && text(card.saved, 3, { fontSize: 30, fontWeight: 600, marginTop: 14, lineHeight: 1.3 }),
    ),
    text(victoryCardWords.confirmed(card.on), 2, { fontSize: 22, opacity: 0.9 }),
  )

/** Draws a victory card as a PNG of 1200 × 630, without a browser. */
export const drawCard: Computation<CardPicture, Uint8Array> = {
  name: 'draw card',
  async compute(given) {
    const { logo } = given
    // Loaded by the thread that draws alone.
    const [{ default: satori }, { Resvg }, { fontsFor }] = await Promise.all([
      import('satori'),
      import('@resvg/resvg-js'),
      import('./card-fonts.server.ts'),
    ])
    const { fonts, families } = fontsFor([...cardTexts(given), 'and others Confirmed …,'])
    // A logo that cannot be decoded would leave its place empty.
    const isDrawn = logo !== null && (await decodePicture.compute(logo))
    const card = { ...given, logo: isDrawn ? logo : null }
    const svg = await satori(
      box(
        { width: '100%', height: '100%', background: colours.card, color: colours.ink, fontFamily: families },
        leftOf(card),
        rightOf(card),
      ),
      { ...cardSize, fonts },
    )
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  },
}
