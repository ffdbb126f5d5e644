import { amount, withUnit } from '#emails/parts/amounts.ts'
import { type NamedPeriod, closedWords } from '../core/calendar-words.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

/** A version of the agreement, with its day. */
export const versionWords = (number: number, day: string): string => `Version ${number}, ${day}`

type BySide<Value> = Record<'vendor' | 'customer', Value>

/** The days off of both companies: "Brightline: Offsite, 3 – 4 June; Halden: Plant shutdown, 3 – 14 August". */
export const closedDaysWords = (closed: BySide<readonly NamedPeriod[]>, companies: BySide<string>, today: string) =>
  longFactsWords(
    (['vendor', 'customer'] as const).flatMap((side) =>
      closed[side].map((period) => `${companies[side]}: ${closedWords(period, today)}`),
    ),
  )

/** What the first win measures, from its baseline to its target. */
export const measureWords = ({ measure, baseline, target, unit }: MeasuredWin): string =>
  `${measure}: ${amount(baseline)} → ${withUnit(target, unit)}`

type MeasuredWin = { measure: string; baseline: number; target: number; unit: string }

/** A day by which something is due, in words. */
export const dueByWords = (day: string): string => `by ${day}`

export const agreedPageTitle = (day: string): string => `What was agreed on ${day}`

/** Between which companies, and which version of how many. */
export const agreedPartiesWords = ({
  vendor,
  customer,
  number,
  versions,
}: {
  vendor: string
  customer: string
  number: number
  versions: number
}): string => `${vendor} with ${customer}: version ${number} of ${versions}.`

export const agreedDocumentWords = {
  pageTitle: mainPageNames.agreed,
  differences: 'What has changed since',
  noDates: 'The dates of this version were not saved, so we can’t show what moved.',
  unchanged: 'No one has changed the terms or the tasks.',
  terms: mainPageNames.terms,
  closed: 'Closed',
  tasks: 'The tasks',
  gone: 'no longer on the shared plan',
  versions: 'All versions',
  versionsLabel: 'Versions',
}
