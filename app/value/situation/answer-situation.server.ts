import type { z } from 'zod'
import type { CommandContext, CompareContext, ComparedFields } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { noteJobTitle } from '#app/access/participants/find-participant.server.ts'
import { takenBackWords } from './heard-words.ts'
import { type changeSituationInput, isSituationConfirmed } from '../model.ts'
import {
  currentSituation,
  getStoredSituation,
  mergeSituation,
  situationChanges,
  situationColumns,
  situationSubject,
  situationValuesOf,
  wantedSituation,
  wasShared,
} from './stored-situation.server.ts'

type Input = z.infer<typeof changeSituationInput>

/**
 * The reader's own situation as it stands, to compare with what the reader saw.
 * @throws Refusal 404 for someone else's and for one that was never shared, 409 while its words are being changed
 */
export async function ownSituationNow(context: CompareContext<Input, 'plan'>): Promise<ComparedFields> {
  const { trx, workspaceId, row, input, actor } = context
  const situation = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
  if (actor.kind !== 'participant' || situation.participantId !== actor.id) throw notFound()
  if (situation.state !== 'draft') return currentSituation(situation)
  if (!wasShared(situation)) throw notFound()
  const workspace = await trx
    .selectFrom('workspace')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  throw new Refusal(409, takenBackWords(workspace.name))
}

/** The person confirms the situation: as it was written, or with what the person changed in it. */
export async function answerSituation(
  { trx, actor, workspaceId, row, input, now, record }: CommandContext<Input, 'plan'>,
  touched: ReadonlySet<string>,
): Promise<{ situationId: string }> {
  const situation = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
  const merged = mergeSituation(situation, wantedSituation(input, row.criticalDate), touched)
  const changes = situationChanges(situationValuesOf(situation), merged)
  const same = Object.keys(changes).length === 0
  if (same && isSituationConfirmed(situation.state)) return { situationId: situation.id }
  const state = same ? 'confirmed' : 'changed'
  await trx
    .updateTable('situation')
    .set({ ...situationColumns(merged), state, confirmedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', situation.id)
    .execute()
  // The person has said so now: their invitations are signed with it, and a confirmed win names it. At another customer than
  // the one that knows them first, it is no one's business.
  if (actor.kind === 'participant')
    await noteJobTitle(trx, { workspaceId, participantId: actor.id, accountId: row.accountId }, merged.jobTitle)
  await record({
    event: same ? 'situation confirmed' : 'situation put right',
    ...situationSubject(situation),
    changes: state === situation.state ? changes : { ...changes, state: { before: situation.state, after: state } },
  })
  return { situationId: situation.id }
}
