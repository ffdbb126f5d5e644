import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { isConfirmed, oneSituationInput } from '../model.ts'
import { getSheet, sheetSubject } from '../situation-sheet.server.ts'

/**
 * The person whose situation it is says *That is right*; from then on the champion sees it too.
 * @throws Refusal 404 for everybody else, and while it is a draft
 */
export const confirmSituation = defineCommand({
  name: 'confirm-situation',
  scope: 'plan',
  input: oneSituationInput,
  async run({ trx, workspaceId, row, input, actor, now, record }) {
    const sheet = await getSheet(trx, workspaceId, row.id, input.situationId)
    if (actor.kind !== 'participant' || sheet.participantId !== actor.id || sheet.state === 'draft') throw notFound()
    if (isConfirmed(sheet.state)) return { situationId: sheet.id }
    await trx
      .updateTable('situation')
      .set({ state: 'confirmed', confirmedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sheet.id)
      .execute()
    await record({
      event: 'situation confirmed',
      ...sheetSubject(sheet),
      changes: { state: { before: sheet.state, after: 'confirmed' } },
    })
    return { situationId: sheet.id }
  },
})
