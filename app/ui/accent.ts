/** A workspace's colour, adjusted for contrast: same hue, lighter or darker as each scheme needs. Pure. */

export type AccentColours = { accent: string; strong: string; on: string }
export type Accent = { light: AccentColours; dark: AccentColours }

/** The product's own colour, as in tokens.css: choosing it means no custom colour. */
export const ownAccent = '#1f4e46'

/** The backgrounds of text in the accent colour, which tokens.css names paper, card and hair. */
const grounds = { light: ['#faf9f6', '#ffffff', '#f0eee8'], dark: ['#15171a', '#1c1f23', '#24282d'] } as const
const inks = ['#ffffff', '#10201d'] as const

/** What WCAG 2.2 asks of text, at level AA. */
export const leastContrast = 4.5

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio (WCAG 2.2) of two colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

type Hsl = { h: number; s: number; l: number }

function toHsl(hex: string): Hsl {
  const [r = 0, g = 0, b = 0] = channels(hex)
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)]
  const [l, span] = [(max + min) / 2, max - min]
  if (span === 0) return { h: 0, s: 0, l }
  const h = max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4
  return { h: h * 60, s: span / (1 - Math.abs(2 * l - 1)), l }
}

function toHex({ h, s, l }: Hsl): string {
  const a = s * Math.min(l, 1 - l)
  const channel = (n: number) => {
    const k = (n + h / 30) % 12
    const value = l - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

const bestInk = (ground: string) =>
  contrastRatio(inks[0], ground) >= contrastRatio(inks[1], ground) ? inks[0] : inks[1]

/** The colour nearest to the chosen one that is readable on every background of a scheme, and on which ink is readable. */
function readable(hsl: Hsl, scheme: 'light' | 'dark'): AccentColours {
  const [step, last] = scheme === 'light' ? [-0.01, 0] : [0.01, 1]
  const reads = (colour: string) => grounds[scheme].every((ground) => contrastRatio(colour, ground) >= leastContrast)
  let l = hsl.l
  while (!reads(toHex({ ...hsl, l })) && l !== last) l = Math.min(1, Math.max(0, l + step))
  const accent = toHex({ ...hsl, l })
  const strong = toHex({ ...hsl, l: Math.min(1, Math.max(0, l + 6 * step)) })
  return { accent, strong, on: bestInk(accent) }
}

/** @param chosen `#rrggbb` */
export function accentFrom(chosen: string): Accent {
  const hsl = toHsl(chosen)
  return { light: readable(hsl, 'light'), dark: readable(hsl, 'dark') }
}

/** The tokens of tokens.css that an accent replaces. */
export function accentCss(chosen: string): string {
  const { light, dark } = accentFrom(chosen)
  const pair = (name: keyof AccentColours) => `light-dark(${light[name]}, ${dark[name]})`
  return `:root {\n  --accent: ${pair('accent')};\n  --accent-strong: ${pair('strong')};\n  --on-accent: ${pair('on')};\n}\n`
}
