import type { Parts } from '#app/kit/parts.ts'

/**
 * What a file holds, one piece at a time and each in a transaction of its own, as fast as the reader takes it. Fails where the file is
 * deleted meanwhile, so that the reader sees that it is not whole.
 */
export function readFile(
  { reads }: Pick<Parts, 'reads'>,
  { workspaceId, id, size }: { workspaceId: string; id: string; size: number },
): ReadableStream<Uint8Array> {
  let [number, sent] = [0, 0]
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await reads.in(workspaceId, (trx) =>
          trx
            .selectFrom('fileChunk')
            .select('bytes')
            .where('workspaceId', '=', workspaceId)
            .where('attachmentId', '=', id)
            .where('number', '=', number)
            .executeTakeFirst(),
        )
        if (!piece) throw new Error('A piece of a file is missing')
        number++
        sent += piece.bytes.length
        controller.enqueue(new Uint8Array(piece.bytes))
        if (sent >= size) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
