import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import type { WinPart } from '#app/plan/core/first-win.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { defineWinWords, firstWinTitle, goalNames } from '#app/plan/core/goal-name-words.ts'

export const firstWinCardWords = {
  region: goalNames.win,
  title: firstWinTitle,
  by: 'By',
  announcedTo: 'Will be announced to',
  confirmedBy: 'To be confirmed by',
  record: mainPageNames.recordWin,
  results: mainPageNames.results,
}

/** The card while nothing of the first win is said, or something is missing. */
export const openWinWords = {
  title: 'The first win is not defined yet',
  question: (account: string): string =>
    `What small, early success could ${account} announce? Not the full return: one number that gets better.`,
  example: 'For example: “We closed the books in one day. It used to take us a month.”',
  define: defineWinWords,
  complete: 'Finish defining the first win',
}

const partWords: Record<WinPart, string> = {
  statement: 'the announcement',
  measure: 'a measure',
  unit: 'its unit',
  baseline: 'today’s value',
  target: 'the target',
  announcedTo: 'who will be told',
}

/** What of the first win is missing. */
export const openPartsWords = (parts: readonly WinPart[]): string =>
  `Still missing: ${listWords(parts.map((part) => partWords[part]))}.`

/** The day that a plan starts with, until another one is chosen. @param day in words */
export const proposedDayWords = (day: string): string => `Proposed date: ${day}.`

/** Opens the rest of a win that is folded. @param by its day, in words */
export const byWords = (by: string): string => `By ${by}`
