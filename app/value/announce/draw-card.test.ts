import { expect, test } from 'vitest'
import { uncoveredIn } from './card-fonts.server.ts'
import { imagePixels } from './image-pixels.ts'
import { sizeFor } from './size-for.ts'
import { textDirection } from './text-direction.ts'

test('a text runs as its first letter does', () => {
  expect(textDirection('30 יום')).toBe('rtl')
  expect(textDirection('«أغلقنا» in one day')).toBe('rtl')
  expect(textDirection('One day: أغلقنا')).toBe('ltr')
  expect(textDirection('30 → 1')).toBe('ltr')
})

test('longer texts are smaller, and signs that are wide count as two', () => {
  const sizes = [
    { upTo: 10, size: 60, lines: 2 },
    { upTo: 20, size: 40, lines: 3 },
    { upTo: Infinity, size: 20, lines: 5 },
  ] as const
  expect(sizeFor('One day.', sizes).size).toBe(60)
  expect(sizeFor('一日で決算を締めた', sizes).size).toBe(40)
  expect(sizeFor('x'.repeat(200), sizes).size).toBe(20)
})

test('the fonts cover what the README says, and say what they do not', () => {
  const covered = 'Größe Żółć Nguyễn Ελένη Юлия שלום أهلا नमस्ते สวัสดี 山田 さくら カナ 한국어 🎉 👩‍🔬 “–” €'
  expect(uncoveredIn(covered)).toEqual([])
  expect(uncoveredIn('ქართ and አማ')).toEqual([...'ქართአማ'])
})

test('a picture’s pixels are read from its header, so that none unfolds to gigabytes', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')
  expect(imagePixels(png)).toBe(1)
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  expect(imagePixels(png)).toBe(3_600_000_000)
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0x01, 0, 0x02, 0, 3, 0, 0, 0]
  expect(imagePixels(Uint8Array.from(jpeg))).toBe(256 * 512)
  expect(imagePixels(Uint8Array.from([0xff, 0xd8, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull()
  expect(imagePixels(Buffer.from('<svg/>'))).toBeNull()
})
