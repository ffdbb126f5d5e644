import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from './in-chunks.ts'

const all = async (parts: readonly Uint8Array[], size: number) => {
  const arriving = (async function* () {
    for (const part of parts) yield await Promise.resolve(Buffer.from(part))
  })()
  const pieces: Buffer[] = []
  for await (const piece of inChunks(arriving, size)) pieces.push(piece)
  return pieces
}

test('nothing is lost, added or moved, and every piece but the last is whole', async () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 50 }), async (given, size) => {
      const pieces = await all(given, size)
      expect(Buffer.concat(pieces).equals(Buffer.concat(given.map((it) => Buffer.from(it))))).toBe(true)
      for (const piece of pieces.slice(0, -1)) expect(piece).toHaveLength(size)
      for (const piece of pieces.slice(-1)) expect(piece.length).toBeGreaterThan(0)
    }),
  )
})
