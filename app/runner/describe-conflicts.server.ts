import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Scope, Sight } from '#app/policy/policy.ts'
import { findLastChange } from './activity-log.server.ts'
import type { ComparedFields, PlainValue } from './command.ts'
import { asPosted } from './compare.ts'
import type { Conflict } from './refusal.ts'

/** Both values of each field that two people changed, with who was first and when, as far as the sender may know. */
export async function describeConflicts(
  trx: WorkspaceTransaction,
  where: { workspaceId: string; scope: Scope; scopeId: string },
  sight: Sight,
  fields: string[],
  input: Record<string, unknown>,
  current: ComparedFields,
  now: Date,
): Promise<Conflict[]> {
  const conflicts: Conflict[] = []
  for (const field of fields) {
    // Rare, and one or two fields at most.
    const stored = current.fields[field]
    const noted = stored?.noted ?? { subjectId: current.subjectId, field }
    const last = await findLastChange(trx, where, current.tellsEveryChange ? null : sight, noted)
    conflicts.push({
      field,
      label: stored?.label ?? field,
      yours: asPosted(input[field] as PlainValue),
      theirs: asPosted(stored?.value),
      by: last?.by ?? 'Someone',
      at: (last?.at ?? now).toISOString(),
    })
  }
  return conflicts
}
