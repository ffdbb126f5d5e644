import { appointmentFile } from '#app/kit/calendar-file.ts'
import { callLength } from './call-rules.ts'
import { callCalendarWords } from './call-calendar-words.ts'

type Person = { name: string; email: string }

/** A call as calendars hold it. */
export type PlannedCall = {
  from: Date
  madeAt: Date
  isCancelled: boolean
  champion: Person
  member: Person
  what: string
  account: string
  workspace: string
}

/** The file for calendars of a call, the same appointment each time. */
export const callFile = (
  { id, deal, why }: { id: string; deal: string; why: string },
  { from, madeAt, isCancelled, champion, member, what, account, workspace }: PlannedCall,
): string =>
  appointmentFile({
    uid: `${id}@firstwin`,
    version: isCancelled ? 1 : 0,
    isCancelled,
    madeAt,
    from,
    to: new Date(from.getTime() + callLength),
    title: callCalendarWords.title(what, account, deal),
    text: callCalendarWords.text({ workspace, champion: champion.name, member: member.name, why }),
    organizer: member,
    attendees: [champion, member],
  })
