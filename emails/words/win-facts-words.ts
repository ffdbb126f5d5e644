import { withUnit } from '../parts/amounts.ts'
import { type RichText, rich } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { atSentenceStart, dayWords, withoutFinalStop } from '../parts/sentence-words.ts'

/** "Time to close a month: from 30 days to 1 day": a sentence without its full stop. */
export const fromTo = (win: Pick<WinFacts, 'baseline' | 'measured' | 'unit' | 'measure'>): string =>
  `${atSentenceStart(withoutFinalStop(win.measure))}: from ${withUnit(win.baseline, win.unit)} to ${withUnit(win.measured, win.unit)}`

/** The day on which it happened, where that was not the day of the confirmation; a sentence, or nothing. */
export const reachedWords = ({
  reachedOn,
  confirmedOn,
  sentOn,
}: Pick<WinFacts, 'reachedOn' | 'confirmedOn' | 'sentOn'>): RichText[] =>
  reachedOn && reachedOn !== confirmedOn ? [rich`Reached on ${dayWords(reachedOn, sentOn)}.`] : []

/** "Priya Raman, Head of Finance Operations". */
export const confirmerWords = (win: Pick<WinFacts, 'confirmedBy' | 'confirmedByTitle'>): string =>
  win.confirmedByTitle ? `${win.confirmedBy}, ${win.confirmedByTitle}` : win.confirmedBy

/** "Priya Raman, Head of Finance Operations (halden.example)", for those who must know that it was the customer. */
export const confirmerWithDomain = (
  win: Pick<WinFacts, 'confirmedBy' | 'confirmedByTitle' | 'confirmedFrom'>,
): string => (win.confirmedFrom ? `${confirmerWords(win)} (${win.confirmedFrom.domain})` : confirmerWords(win))

/** For marketing, a warning where the address of who confirmed shows no company. */
export const personalAddressWords = ({
  account,
  confirmedFrom,
}: Pick<WinFacts, 'account' | 'confirmedFrom'>): RichText[] =>
  confirmedFrom?.isPersonal
    ? [rich`This is a personal email address. Check with ${account} who confirmed the win before you use anything.`]
    : []

/** "The target of 1 day was met." */
export const winTargetWords = ({ target, unit, targetMet }: Pick<WinFacts, 'target' | 'unit' | 'targetMet'>): string =>
  targetMet
    ? `The target of ${withUnit(target, unit)} was met.`
    : `The target of ${withUnit(target, unit)} was not met.`

/** Why the reader gets an email about a change to a confirmed win. */
export const toldWords = (isMarketing: boolean, workspace: string): string =>
  isMarketing
    ? `You get this email because you work in marketing at ${workspace} and got our first email about this win.`
    : 'You get this email because we told you about this win.'
