import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { changeSituationInput, isConfirmed } from '../model.ts'
import {
  currentSheet,
  getSheet,
  mergeSheet,
  sheetChanges,
  sheetColumns,
  sheetSubject,
  sheetValues,
  wantedSheet,
} from '../situation-sheet.server.ts'

/**
 * The person puts the sheet right in words of their own, which confirms it. Sent unchanged it is simply confirmed.
 * @throws Refusal 404 for everybody else, and while it is a draft
 */
export const changeSituation = defineCommand({
  name: 'change-situation',
  scope: 'plan',
  input: changeSituationInput,
  async current({ trx, workspaceId, row, input, actor }) {
    const sheet = await getSheet(trx, workspaceId, row.id, input.situationId)
    if (actor.kind !== 'participant' || sheet.participantId !== actor.id || sheet.state === 'draft') throw notFound()
    return currentSheet(sheet)
  },
  async run({ trx, workspaceId, row, input, now, record }, touched) {
    const sheet = await getSheet(trx, workspaceId, row.id, input.situationId)
    const merged = mergeSheet(sheet, wantedSheet(input, row.criticalDate), touched)
    const changes = sheetChanges(sheetValues(sheet), merged)
    const same = Object.keys(changes).length === 0
    if (same && isConfirmed(sheet.state)) return { situationId: sheet.id }
    const state = same ? 'confirmed' : 'changed'
    if (state !== sheet.state) changes['state'] = { before: sheet.state, after: state }
    await trx
      .updateTable('situation')
      .set({ ...sheetColumns(merged), state, confirmedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sheet.id)
      .execute()
    await record({
      event: same ? 'situation confirmed' : 'situation put right',
      ...sheetSubject(sheet),
      changes,
    })
    return { situationId: sheet.id }
  },
})
