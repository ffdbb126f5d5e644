import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { uploadTooLarge } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { BucketFault } from '#app/kit/file-bucket.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { ArrivingFile } from '#app/runner/read-upload.server.ts'
import type { Author } from '../core/author-of.ts'
import { emptyFileWords, forbiddenTypeWords, lyingNameWords, notStoredWords, notUtf8Words } from './attachment-words.ts'
import { cleanFileName } from '../core/file-name.ts'
import { fileTypeOf, holdsWhatItSays } from './file-types.ts'
import { deleteFiles } from './delete-files.server.ts'
import { putPiece } from './file-pieces.server.ts'
import { inChunks } from './in-chunks.ts'

/** A file that has arrived, and that `add-file` can add. */
export type StoredFile = { id: string; name: string; digest: string }

type Place = { workspaceId: string; planId: string; subjectId: string; author: Author }

/**
 * Stores a file piece by piece while it arrives, each piece in a transaction of its own, so that neither memory nor a connection is held
 * for a slow sender. No one sees it until it is added; of one that is refused, or whose sender leaves, nothing stays.
 * @returns why it is refused, in words for its sender
 */
export async function storeFile(
  parts: Pick<Parts, 'db' | 'clock' | 'bucket' | 'log'>,
  place: Place,
  file: ArrivingFile,
): Promise<StoredFile | { refused: string }> {
  const name = cleanFileName(file.name)
  const type = fileTypeOf(name)
  if (!type) return { refused: forbiddenTypeWords(name) }
  const { workspaceId, planId, subjectId, author } = place
  const pieces = { workspaceId, id: newId(), inBucket: parts.bucket !== null }
  const { id, inBucket } = pieces
  const change = (work: (trx: WorkspaceTransaction) => Promise<unknown>) => inWorkspace(parts.db, workspaceId, work)
  // Where that fails, a night deletes it.
  const discard = () =>
    discardUnadded(parts, workspaceId, id).catch((error: unknown) =>
      parts.log.warn({ err: error }, 'a file that was refused could not be deleted'),
    )

  await change((trx) =>
    trx
      .insertInto('attachment')
      .values({
        ...{ workspaceId, id, planId, subjectId, name, inBucket },
        ...{ side: author.side, addedById: author.id, addedByName: author.name },
        createdAt: parts.clock.now(),
      })
      .execute(),
  )
  try {
    const seen = await takePieces(file.bytes, (number, bytes) => putPiece(parts, pieces, number, bytes))
    const refused = whyRefused(name, type, seen)
    if (refused !== null) {
      await discard()
      return { refused }
    }
    const { size, digest } = seen
    await change((trx) =>
      trx
        .updateTable('attachment')
        .set({ contentType: type.contentType, size, digest })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute(),
    )
    return { id, name, digest }
  } catch (error) {
    await discard()
    if (!(error instanceof BucketFault)) throw error
    parts.log.error({ err: error }, 'a file could not be stored')
    return { refused: notStoredWords }
  }
}

type Seen = Awaited<ReturnType<typeof takePieces>>

/** Hands on the pieces of a file, in order, and says what it is; ends early where it is larger than any may be. */
async function takePieces(
  bytes: AsyncIterable<Buffer>,
  keep: (number: number, bytes: Buffer<ArrayBuffer>) => Promise<unknown>,
) {
  const hash = createHash('sha256')
  const text = textReader()
  let [number, size] = [0, 0]
  let kind: string | undefined
  let beginning = ''
  for await (const piece of inChunks(bytes, bounds.fileChunk)) {
    size += piece.length
    if (size > bounds.upload) break
    if (number === 0) {
      kind = (await fileTypeFromBuffer(piece))?.ext
      beginning = piece
        .subarray(0, 1_000)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
    }
    hash.update(piece)
    text.read(piece)
    await keep(number++, piece)
  }
  return { size, digest: hash.digest('hex'), kind, beginning, isText: text.isText() }
}

/** Whether bytes are UTF-8 without NUL, piece by piece. */
function textReader() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isText = true
  const decode = (bytes?: Buffer) => {
    if (!isText) return
    try {
      decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      isText = false
    }
  }
  return {
    read(bytes: Buffer) {
      if (bytes.includes(0)) isText = false
      decode(bytes)
    },
    isText() {
      decode()
      return isText
    },
  }
}

function whyRefused(name: string, type: NonNullable<ReturnType<typeof fileTypeOf>>, seen: Seen): string | null {
  if (seen.size === 0) return emptyFileWords
  if (seen.size > bounds.upload) return uploadTooLarge
  if (holdsWhatItSays(type, seen)) return null
  const isOnlyCoded = type.contents.length === 0 && seen.kind === undefined && !seen.isText
  return isOnlyCoded ? notUtf8Words(name) : lyingNameWords({ name, words: type.words })
}

/** Deletes a stored file that was not added: its form was refused, or had added it before. @throws BucketFault */
export const discardUnadded = (parts: Pick<Parts, 'db' | 'bucket'>, workspaceId: string, id: string): Promise<number> =>
  deleteFiles(parts, {
    workspaceId,
    find: (trx) =>
      trx
        .selectFrom('attachment')
        .select(['id', 'inBucket', 'size'])
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('addedAt', 'is', null)
        .execute(),
  })
