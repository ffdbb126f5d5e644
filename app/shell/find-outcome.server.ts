import type { WorkspaceReading } from '#db/reading.ts'
import { eventSentence, you } from '#app/plan/activity-sentences/event-words.ts'
import { planLinks } from '#app/kit/paths.ts'
import { offersUndo } from '#app/plan/undo/find-recent-change.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { type ToldOutcome, takeOutcome } from '#app/runner/outcome-cookie.server.ts'
import type { Outcome } from '#app/ui/outcome.ts'

/**
 * The outcome of the form that led to this page, in the words of the activity, shown once. The plan page shows the offer to undo.
 * @returns undefined where there is nothing to say, else also the Set-Cookie header that removes it
 */
export async function findOutcome(
  parts: Parts,
  request: Request,
  reader: { id: string; workspaceId: string } | undefined,
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
    isOnPlan && (await offersUndo(trx, { workspaceId, planId: scopeId, number }))
      ? null
      : wordsOf(trx, workspaceId, told),
  )
  return { outcome: words === null ? null : { id, words, scopeId, number }, end }
}

async function wordsOf(
  trx: WorkspaceReading,
  workspaceId: string,
  { scope, scopeId, number }: Exclude<ToldOutcome, { words: string }>,
): Promise<string | null> {
  const row = await trx
    .selectFrom('activity')
    .select(['event', 'subjectId', 'subject', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', scope)
    .where('scopeId', '=', scopeId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? eventSentence(readEvent(row), you) : null
}
