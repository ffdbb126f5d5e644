import { expect, test } from 'vitest'
import { imageTypeOf } from './image-type.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a picture is known by its first bytes', () => {
  expect(imageTypeOf(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'))).toBe('image/png')
  expect(imageTypeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))).toBe('image/jpeg')
  expect(imageTypeOf(bytes('RIFF....WEBPVP8 '))).toBe('image/webp')
})

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['GIF', 'GIF89a'],
  ['another RIFF', 'RIFF....AVI LIST'],
  ['nothing', ''],
])('%s is none', (_what, text) => {
  expect(imageTypeOf(bytes(text))).toBeNull()
})
