import { inWorkspace } from '#db/workspace.ts'
import { BucketFault, type FileBucket } from '#app/kit/file-bucket.ts'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'

/** A file's place: its pieces, numbered from 0, lie in the table `file_chunk` or in a bucket. */
export type PiecesPlace = { workspaceId: string; id: string; inBucket: boolean }

const keyOf = ({ workspaceId, id }: PiecesPlace, number: number) => `${workspaceId}/${id}/${number}`

/** A file stays where it was stored, also after another place was set for new ones. */
function usedBucket(bucket: FileBucket | null): FileBucket {
  if (!bucket) throw new BucketFault('A file lies in a bucket, but FILE_BUCKET_URL is not set')
  return bucket
}

/** Stores one piece, in a transaction of its own. */
export async function putPiece(
  { db, bucket }: Pick<Parts, 'db' | 'bucket'>,
  place: PiecesPlace,
  number: number,
  bytes: Buffer<ArrayBuffer>,
): Promise<void> {
  const { workspaceId, id } = place
  if (place.inBucket) return usedBucket(bucket).put(keyOf(place, number), bytes)
  await inWorkspace(db, workspaceId, (trx) =>
    trx.insertInto('fileChunk').values({ workspaceId, attachmentId: id, number, bytes }).execute(),
  )
}

/** @throws Error where the piece is missing */
export async function getPiece(
  { reads, bucket }: Pick<Parts, 'reads' | 'bucket'>,
  place: PiecesPlace,
  number: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { workspaceId, id } = place
  if (place.inBucket) return usedBucket(bucket).get(keyOf(place, number))
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
  return new Uint8Array(piece.bytes)
}

/** Pieces deleted from a bucket at a time. */
const atOnce = 8

/** Where a file lies and how large it is; its size is null while it arrives. A link holds nothing. */
export type StoredPieces = { id: string; inBucket: boolean; size: number | null }

/** Deletes what lies in the bucket of these files, for good. @throws BucketFault */
export async function deleteFromBucket(
  bucket: FileBucket | null,
  workspaceId: string,
  files: readonly StoredPieces[],
): Promise<void> {
  const keys = files.flatMap((file) =>
    file.inBucket
      ? Array.from({ length: Math.ceil((file.size ?? bounds.upload) / bounds.fileChunk) }, (_, number) =>
          keyOf({ workspaceId, ...file }, number),
        )
      : [],
  )
  for (let from = 0; from < keys.length; from += atOnce)
    await Promise.all(keys.slice(from, from + atOnce).map((key) => usedBucket(bucket).remove(key)))
}
