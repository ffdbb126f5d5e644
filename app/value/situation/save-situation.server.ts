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
 * The vendor records what discovery found about one person, or edits it. A shared situation becomes a draft again, so that no one
 * confirms other words than those they read; a confirmed one belongs to its person alone.
 * @throws Refusal 404 for another plan's situation, 409 for a confirmed one, 422 without a person
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
      const situation = { id, ...person, ...situationColumns(wanted) }
      await trx
        .insertInto('situation')
        .values({ workspaceId, planId: row.id, state: 'draft', createdAt: now, ...situation })
        .execute()
      await record({
        event: 'situation noted',
        ...situationSubject(situation),
        changes: situationChanges(null, wanted),
      })
      return { situationId: id }
    }

    const situation = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
    const merged = mergeSituation(situation, wanted, touched)
    const who = person && !situation.participantId ? person : null
    const changes = {
      ...situationChanges(situationValuesOf(situation), merged),
      ...(who && who.participantId !== situation.participantId
        ? { personId: { before: situation.participantId, after: who.participantId } }
        : {}),
      ...(who && who.personName !== situation.personName
        ? { personName: { before: situation.personName, after: who.personName } }
        : {}),
    }
    if (Object.keys(changes).length === 0) return { situationId: situation.id }
    if (isSituationConfirmed(situation.state))
      throw new Refusal(409, situationRefusals.confirmedBy(situation.personName))
    await trx
      .updateTable('situation')
      .set({ ...situationColumns(merged), ...who, state: 'draft', sharedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', situation.id)
      .execute()
    const state = { before: situation.state, after: 'draft' }
    await record({
      event: 'situation changed',
      ...situationSubject({ ...situation, ...who }),
      changes: situation.state === 'shared' ? { ...changes, state } : changes,
    })
    return { situationId: situation.id }
  },
})

/** @throws Refusal 422 where the plan has as many situations as it may */
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
