import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accentCss, accentFrom, contrastRatio, leastContrast } from './accent.ts'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const token = (name: string) => {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? []
  return { light, dark }
}
const chosen = [
  '#000000',
  '#ffffff',
  '#808080',
  '#ffe600',
  '#00ff00',
  '#ff0000',
  '#0000ff',
  '#1f4e46',
  '#8fd3c4',
  '#f4c2c2',
]
// And one of each kind, the same in every run.
for (let r = 0; r < 256; r += 51)
  for (let g = 0; g < 256; g += 51)
    for (let b = 0; b < 256; b += 51)
      chosen.push(`#${[r, g, b].map((it) => it.toString(16).padStart(2, '0')).join('')}`)

describe.each(['light', 'dark'] as const)('an accent in the %s scheme', (scheme) => {
  test('can be read on every ground, and ink on it, whatever was chosen', () => {
    for (const colour of chosen) {
      const { accent, strong, on } = accentFrom(colour)[scheme]
      for (const ground of ['paper', 'card', 'hair'])
        expect(contrastRatio(accent, token(ground)[scheme]), `${colour} on ${ground}`).toBeGreaterThanOrEqual(
          leastContrast,
        )
      for (const it of [accent, strong])
        expect(contrastRatio(on, it), `ink on ${colour}`).toBeGreaterThanOrEqual(leastContrast)
    }
  })
})

test('a colour that can be read is taken as it is, any other keeps its hue', () => {
  expect(accentFrom('#1f4e46').light.accent).toBe('#1f4e46')
  expect(accentFrom('#8fd3c4').dark.accent).toBe('#8fd3c4')
  // Yellow on white becomes a dark yellow: more red and green than blue.
  const { accent } = accentFrom('#ffe600').light
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(accent.slice(at, at + 2), 16))
  expect([r, g].every((it) => (it ?? 0) > (b ?? 0) + 40)).toBe(true)
})

test('the stylesheet sets the tokens that the page speaks in', () => {
  expect(accentCss('#1f4e46')).toMatch(/^:root \{\n {2}--accent: light-dark\(#1f4e46, #[0-9a-f]{6}\);/)
  for (const name of ['--accent-strong', '--on-accent']) {
    expect(accentCss('#1f4e46')).toContain(`${name}: light-dark(#`)
    expect(tokens).toContain(`${name}: light-dark(#`)
  }
})
