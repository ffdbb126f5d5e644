const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

/** As on the pages: a day and a month name the day within the year of sending, and this many days ahead. */
const daysWithoutYear = 300

/** "15 September" for `YYYY-MM-DD`, "15 September 2027" where the year is needed: absolute, since no one knows when an email is read. */
export function dayWords(date: string, sentOn: string): string {
  const away = (utc(date).getTime() - utc(sentOn).getTime()) / 86_400_000
  const words = `${Number(date.slice(8, 10))} ${month.format(utc(date))}`
  return date.slice(0, 4) === sentOn.slice(0, 4) && away <= daysWithoutYear ? words : `${words} ${date.slice(0, 4)}`
}

/** "Thursday, 11 June", "Thursday, 11 June 2027": as `dayWords`. */
export const weekdayAndDay = (date: string, sentOn: string): string =>
  `${weekday.format(utc(date))}, ${dayWords(date, sentOn)}`

/** "Brightline’s", "Halden Foods’". */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`)

/** A subject is one line: what people typed into it loses line breaks and control characters, and is cut at 160 letters. */
export function subjectLine(subject: string): string {
  const line = subject
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  const letters = Array.from(line)
  return letters.length > 160 ? `${letters.slice(0, 159).join('')}…` : line
}

/** Text as the end of a sentence that continues: without its full stop. */
export const withoutFinalStop = (text: string): string => text.trim().replace(/\.+(?=\u2069?$)/, '')

/** Text as a whole sentence: with one full stop, unless it ends with another mark. */
export const wholeSentence = (text: string): string =>
  /[!?…]\u2069?$/.test(text.trim()) ? text.trim() : `${withoutFinalStop(text)}.`

/** Text as the beginning of a sentence. */
export const atSentenceStart = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
