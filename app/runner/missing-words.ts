import { isolateDirection, withoutFullStop } from '#app/kit/plain-text.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'

/** What became of a task or a milestone that someone wants to change. @param on the day, in the plan's time zone */
export const missingWords = ({ title, by, on }: { title: string; by: string; on: string }): string =>
  `${quoted(withoutFullStop(title))} was deleted by ${isolateDirection(by)} on ${longDate(on)}. Your change was not saved.`
