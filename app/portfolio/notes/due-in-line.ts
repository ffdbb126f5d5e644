import { addDays, weekday } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { plainName } from '../import/plain-name.ts'
import { readDay } from '../import/read-day.ts'
import { dayNameWords, dueStartWords } from './notes-day-words.ts'

const day = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{1,2}(?:st|nd|rd|th|\.)?\s\p{L}{3,}(?:\s\d{4})?|\p{L}{3,}\s\d{1,2}(?:st|nd|rd|th)?(?:,\s\d{4})?|\p{L}{4,}`
const due = new RegExp(String.raw`(?:^|[\s,(])(?:${dueStartWords.join('|')})\s*:?\s*(?<day>${day})(?=$|[\s.,;)])`, 'iu')

/** When a line says that it is due ("by 12 June", "bis Freitag"), and the line without that. */
export function dueInLine(line: string, today: IsoDate): { rest: string; notAfter: IsoDate | null } {
  const found = due.exec(line)
  const notAfter = found ? comingDay(found.groups?.['day'] ?? '', today) : null
  if (!found || notAfter === null) return { rest: line, notAfter: null }
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`
  return { rest: rest.replace(/\(\s*\)/g, ''), notAfter }
}

/** The day that is meant, today or later where no year is said. */
function comingDay(text: string, today: IsoDate): IsoDate | null {
  const name = plainName(text)
  const near = dayNameWords.findIndex((names) => names.includes(name))
  // Today, tomorrow, then the days of the week from Monday.
  if (near === 0 || near === 1) return addDays(today, near)
  if (near > 1) return addDays(today, (near - 1 - weekday(today) + 7) % 7 || 7)
  const whole = readDay(text, 'day first')
  if (whole) return whole
  const year = Number(today.slice(0, 4))
  const joint = text.trim().endsWith('.') ? '' : ' '
  const [now, next] = [year, year + 1].map(
    (it) => readDay(`${text}${joint}${it}`, 'day first') ?? readDay(`${text}, ${it}`, 'day first'),
  )
  return now && now >= today ? now : (next ?? null)
}
