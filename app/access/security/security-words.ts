import { shortDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

/** @param name of the format */
export const exportWords = (name: string): string => `Export ${name}`

export const whenTitle = (timeZone: string): string => `When (${timeZone})`

/** When something happened: "22 Sep 2026, 14:00". */
export const momentWords = (day: string, time: string): string => factsWords([shortDate(day), time])

/** What is known of an event and from which network it came. */
export const securityEventWords = (detail: string, network: string | null): string =>
  factsWords([...(detail ? [detail] : []), ...(network ? [`network: ${network}`] : [])])

/** What the log holds. @param link makes a link of its text */
export const logWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`Who signed in, who was refused, and who changed permissions. Entries can’t be changed. They are only deleted by age, as set under ${link(pageNames.data)}.`

export const securityFormats = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON lines',
}

export const securityFilterWords = {
  all: 'All',
  title: 'Filter the log',
  type: 'Type',
  person: labels.person,
  from: labels.from,
  to: labels.to,
  show: buttonWords.show,
}

export const securityListWords = {
  caption: 'Security events, newest first',
  when: 'When',
  what: 'What',
  who: 'Who',
  details: 'Details',
  unknown: 'unknown',
}

export const securityPageWords = {
  title: pageNames.securityLog,
  workspace: mainPageNames.workspace,
  empty: 'No matching events',
  showAll: buttonWords.showAll,
  emptyHint: 'Try another type, person or date.',
  pages: 'Log pages',
  newest: 'Newest',
  older: 'Older',
  check: 'Verify the log',
}
