import type { CommandContext } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { keepUnder } from '#app/kit/field-words.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import { pieceRefusals } from './piece-words.ts'
import { isWithdrawn } from './piece-version.ts'
import { listVersions } from './take-pieces.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'now'>
type Versions = Awaited<ReturnType<typeof listVersions>>
type Draft = { kind: PieceKind; text: string; memberId: string }

/**
 * Keeps what marketing writes: in the draft that is there, else in a new version, since what was sent never changes.
 * @returns the number of the draft
 */
export async function keepDraft(
  { trx, workspaceId, row, now }: Context,
  versions: Versions,
  { kind, text, memberId }: Draft,
): Promise<number> {
  if (kind === 'quote' && text.length > textSizes.note) throw fieldRefusal('text', keepUnder(textSizes.note))
  const [newest] = versions
  const of = { workspaceId, planId: row.id, kind }
  const written = { text, memberId, writtenAt: now }
  if (newest?.state === 'draft') {
    await trx
      .updateTable('referencePiece')
      .set(written)
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('kind', '=', kind)
      .where('version', '=', newest.version)
      .execute()
    return newest.version
  }
  if (versions.length >= bounds.pieceVersions) throw new Refusal(409, pieceRefusals.tooManyVersions)
  const version = (newest?.version ?? 0) + 1
  await trx
    .insertInto('referencePiece')
    .values({ ...of, ...written, version, state: 'draft' })
    .execute()
  return version
}

/** What the newest version that can be begun with says, for comparing with what a writer saw. */
export async function currentText({ trx, workspaceId, row }: Omit<Context, 'now'>, kind: PieceKind) {
  const versions = await listVersions(trx, { workspaceId, planId: row.id, kind })
  return versions.find((version) => !isWithdrawn(kind, version))?.text ?? null
}
