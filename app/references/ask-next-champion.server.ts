import { planLinks } from '#app/kit/paths.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'
import { type Leader, otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { answerOf } from './model.ts'
import { getWinFacts } from './win-facts.server.ts'

type Context = CommandContext<unknown, 'plan'>

/**
 * Someone else is champion: whether they would be a reference, and texts that wait for an approval, are asked of them. A *No* or *Later* was the former
 * one's, and the picture of a logo can be asked for at once.
 */
export async function askNextChampion(context: Context, { isNew }: { isNew: boolean }): Promise<void> {
  const { trx, workspaceId, row } = context
  if (!isNew || row.state !== 'won') return
  const champion = await otherSideOf(context, 'vendor')
  const reference = await findReference(context)
  if (!champion || !reference) return
  await recallUntried(trx, { workspaceId, planId: row.id, kinds: ['reference-asked', 'piece-sent', 'logo-asked'] })
  await forgetAnswer(context)
  await askForReferenceAgain(context, champion)
  await sendPiecesAgain(context, champion, reference)
}

const findReference = ({ trx, workspaceId, row }: Context) =>
  trx
    .selectFrom('reference')
    .select(['state', 'kinds', 'covers', 'limits'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .executeTakeFirst()

/** A consent stays; anything else that the former champion answered binds no one else. */
async function forgetAnswer({ trx, workspaceId, row }: Context): Promise<void> {
  const ofPlan = trx.updateTable('reference').where('workspaceId', '=', workspaceId).where('planId', '=', row.id)
  await ofPlan.set({ logoAskedAt: null }).execute()
  await ofPlan
    .set({ state: 'not asked', participantId: null, answeredAt: null })
    .where('state', 'in', ['declined', 'later'])
    .execute()
}

async function askForReferenceAgain({ trx, workspaceId, row, notify }: Context, champion: Leader): Promise<void> {
  const planId = row.id
  const asked = await trx
    .selectFrom('reference')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.workspaceId', '=', 'reference.workspaceId')
        .onRef('activity.scopeId', '=', 'reference.planId')
        .on('activity.scope', '=', 'plan')
        .on('activity.event', '=', 'reference asked for'),
    )
    .select('activity.actorName as by')
    .where('reference.workspaceId', '=', workspaceId)
    .where('reference.planId', '=', planId)
    .where('askedAt', 'is not', null)
    .where(({ or, eb, ref }) => or([eb('answeredAt', 'is', null), eb('answeredAt', '<', ref('askedAt'))]))
    .orderBy('activity.number', 'desc')
    .executeTakeFirst()
  if (!asked) return
  const { workspace, account, project, statement } = await getWinFacts(trx, workspaceId, planId)
  await notify({
    kind: 'reference-asked',
    facts: { workspace, account, project, statement, name: champion.name, by: asked.by },
    to: champion.to,
    planId,
    link: { kind: 'return', planId, next: planLinks(planId).reference },
  })
}

type Reference = NonNullable<Awaited<ReturnType<typeof findReference>>>

/** Only what can be approved: where the consent is not in effect, or no longer covers it, no one is asked. */
async function sendPiecesAgain(
  { trx, workspaceId, row, todayIn, notify }: Context,
  champion: Leader,
  reference: Reference,
): Promise<void> {
  const planId = row.id
  if (answerOf({ ...reference, winVersion: row.winVersion }, todayIn(row.timeZone)) !== 'agreed') return
  const pieces = await trx
    .selectFrom('referencePiece')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referencePiece.workspaceId')
        .onRef('member.id', '=', 'referencePiece.memberId'),
    )
    .select(['kind', 'member.name as by'])
    .where('referencePiece.workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', 'sent')
    .where('kind', 'in', reference.kinds)
    .execute()
  if (pieces.length === 0) return
  const { workspace, account, project } = await getWinFacts(trx, workspaceId, planId)
  for (const { kind, by } of pieces) {
    const piece = kind === 'quote' ? 'quote' : 'case-study'
    await notify({
      kind: 'piece-sent',
      facts: { workspace, account, project, name: champion.name, by, piece: kindNames[piece], pieceKind: piece },
      to: champion.to,
      planId,
      link: { kind: 'return', planId, next: planLinks(planId).referencePiece(piece) },
    })
  }
}
