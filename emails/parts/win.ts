import { amount, unstopped } from './words.ts'

/** The facts of a confirmed win that every email about it repeats. */
export type WinFacts = {
  account: string
  project: string
  /** What will be announced, in the customer's words. */
  statement: string
  measure: string
  unit: string
  baseline: number
  measured: number
  confirmedBy: string
  /** The confirming person's job title, where it is known. */
  confirmedByTitle: string | null
  /** `YYYY-MM-DD`. */
  confirmedOn: string
}

/** "From 30 to 1 days, time to close a month". */
export const fromTo = (win: Pick<WinFacts, 'baseline' | 'measured' | 'unit' | 'measure'>): string =>
  `From ${amount(win.baseline)} to ${amount(win.measured)} ${win.unit}, ${unstopped(win.measure)}`

/** "Priya Raman, Head of Finance Operations". */
export const confirmer = (win: Pick<WinFacts, 'confirmedBy' | 'confirmedByTitle'>): string =>
  win.confirmedByTitle ? `${win.confirmedBy}, ${win.confirmedByTitle}` : win.confirmedBy
