import { count } from '#app/ui/amount-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { quoted } from '#app/ui/name-words.ts'

/** Titles that the question names. */
const mostNamed = 3

/** Asks who has checked off a task about the open tasks before it. */
export const earlierWords = {
  question: (tasks: number): string =>
    tasks === 1
      ? '1 earlier task is open. Mark it done too?'
      : `${count(tasks, 'earlier task')} are open. Mark them done too?`,
  /** Which tasks the question is about. */
  names: (titles: readonly string[]): string => {
    const named = titles.slice(0, mostNamed).map(quoted)
    const rest = titles.length - named.length
    return listWords(rest > 0 ? [...named, `${rest} more`] : named)
  },
  /** Says who can check off what the reader does not see. @param company whose tasks they are */
  kept: ({ company, tasks }: { company: string; tasks: number }): string =>
    tasks === 1
      ? `1 earlier private task of ${company} is open. Only ${company} can mark it done.`
      : `${count(tasks, 'earlier private task')} of ${company} are open. Only ${company} can mark them done.`,
  yes: (tasks: number): string => (tasks === 1 ? 'Mark it done' : `Mark all ${tasks} done`),
  no: 'No, only this one',
}
