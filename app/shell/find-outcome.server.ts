import type { WorkspaceReading } from '#db/reading.ts'
import { outcomeSentences } from '#app/plan/activity-sentences/outcome-sentences.ts'
import { planLinks } from '#app/kit/paths.ts'
import { offersUndo } from '#app/plan/undo/find-recent-change.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type PersonActor, sideOf } from '#app/policy/policy.ts'
import { eventsToldToActor } from '#app/runner/events/catalogue.ts'
import { type ToldOutcome, takeOutcome } from '#app/runner/outcome-cookie.server.ts'
import type { Outcome } from '#app/ui/outcome.ts'

/**
 * The outcome of the form that led to this page, in the words of the activity about all that it did, shown once. The plan page shows the offer to undo.
 * @returns undefined where there is nothing to say, else also the Set-Cookie header that removes it
 */
export async function findOutcome(
  parts: Parts,
  request: Request,
  reader: PersonActor | undefined,
): Promise<{ outcome: Outcome | null; end: string } | undefined> {
  const taken = takeOutcome(parts, request, reader?.id)
  if (!taken) return undefined
  const { id, told, end } = taken
  if ('words' in told) return { outcome: { id, words: told.words, scopeId: null, number: 0 }, end }
  if (!reader) return { outcome: null, end }
  const { workspaceId } = reader
  const { scopeId, lastNumber: number } = told
  const isOnPlan = new URL(request.url).pathname === planLinks(scopeId).plan
  const words = await parts.reads.in(workspaceId, async (trx) =>
    isOnPlan && (await offersUndo(trx, { workspaceId, planId: scopeId, number })) ? null : wordsOf(trx, reader, told),
  )
  return { outcome: words === null ? null : { id, words, scopeId, number }, end }
}

/** All that the form did, in the order of its events, as far as the reader's side may know of it. */
async function wordsOf(
  trx: WorkspaceReading,
  reader: PersonActor,
  { scope, scopeId, number, lastNumber }: Exclude<ToldOutcome, { words: string }>,
): Promise<string | null> {
  const rows = await trx
    .selectFrom('activity')
    .select(['event', 'subjectId', 'subject', 'changes'])
    .where('workspaceId', '=', reader.workspaceId)
    .where('scope', '=', scope)
    .where('scopeId', '=', scopeId)
    .where('number', '>=', number)
    .where('number', '<=', lastNumber)
    .where((row) =>
      row.or([
        row('visibleTo', 'is', null),
        row('visibleTo', '=', sideOf(reader)),
        row('event', 'in', eventsToldToActor),
        // What the form did first is always told to the person who sent it.
        row('number', '=', number),
      ]),
    )
    .orderBy('number')
    .execute()
  return rows.length > 0 ? outcomeSentences(rows) : null
}
