import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { isSituationConfirmed, saveSituationInput } from '../model.ts'
import { listPlanPeople } from '../plan-people.server.ts'
import {
  currentSituation,
  getStoredSituation,
  mergeSituation,
  situationChanges,
  situationColumns,
  situationSubject,
  situationValuesOf,
  wantedSituation,
} from './stored-situation.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { situationRefusals, tooManySituationsWords } from './situation-words.ts'

/**
 * The vendor records what discovery found about one person, or edits it. A shared sheet becomes a draft again, so that no one
 * confirms other words than those they read; a confirmed one belongs to its person alone.
 * @throws Refusal 404 for another plan's sheet, 409 for a confirmed one, 422 without a person
 */
export const saveSituation = defineCommand({
  name: 'save-situation',
  scope: 'plan',
  input: saveSituationInput,
  async current({ trx, workspaceId, row, input }) {
    if (!input.situationId) return { subjectId: row.id, fields: {} }
    return currentSituation(await getStoredSituation(trx, workspaceId, row.id, input.situationId))
  },
  async run({ trx, workspaceId, row, input, now, record }, touched) {
    const wanted = wantedSituation(input, row.criticalDate)
    const person = await personOf(trx, { workspaceId, planId: row.id }, input.personId, input.personName)
    if (!input.situationId) {
      if (!person) throw fieldRefusal('personName', situationRefusals.choosePerson)
      await refuseFull(trx, { workspaceId, planId: row.id })
      const id = newId()
      const sheet = { id, ...person, ...situationColumns(wanted) }
      await trx
        .insertInto('situation')
        .values({ workspaceId, planId: row.id, state: 'draft', createdAt: now, ...sheet })
        .execute()
      await record({ event: 'situation noted', ...situationSubject(sheet), changes: situationChanges(null, wanted) })
      return { situationId: id }
    }

    const sheet = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
    const merged = mergeSituation(sheet, wanted, touched)
    const who = person && !sheet.participantId ? person : null
    const changes = {
      ...situationChanges(situationValuesOf(sheet), merged),
      ...(who && who.participantId !== sheet.participantId
        ? { personId: { before: sheet.participantId, after: who.participantId } }
        : {}),
      ...(who && who.personName !== sheet.personName
        ? { personName: { before: sheet.personName, after: who.personName } }
        : {}),
    }
    if (Object.keys(changes).length === 0) return { situationId: sheet.id }
    if (isSituationConfirmed(sheet.state)) throw new Refusal(409, situationRefusals.confirmedBy(sheet.personName))
    await trx
      .updateTable('situation')
      .set({ ...situationColumns(merged), ...who, state: 'draft', sharedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', sheet.id)
      .execute()
    const state = { before: sheet.state, after: 'draft' }
    await record({
      event: 'situation changed',
      ...situationSubject({ ...sheet, ...who }),
      changes: sheet.state === 'shared' ? { ...changes, state } : changes,
    })
    return { situationId: sheet.id }
  },
})

/** @throws Refusal 422 where the plan has as many sheets as it may */
async function refuseFull(trx: WorkspaceTransaction, { workspaceId, planId }: { workspaceId: string; planId: string }) {
  const { size } = await trx
    .selectFrom('situation')
    .select(({ fn }) => fn.countAll<number>().as('size'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  if (size >= bounds.situations) throw fieldRefusal('personName', tooManySituationsWords(bounds.situations))
}

type Person = { participantId: string | null; personName: string }

/** The person that the form names: a participant of this plan, someone by name, or no one. */
async function personOf(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  personId: string | undefined,
  personName: string | null,
): Promise<Person | null> {
  if (!personId || personId === 'else') return personName ? { participantId: null, personName } : null
  const seats = await listPlanPeople(trx, workspaceId, planId)
  const seat = seats.find(({ id }) => id === personId)
  if (!seat) throw fieldRefusal('personId', situationRefusals.notOnPlan)
  return { participantId: seat.id, personName: seat.name }
}
