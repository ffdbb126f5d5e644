import type { Change, NewEvent, Plain } from '#app/runner/command.ts'
import { canonical } from '#app/runner/compare.ts'
import { linkWords } from '../core/link-words.ts'
import type { TaskRow } from '../core/network.ts'
import type { ViewerSide } from '../core/people.ts'

type Link = TaskRow['dependsOn'][number]

/** A task before and after one save, with all tasks of the plan, which its links name. */
export type TaskSave = {
  /** Whose save it is. */
  own: ViewerSide
  task: Pick<TaskRow, 'id' | 'title' | 'privateTo'>
  next: Pick<TaskRow, 'title' | 'privateTo'>
  /** What changed besides links and privacy, by field. */
  changes: Record<string, Change>
  /** The links that its sender knows, where they changed. */
  links: { before: readonly Link[]; after: readonly Link[] } | null
  /** What the other side reads of a task that it sees for the first time. */
  introduces: Record<string, Plain>
  tasks: readonly TaskRow[]
}

/**
 * The events of one save of a task, cut field by field: what both sides may know in one that both read, what one side keeps to itself
 * in one of its own. A shared task that becomes private is removed from the shared plan, and a private one that is shared is added to
 * it: both sides read that.
 */
export function taskEvents({ own, task, next, changes, links, introduces, tasks }: TaskSave): NewEvent[] {
  const subjectId = task.id
  const isShared = (link: Link) => tasks.some(({ id, privateTo }) => id === link.task && privateTo === null)
  const words = (them: readonly Link[]) =>
    them.map((link) => linkWords(link, tasks.find(({ id }) => id === link.task)?.title ?? ''))
  const linkChange = (of: (link: Link) => boolean): Record<string, Change> => {
    if (!links || canonical(links.before.filter(of)) === canonical(links.after.filter(of))) return {}
    const told = of === isShared ? isShared : () => true
    return { dependsOn: { before: words(links.before.filter(told)), after: words(links.after.filter(told)) } }
  }
  const event = (name: string, visibleTo: ViewerSide | null, told: Record<string, Change>): NewEvent => ({
    event: name,
    subjectId,
    subject: name === 'task made private' ? task.title : next.title,
    visibleTo,
    changes: told,
  })
  const whole = { ...changes, ...linkChange(() => true) }
  const ofOwn = (told: Record<string, Change>) => (isEmpty(told) ? [] : [event('task changed', own, told)])
  const privacy = { private: { before: task.privateTo !== null, after: next.privateTo !== null } }

  if (task.privateTo && next.privateTo) return ofOwn(whole)
  if (next.privateTo) return [event('task made private', null, privacy), ...ofOwn(whole)]
  if (task.privateTo) {
    const news = Object.entries(introduces).map(([field, after]) => [field, { before: null, after }] as const)
    return [event('task shared', null, { ...Object.fromEntries(news), ...privacy }), ...ofOwn(whole)]
  }
  const shared = { ...changes, ...linkChange(isShared) }
  return [
    ...(isEmpty(shared) ? [] : [event('task changed', null, shared)]),
    ...ofOwn(linkChange((link) => !isShared(link))),
  ]
}

const isEmpty = (changes: Record<string, Change>) => Object.keys(changes).length === 0
