import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { paths } from '#app/kit/paths.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { answerPieceInput } from '../model.ts'
import { tellUsers } from '../tell-users.server.ts'
import { pieceRefusals } from './piece-words.ts'
import { takePieces } from './take-pieces.server.ts'

/**
 * The champion approves a quote or a case study as it was read, or sends it back with a reason. Only what was approved is shown.
 * @throws Refusal 409 where the words have changed since they were read, or wait for no answer any longer; 422 without a reason
 */
export const answerPiece = defineCommand({
  name: 'answer-piece',
  scope: 'plan',
  input: answerPieceInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, now, record, notify } = context
    const { kind, version, answer, reason } = input
    const planId = row.id
    const versions = await takePieces(context, kind)
    const read = versions.find((it) => it.version === version)
    const waiting = versions.find(({ state }) => state === 'sent')
    if (read?.state === 'approved' && answer === 'approve') return { answer }
    if (waiting && waiting.version !== version) throw new Refusal(409, pieceRefusals.changed)
    if (!waiting) throw new Refusal(409, pieceRefusals.notWaiting)
    if (answer === 'return' && reason === null) throw fieldRefusal('reason', pieceRefusals.giveReason)
    const pieces = trx
      .updateTable('referencePiece')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('kind', '=', kind)
    const isApproved = answer === 'approve'
    if (isApproved) await pieces.set({ state: 'replaced' }).where('state', '=', 'approved').execute()
    await pieces
      .set({
        state: isApproved ? 'approved' : 'sent back',
        participantId: actor.kind === 'participant' ? actor.id : null,
        answeredAt: now,
        reason: isApproved ? null : reason,
      })
      .where('version', '=', version)
      .execute()
    // A quote is shown from the consent on, a case study once it was approved.
    const replaces = kind === 'quote' || versions.some(({ state }) => state === 'approved')
    if (isApproved && replaces) await tellUsers(context, { planId, kinds: [kind], by: actor.name, changed: 'words' })
    await record({
      event: isApproved ? 'piece approved' : 'piece sent back',
      subjectId: planId,
      subject: row.project,
      changes: {
        kinds: { before: null, after: [kind] },
        ...(isApproved ? {} : { reason: { before: null, after: reason } }),
      },
    })
    const writer = await trx
      .selectFrom('member')
      .select(['id as memberId', 'email as address'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', waiting.memberId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (writer)
      await notify({
        kind: 'piece-answered',
        facts: { by: actor.name, piece: kindNames[kind], reason: isApproved ? null : reason },
        to: writer,
        planId,
        link: { path: paths.plan(planId) },
      })
    return { answer }
  },
})
