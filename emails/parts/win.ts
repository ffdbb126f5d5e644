import { amount, unstopped, withUnit } from './words.ts'

/** The facts of a confirmed win that every email about it repeats. */
export type WinFacts = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  account: string
  project: string
  /** What will be announced, in the customer's words. */
  statement: string
  measure: string
  unit: string
  baseline: number
  /** What was agreed. */
  target: number
  measured: number
  targetMet: boolean
  confirmedBy: string
  /** The confirming person's job title, where it is known. */
  confirmedByTitle: string | null
  /** Where the confirming person gets their mail; notices written earlier do not say. */
  confirmedFrom?: { domain: string; isPersonal: boolean }
  /** `YYYY-MM-DD`. */
  confirmedOn: string
}

/** "From 30 to 1 day (Time to close a month)". The measure stays as it was typed: names and German nouns keep their capital. */
export const fromTo = (win: Pick<WinFacts, 'baseline' | 'measured' | 'unit' | 'measure'>): string =>
  `From ${amount(win.baseline)} to ${withUnit(win.measured, win.unit)} (${unstopped(win.measure)})`

/** "Priya Raman, Head of Finance Operations". */
export const confirmer = (win: Pick<WinFacts, 'confirmedBy' | 'confirmedByTitle'>): string =>
  win.confirmedByTitle ? `${win.confirmedBy}, ${win.confirmedByTitle}` : win.confirmedBy

/** "Priya Raman, Head of Finance Operations (halden.example)", for those who must know that it was the customer. */
export const confirmerWithDomain = (
  win: Pick<WinFacts, 'confirmedBy' | 'confirmedByTitle' | 'confirmedFrom'>,
): string => (win.confirmedFrom ? `${confirmer(win)} (${win.confirmedFrom.domain})` : confirmer(win))

/** Said to marketing where the address shows no company; null else. */
export const personalAddressWords = ({ account, confirmedFrom }: Pick<WinFacts, 'account' | 'confirmedFrom'>) =>
  confirmedFrom?.isPersonal
    ? `This is a personal email address. Check with ${account} who confirmed the win before you use anything.`
    : null

/** "The target of 1 day was met." */
export const targetWords = (win: Pick<WinFacts, 'target' | 'unit' | 'targetMet'>): string =>
  `The target of ${withUnit(win.target, win.unit)} was ${win.targetMet ? 'met' : 'not met'}.`
