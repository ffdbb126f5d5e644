import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { namedLinks } from '../core/named-links.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { ViewerSide } from '../core/viewer-side.ts'
import type { Edit, TaskEdit } from '../edits/edit.ts'
import type { SpreadChanges } from './write-edits.server.ts'

/** The events of the single subjects, each as its own command would have told it, spreads that followed the working days among them. */
export function adjustEvents(
  before: StoredRows,
  after: StoredRows,
  edits: readonly Edit[],
  spreads: SpreadChanges,
): NewEvent[] {
  const events: NewEvent[] = []
  for (const task of before.tasks) {
    const own = edits.filter((edit): edit is TaskEdit => 'task' in edit && edit.task === task.id)
    if (own.length === 0) continue
    const links = own.flatMap((edit) => (edit.field === 'lag' ? [edit] : []))
    const ownerOf = (id: string) => before.tasks.find((it) => it.id === id)?.privateTo ?? null
    // What a shared task shares with its side's own ones is that side's; the rest of the same change is read by both.
    for (const visibleTo of ([task.privateTo, 'vendor', 'customer'] as const).filter(isFirst)) {
      const isTold = ({ after: id }: { after: string }) => (task.privateTo ?? ownerOf(id)) === visibleTo
      const told = links.filter(isTold)
      const fields = visibleTo === task.privateTo ? own.flatMap(({ field }) => (field === 'lag' ? [] : [field])) : []
      if (told.length + fields.length === 0) continue
      events.push({
        event: 'task changed',
        subjectId: task.id,
        subject: task.title,
        visibleTo,
        changes: {
          ...changedFields(fields, task, after.tasks.find(({ id }) => id === task.id) ?? task),
          ...(visibleTo === task.privateTo ? spreads.get(task.id) : {}),
          ...(told.length > 0
            ? {
                dependsOn: {
                  before: waitsFor(before, task.id, visibleTo),
                  after: waitsFor(after, task.id, visibleTo),
                },
              }
            : {}),
        },
      })
    }
  }
  const dates = edits.flatMap((edit) => (edit.field === 'criticalDate' || edit.field === 'winBy' ? [edit.field] : []))
  const plan = { subjectId: before.plan.id, subject: before.plan.project }
  if (dates.length > 0)
    events.push({
      event: 'terms changed',
      ...plan,
      changes: changedFields(dates, before.plan, after.plan),
    })
  if (edits.some(({ field }) => field === 'closed')) {
    const [was, is] = [closedOf(before), closedOf(after)]
    const changed = (['vendorClosed', 'customerClosed'] as const).filter((field) => was[field] !== is[field])
    events.push({ event: 'calendar changed', ...plan, changes: changedFields(changed, was, is) })
  }
  return events
}

const isFirst = <Item>(item: Item, at: number, all: readonly Item[]) => all.indexOf(item) === at

const closedOf = ({ plan: { vendorCalendar, customerCalendar } }: StoredRows) => ({
  vendorClosed: vendorCalendar.closed,
  customerClosed: customerCalendar.closed,
})

/** What a task depends on; what those who read the event may not know is passed over. */
function waitsFor({ tasks }: StoredRows, id: string, reader: ViewerSide | null) {
  const known = tasks.filter(({ privateTo }) => privateTo === null || privateTo === reader)
  const links = tasks.find((task) => task.id === id)?.dependsOn ?? []
  return namedLinks(
    links.filter((link) => known.some((it) => it.id === link.task)),
    known,
  )
}
