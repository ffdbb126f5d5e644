import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import type { WinsAndReferences } from './credit-table.ts'

export const winsWords = (wins: number): string => count(wins, 'win')
export const referencesWords = (references: number): string => count(references, 'reference')

/** "2 wins, 1 reference". */
const countedWords = ({ wins, references }: WinsAndReferences): string =>
  wins + references === 0 ? 'none' : factsWords([winsWords(wins), referencesWords(references)])

export const quarterWords = (quarter: number): string => `Q${quarter}`

/** A quarter in a file: sorts by itself. */
export const quarterOfYearWords = (year: number, quarter: number): string => `${year}-Q${quarter}`

/** What the chart shows, for people who do not see it. */
export const creditChartWords = (year: number, quarters: readonly WinsAndReferences[]): string =>
  `Wins and references in ${year}. ${quarters.map((counted, at) => `${quarterWords(at + 1)}: ${countedWords(counted)}.`).join(' ')}`

export const creditIntro = (workspace: string): string =>
  `Who at ${workspace} gets credit for confirmed wins and references, by quarter.`

/** The rules, in short; the README of the room has them with their reasons. */
export const creditRule = (timeZone: string): string =>
  `A win counts on the day it is confirmed, for everyone who led the plan or was on its team at that moment, under each role they had. Its reference counts for the same people on the day the customer agreed. A win or consent that is withdrawn no longer counts. Quarters are calendar quarters in ${timeZone}.`

export const sharedWinsWords =
  'People share wins, so the rows add up to more than the chart, which counts each win once.'

export const emptyYearWords = (year: number): string => `No wins or references in ${year}`

export const creditWords = {
  title: pageNames.credit,
  person: labels.person,
  year: 'Year',
  years: 'Years',
  wins: 'Wins',
  references: 'References',
  empty: 'When a customer confirms its first win, the people who worked on the plan appear here.',
  file: 'Download as CSV',
}

export const creditFileHeads = [
  'Quarter',
  labels.role,
  labels.person,
  labels.email,
  'Wins',
  'References',
  'Customers with a win',
  'Customers with a reference',
]
