import type { StoredNotice } from '#app/outbox/notice-kinds.ts'

/**
 * The notices of one plan, oldest first, with one for each thing: the last of those that say the same, and one from the first value to the last of
 * those that tell a change. A change that was taken back leaves none.
 */
export function oncePerThing<Waiting extends { told: StoredNotice }>(notices: readonly Waiting[]): Waiting[] {
  const things = Map.groupBy(notices, ({ told }, at) => thingOf(told) ?? `${at}`)
  return [...things.values()].flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)]
    return first && last ? fromFirstToLast(first, last) : []
  })
}

function fromFirstToLast<Waiting extends { told: StoredNotice }>(first: Waiting, last: Waiting): Waiting[] {
  if (first === last) return [last]
  if (first.told.kind === 'participant-changed' && last.told.kind === 'participant-changed') {
    const { before } = first.told.facts
    return before === last.told.facts.after
      ? []
      : [{ ...last, told: { ...last.told, facts: { ...last.told.facts, before } } }]
  }
  if (first.told.kind !== 'win-corrected' || last.told.kind !== 'win-corrected') return [last]
  const { before } = first.told.facts
  const { statement, measured, unit } = last.told.facts
  if (before.statement === statement && before.measured === measured && before.unit === unit) return []
  return [{ ...last, told: { ...last.told, facts: { ...last.told.facts, before } } }]
}

/** What a notice is about, among those of its plan; null for what is told each time. */
function thingOf({ kind, facts }: StoredNotice): string | null {
  switch (kind) {
    case 'task-sent-back':
    case 'approval-asked':
      return `${kind} ${facts.taskId ?? facts.task}`
    case 'participant-changed':
      return `${kind} ${facts.email}`
    case 'piece-sent':
    case 'piece-answered':
      return `${kind} ${facts.piece}`
    case 'comment-added':
      return `${kind} ${facts.commentId}`
    case 'plan-objected':
      return `${kind} ${facts.by}`
    case 'situation-shared':
    case 'reference-asked':
    case 'logo-asked':
    case 'win-asked':
    case 'win-corrected':
    case 'win-not-yet':
    case 'win-to-look-at':
      return kind
    default:
      return null
  }
}
