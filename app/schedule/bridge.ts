import { numberAt } from './number-at.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { leavesStart, pointAllowed, startAllowed } from './links.ts'
import type { Link, LinkType } from './model.ts'
import { linkTypes, maxDays } from './model.ts'
import { calendarOf } from './network.ts'
import type { ComputedSchedule } from './schedule.ts'

export type FullLink = { readonly task: string; readonly type: LinkType; readonly lagDays: number }

/**
 * The link by which `heir` waits for what a task that is taken away waited for, so that it does not become free. It goes
 * from the same end of the one to the same end of the other. Its lag is the least, in working days of `heir` and counted
 * from the present dates, that lets `heir` start no earlier than the two links did: through a task that takes no time where
 * `heir` waited for its finish, through the task as it is where `heir` waited for its start.
 */
export function bridgeOver(
  computed: ComputedSchedule,
  removed: { id: string; link: FullLink },
  heir: { id: string; link: Link },
): FullLink {
  const { network, dates } = computed
  const [from, through, to] = [removed.link.task, removed.id, heir.id].map((id) => network.tasks.ids.indexOf(id))
  if (from === undefined || through === undefined || to === undefined) throw new Error('A bridge needs three tasks')
  const [into, out] = [codeOf(removed.link), codeOf(heir.link)]
  const type = linkTypes.find((_, code) => leavesStart(code) === leavesStart(into) && code > 1 === out > 1) ?? 'FS'
  const moment = numberAt(leavesStart(into) ? dates.start : dates.finish, from)
  const days = leavesStart(out) ? numberAt(network.tasks.duration, through) : 0
  const near = nearEnd(into, removed.link.lagDays, moment, calendarOf(network, through), days, leavesStart(out))
  const own = { calendar: calendarOf(network, to), duration: numberAt(network.tasks.duration, to) }
  const wanted = allowed(out, heir.link.lagDays ?? 0, near, own)
  let lagDays = removed.link.lagDays + (heir.link.lagDays ?? 0)
  const reaches = (lag: number) => allowed(linkTypes.indexOf(type), lag, moment, own) >= wanted
  while (lagDays > -maxDays && reaches(lagDays - 1)) lagDays--
  while (lagDays < maxDays && !reaches(lagDays)) lagDays++
  return { task: removed.link.task, type, lagDays }
}

/**
 * Of two links between the same tasks, the one that allows a later start under the present dates; the first where they are
 * equal.
 */
export function stricterLink(computed: ComputedSchedule, heir: string, a: FullLink, b: FullLink): FullLink {
  const { network, dates } = computed
  const [from, to] = [a.task, heir].map((id) => network.tasks.ids.indexOf(id))
  if (from === undefined || to === undefined) throw new Error('Links need two tasks')
  const own = { calendar: calendarOf(network, to), duration: numberAt(network.tasks.duration, to) }
  const begins = (link: FullLink) => {
    const code = codeOf(link)
    return allowed(code, link.lagDays, numberAt(leavesStart(code) ? dates.start : dates.finish, from), own)
  }
  return begins(b) > begins(a) ? b : a
}

const codeOf = ({ type }: Link): number => linkTypes.indexOf(type ?? 'FS')

type Own = { calendar: WorkCalendar; duration: number }

/** When a link lets a task start, in numbers that grow with time: an index of its calendar, a moment for a point. */
function allowed(type: number, lag: number, moment: number, { calendar, duration }: Own): number {
  return duration === 0
    ? pointAllowed(type, lag, moment, calendar)
    : startAllowed(type, lag, moment, calendar, duration)
}

/** The start or the finish, as a moment, of a task that one link alone puts where it is. */
function nearEnd(
  type: number,
  lag: number,
  moment: number,
  calendar: WorkCalendar,
  duration: number,
  isStart: boolean,
): number {
  if (duration === 0) return pointAllowed(type, lag, moment, calendar)
  const index = startAllowed(type, lag, moment, calendar, duration)
  return isStart ? 2 * calendar.dayAt(index) : 2 * calendar.dayAt(index + duration - 1) + 1
}
