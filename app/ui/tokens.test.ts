import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: light ?? '', dark: dark ?? '' },
  ]),
)

const channel = (hex: string, at: number) => {
  const value = parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
/** Relative luminance (WCAG 2.2). */
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const text = ['ink', 'soft', 'faint', 'must', 'good', 'accent', 'vendor', 'customer'].flatMap((ink) => [
  [ink, 'paper', 4.5],
  [ink, 'card', 4.5],
]) as [string, string, number][]
const pairs: [string, string, number][] = [
  ...text,
  ['soft', 'hair', 4.5],
  ['good', 'good-wash', 4.5],
  ['must', 'must-wash', 4.5],
  ['ink', 'must-wash', 4.5],
  ['ink', 'good-wash', 4.5],
  ['vendor', 'vendor-wash', 4.5],
  ['customer', 'customer-wash', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['edge', 'card', 3],
  ['edge', 'paper', 3],
]

describe.each(['light', 'dark'] as const)('colours in the %s scheme', (scheme) => {
  it.each(pairs)('%s on %s is readable', (ink, ground, least) => {
    const [a, b] = [tokens.get(ink)?.[scheme], tokens.get(ground)?.[scheme]]
    if (!a || !b) throw new Error(`no such token: ${ink} or ${ground}`)
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least)
  })
})
