import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { day } from '#app/kit/durations.ts'
import { bounds } from '#app/kit/limits.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { writePieceInput } from '../model.ts'
import { getWinFacts } from '../win-facts.server.ts'
import { currentText, keepDraft } from './keep-draft.server.ts'
import { pieceRefusals, pieceWords } from './piece-words.ts'
import { takePieces } from './take-pieces.server.ts'

/**
 * Sends a quote or a case study to the champion, who approves it word for word. A version that waits is taken back for it; the approved one
 * stays shown until this one is approved.
 * @throws Refusal 409 where the champion was sent many today, the kind is not agreed to, no champion is left on the plan, the words were changed since they were read, or these very
 * words wait or are approved already
 */
export const sendPiece = defineCommand({
  name: 'send-piece',
  scope: 'plan',
  input: writePieceInput,
  standsByAll: true,
  async current(context) {
    const value = await currentText(context, context.input.kind)
    return { subjectId: context.row.id, fields: { text: { label: pieceWords.text, value } } }
  },
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, record, notify } = context
    if (actor.kind !== 'member') throw notFound()
    const { kind, text } = input
    const planId = row.id
    const versions = await takePieces(context, kind)
    const same = versions.find((it) => it.text === text && (it.state === 'sent' || it.state === 'approved'))
    if (same) throw new Refusal(409, same.state === 'sent' ? pieceRefusals.waitsAlready : pieceRefusals.approvedAlready)
    const champion = await otherSideOf(context, 'vendor')
    if (!champion) throw new Refusal(409, pieceRefusals.noChampion)
    if ((await countSentToday(context)) >= bounds.piecesSentADay) throw new Refusal(409, pieceRefusals.sentOften)
    const version = await keepDraft(context, versions, { kind, text, memberId: actor.id })
    const pieces = trx
      .updateTable('referencePiece')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('kind', '=', kind)
    await pieces.set({ state: 'replaced' }).where('state', '=', 'sent').execute()
    await pieces.set({ state: 'sent', sentAt: now }).where('version', '=', version).execute()
    await record({
      event: 'piece sent',
      subjectId: planId,
      subject: row.project,
      changes: { kinds: { before: null, after: [kind] } },
    })
    const { workspace, account, project } = await getWinFacts(trx, workspaceId, planId)
    await notify({
      kind: 'piece-sent',
      facts: {
        workspace,
        account,
        project,
        name: champion.name,
        by: actor.name,
        piece: kindNames[kind],
        pieceKind: kind,
      },
      to: champion.to,
      planId,
      link: { kind: 'return', planId, next: planLinks(planId).referencePiece(kind) },
    })
    return { sent: champion.name }
  },
})

/** Each is an email to the champion, of whatever kind. */
async function countSentToday({ trx, workspaceId, row, now }: CommandContext<unknown, 'plan'>): Promise<number> {
  const { count } = await trx
    .selectFrom('referencePiece')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('sentAt', '>', new Date(now.getTime() - day))
    .executeTakeFirstOrThrow()
  return Number(count)
}
