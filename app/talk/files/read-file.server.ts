import type { Parts } from '#app/kit/parts.ts'
import { type PiecesPlace, getPiece } from './file-pieces.server.ts'

/**
 * What a file holds, one piece at a time, as fast as the reader takes it. The stream fails where the file is deleted meanwhile, so that the
 * reader sees that it is not whole.
 * @throws Error where already its first piece cannot be read
 */
export async function readFile(
  parts: Pick<Parts, 'reads' | 'bucket'>,
  { size, ...place }: PiecesPlace & { size: number },
): Promise<ReadableStream<Uint8Array>> {
  const first = await getPiece(parts, place, 0)
  let [number, sent] = [0, 0]
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = number === 0 ? first : await getPiece(parts, place, number)
        number++
        sent += piece.length
        controller.enqueue(piece)
        if (sent >= size) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
