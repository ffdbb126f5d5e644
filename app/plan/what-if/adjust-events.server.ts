import type { Change, NewEvent } from '#app/runner/command.ts'
import { closedWords } from '../core/calendar-words.ts'
import { linkWords } from '../core/link-words.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { ViewerSide } from '../core/people.ts'
import { type Edit, storedValue } from '../core/edits.ts'
import type { SpreadChanges } from './write-edits.server.ts'

/** The events of the single subjects, each as its own command would have told it, spreads that followed the working days among them. */
export function detailsOf(
  before: StoredRows,
  after: StoredRows,
  edits: readonly Edit[],
  spreads: SpreadChanges,
): NewEvent[] {
  const changeOf = (edit: Edit): Change => ({ before: storedValue(before, edit) ?? null, after: edit.value })
  const events: NewEvent[] = []
  for (const task of before.tasks) {
    const own = edits.filter((edit) => 'task' in edit && edit.task === task.id)
    if (own.length === 0) continue
    const links = own.flatMap((edit) => (edit.field === 'lag' ? [edit] : []))
    const ownerOf = (id: string) => before.tasks.find((it) => it.id === id)?.privateTo ?? null
    // What a shared task shares with its side's own ones is that side's; the rest of the same change is read by both.
    for (const visibleTo of ([task.privateTo, 'vendor', 'customer'] as const).filter(isFirst)) {
      const isTold = ({ after: id }: { after: string }) => (task.privateTo ?? ownerOf(id)) === visibleTo
      const told = links.filter(isTold)
      const fields = visibleTo === task.privateTo ? own.flatMap((edit) => (edit.field === 'lag' ? [] : [edit])) : []
      if (told.length + fields.length === 0) continue
      events.push({
        event: 'task changed',
        subjectId: task.id,
        subject: task.title,
        visibleTo,
        changes: Object.fromEntries([
          ...fields.map((edit) => [edit.field, changeOf(edit)] as const),
          ...(visibleTo === task.privateTo ? Object.entries(spreads.get(task.id) ?? {}) : []),
          ...told.map((edit) => [`lag.${edit.after}`, changeOf(edit)] as const),
          ...(told.length > 0
            ? [
                [
                  'dependsOn',
                  { before: waitsFor(before, task.id, visibleTo), after: waitsFor(after, task.id, visibleTo) },
                ] as const,
              ]
            : []),
        ]),
      })
    }
  }
  const dates = edits.flatMap((edit) => (edit.field === 'criticalDate' || edit.field === 'winBy' ? [edit] : []))
  const plan = { subjectId: before.plan.id, subject: before.plan.project }
  if (dates.length > 0)
    events.push({
      event: 'terms changed',
      ...plan,
      changes: Object.fromEntries(dates.map((edit) => [edit.field, changeOf(edit)])),
    })
  const closed = edits.flatMap((edit) => (edit.field === 'closed' ? [edit] : []))
  if (closed.length > 0)
    events.push({
      event: 'calendar changed',
      ...plan,
      changes: Object.fromEntries([
        ...closed.map((edit) => [`closed.${edit.side}.${edit.from}.${edit.to}`, changeOf(edit)] as const),
        ...(['vendorCalendar', 'customerCalendar'] as const)
          .filter((key) => after.plan[key] !== before.plan[key])
          .map((key): [string, Change] => [
            // The name under which the calendar's own form tells of it, so that either finds who changed it last.
            key === 'vendorCalendar' ? 'vendorClosed' : 'customerClosed',
            { before: before.plan[key].closed.map(closedWords), after: after.plan[key].closed.map(closedWords) },
          ]),
      ]),
    })
  return events
}

const isFirst = <Item>(item: Item, at: number, all: readonly Item[]) => all.indexOf(item) === at

/** What a task waits for, in words for those who read the event; what they may not know is passed over. */
const waitsFor = ({ tasks }: StoredRows, id: string, reader: ViewerSide | null): string[] =>
  (tasks.find((task) => task.id === id)?.dependsOn ?? []).flatMap((link) => {
    const other = tasks.find((it) => it.id === link.task)
    return other && (other.privateTo === null || other.privateTo === reader) ? [linkWords(link, other.title)] : []
  })
