import { expect, test } from 'vitest'
import { imageTypeOf, isSvg } from './image-type.ts'

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

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN">\n<SVG onload="alert(1)">',
])('an SVG is known as one: %s', (text) => {
  expect(isSvg(bytes(text))).toBe(true)
})

test('a page and a picture are no SVG', () => {
  expect(isSvg(bytes('<!doctype html><p><svg></svg>'))).toBe(false)
  expect(isSvg(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(false)
})
