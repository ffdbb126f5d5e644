import type { WorkspaceReading } from '#db/reading.ts'
import { isPutBack } from './is-put-back.ts'
import type { RecordedEvent } from './receipts.server.ts'

/** Whether anything that a command recorded was taken back since, by undoing it or by another change, and is still as it was before. */
export async function wasTakenBack(
  trx: WorkspaceReading,
  workspaceId: string,
  recorded: readonly RecordedEvent[],
): Promise<boolean> {
  const scopes = new Map(recorded.map(({ scope, scopeId }) => [scopeId, { workspaceId, scope, scopeId }]))
  for (const where of scopes.values()) {
    const own = recorded.filter(({ scopeId }) => scopeId === where.scopeId).map(({ number }) => number)
    if (isPutBack(new Set(own), await listSince(trx, where, own))) return true
  }
  return false
}

/** The events with these numbers and all that came after them, of the same subjects, in order. */
async function listSince(
  trx: WorkspaceReading,
  { workspaceId, scope, scopeId }: { workspaceId: string } & Pick<RecordedEvent, 'scope' | 'scopeId'>,
  own: readonly number[],
) {
  const rows = await trx
    .selectFrom('activity')
    .select(['number', 'subjectId', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', scope)
    .where('scopeId', '=', scopeId)
    .where('number', '>=', Math.min(...own))
    .where('subjectId', 'in', (of) =>
      of
        .selectFrom('activity as first')
        .select('first.subjectId')
        .where('first.workspaceId', '=', workspaceId)
        .where('first.scope', '=', scope)
        .where('first.scopeId', '=', scopeId)
        .where('first.number', 'in', own),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}
