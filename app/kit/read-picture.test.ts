import { expect, test } from 'vitest'
import { redSquare, redSquareAsJpeg as jpeg } from '#tests/samples/red-square.ts'
import type { Compute } from './computations.ts'
import { readPicture } from './read-picture.server.ts'

const compute: Compute = async (computation, input) => await computation.compute(input)

const webp = Buffer.from('UklGRhwAAABXRUJQVlA4TA8AAAAvE0ACAAcQ/Y/+ByKi/wEA', 'base64')

test.each([
  ['image/png', redSquare],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
])('a picture that can be shown is one: %s', async (contentType, bytes) => {
  expect(await readPicture(compute, bytes)).toEqual({ picture: { contentType, bytes } })
})

const empty = 'This picture is empty or damaged. Please choose another file.'
const wide = Buffer.from(redSquare)
wide.writeUInt32BE(60_000, 16)
wide.writeUInt32BE(60_000, 20)
const changed = Buffer.from(redSquare)
changed.writeUInt8(changed.readUInt8(50) ^ 0xff, 50)

test.each([
  ['the first bytes of a PNG', redSquare.subarray(0, 8), empty],
  ['the header of a PNG', redSquare.subarray(0, 33), empty],
  ['a PNG with a changed byte', changed, empty],
  ['the first bytes of a JPEG', jpeg.subarray(0, 20), empty],
  ['the tables of a JPEG', jpeg.subarray(0, 180), empty],
  ['half of a WebP', webp.subarray(0, 20), empty],
  ['a PNG that unfolds to gigabytes', wide, 'This picture is too large. The maximum is 2000 × 2000 pixels.'],
  ['a page', Buffer.from('<!doctype html>'), 'This is not a PNG, JPEG or WebP picture.'],
])('%s is no picture', async (_what, bytes, fault) => {
  expect(await readPicture(compute, bytes)).toEqual({ fault })
})
