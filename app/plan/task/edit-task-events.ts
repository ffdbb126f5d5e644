import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { canonicalText } from '#app/runner/compare.ts'
import { namedLinks } from '../core/named-links.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import type { ViewerSide } from '../core/viewer-side.ts'

type Link = TaskRow['dependsOn'][number]
type TaskChanges = NewEvent<'task changed'>['changes']

/** A task before and after one save, with all tasks of the plan, which its links name. */
export type TaskSave = {
  /** Whose save it is. */
  own: ViewerSide
  task: Pick<TaskRow, 'id' | 'title' | 'privateTo'>
  next: Pick<TaskRow, 'title' | 'privateTo'>
  /** What changed besides links and privacy, by field. */
  changes: Omit<TaskChanges, 'dependsOn' | 'private'>
  /** The links that its sender knows, where they changed. */
  links: { before: readonly Link[]; after: readonly Link[] } | null
  /** What the other side reads of a task that it sees for the first time. */
  introduces: Omit<NewEvent<'task shared'>['changes'], 'private'>
  tasks: readonly TaskRow[]
}

/**
 * The events of one save of a task, cut field by field: what both sides may know in one that both read, what one side keeps to itself
 * in one of its own. A shared task that becomes private is removed from the shared plan, and a private one that is shared is added to
 * it: both sides read that.
 */
export function editTaskEvents({ own, task, next, changes, links, introduces, tasks }: TaskSave): NewEvent[] {
  const subjectId = task.id
  const isShared = (link: Link) => tasks.some(({ id, privateTo }) => id === link.task && privateTo === null)
  const linkChange = (of: (link: Link) => boolean): Pick<TaskChanges, 'dependsOn'> => {
    if (!links || canonicalText(links.before.filter(of)) === canonicalText(links.after.filter(of))) return {}
    const told = of === isShared ? isShared : () => true
    const named = (them: readonly Link[]) => namedLinks(them.filter(told), tasks)
    return { dependsOn: { before: named(links.before), after: named(links.after) } }
  }
  const changed = (visibleTo: ViewerSide | null, told: TaskChanges): NewEvent[] =>
    Object.keys(told).length === 0
      ? []
      : [{ event: 'task changed', subjectId, subject: next.title, visibleTo, changes: told }]
  const whole = { ...changes, ...linkChange(() => true) }
  const privacy = { before: task.privateTo !== null, after: next.privateTo !== null }

  if (task.privateTo && next.privateTo) return changed(own, whole)
  if (next.privateTo)
    return [
      { event: 'task made private', subjectId, subject: task.title, changes: { private: privacy } },
      ...changed(own, whole),
    ]
  if (task.privateTo)
    return [
      { event: 'task shared', subjectId, subject: next.title, changes: { ...introduces, private: privacy } },
      ...changed(own, whole),
    ]
  return [
    ...changed(null, { ...changes, ...linkChange(isShared) }),
    ...changed(
      own,
      linkChange((link) => !isShared(link)),
    ),
  ]
}
