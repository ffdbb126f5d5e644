import { Refusal } from '#app/runner/refusal.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { answerOf } from '../model.ts'
import type { PieceKind } from '#app/runner/events/reference-kinds.ts'
import { pieceRefusals } from './piece-words.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'todayIn'>

/**
 * The versions of a piece, newest first, for a consent that is in effect.
 * @throws Refusal 409 where the customer has not agreed to the kind, or no longer
 */
export async function takePieces({ trx, workspaceId, row, todayIn }: Context, kind: PieceKind) {
  const reference = await trx
    .selectFrom('reference')
    .select(['state', 'kinds', 'limits', 'covers'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .executeTakeFirst()
  const answer = reference && answerOf({ ...reference, winVersion: row.winVersion }, todayIn(row.timeZone))
  if (answer !== 'agreed' || !reference?.kinds.includes(kind)) throw new Refusal(409, pieceRefusals.notAgreed)
  return listVersions(trx, { workspaceId, planId: row.id, kind })
}

/** The versions of a piece, newest first. */
export const listVersions = (
  trx: Context['trx'],
  { workspaceId, planId, kind }: { workspaceId: string; planId: string; kind: PieceKind },
) =>
  trx
    .selectFrom('referencePiece')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute()
