import { expect, test } from 'vitest'
import { imagePixels } from './image-pixels.ts'

const webp = {
  lossy: 'UklGRkgAAABXRUJQVlA4IDwAAAAQAwCdASoUAAoAPpE4l0eloyIhMAgAsBIJQBdl0AAQNgAA/u6mP/4DdfFtMv/3OB/3OB/3OB/HM1mAAAA=',
  lossless: 'UklGRhwAAABXRUJQVlA4TA8AAAAvE0ACAAcQ/Y/+ByKi/wEA',
  transparent:
    'UklGRmwAAABXRUJQVlA4WAoAAAAQAAAAEwAACQAAQUxQSAoAAAABB9C/iAhERP8DVlA4IDwAAAAQAwCdASoUAAoAPpE4l0eloyIhMAgAsBIJQBdl0AAQNgAA/u6mP/4DdfFtMv/3OB/3OB/3OB/HM1mAAAA=',
}

test('a picture’s pixels are read from its header, so that none unfolds to gigabytes', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')
  expect(imagePixels(png)).toBe(1)
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  expect(imagePixels(png)).toBe(3_600_000_000)
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0x01, 0, 0x02, 0, 3, 0, 0, 0]
  expect(imagePixels(Uint8Array.from(jpeg))).toBe(256 * 512)
  expect(imagePixels(Uint8Array.from([0xff, 0xd8, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull()
  expect(imagePixels(Buffer.from('<svg/>'))).toBeNull()
})

test.each(Object.entries(webp))(
  'a %s WebP picture has its pixels, and none once any of it is missing',
  (_kind, text) => {
    const bytes = Buffer.from(text, 'base64')
    expect(imagePixels(bytes)).toBe(20 * 10)
    for (let length = 0; length < bytes.length; length += 1) expect(imagePixels(bytes.subarray(0, length))).toBeNull()
    const size = bytes.readUInt32LE(4)
    bytes.writeUInt32LE(size - 9, 4)
    expect(imagePixels(bytes), 'its chunk is longer than it').toBeNull()
  },
)

test('a WebP that only says so has none', () => {
  expect(imagePixels(Buffer.from('RIFF\u0004\0\0\0WEBP', 'latin1'))).toBeNull()
  expect(imagePixels(Buffer.from('RIFF\u0016\0\0\0WEBPVP8 \u000a\0\0\0 no picture', 'latin1'))).toBeNull()
})
