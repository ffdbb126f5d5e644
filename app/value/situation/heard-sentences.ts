import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import type { Figure } from '#app/runner/events/figure-units.ts'
import { figureWords } from '#app/runner/events/figure-words.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import { heardLeads, neededByWords } from './heard-words.ts'

/** What discovery found about one key person of the customer. */
export type SituationValues = {
  jobTitle: string
  issue: string
  reasons: string
  capabilities: string
  difference: string
  figures: readonly Figure[]
  criticalDate: string
}

export const emptySituation: SituationValues = {
  jobTitle: '',
  issue: '',
  reasons: '',
  capabilities: '',
  difference: '',
  figures: [],
  criticalDate: '',
}

export type HeardSentence = { lead: string; text: string }

/** Text as a sentence: first letter capital, full stop at the end, otherwise unchanged, since names must stay as they are. */
function sentence(text: string): string {
  const trimmed = withoutDirectionMarks(text).trim()
  if (trimmed === '') return ''
  const closed = /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
  return isolateDirection(closed.charAt(0).toLocaleUpperCase('en-GB') + closed.slice(1))
}

/**
 * A situation as plain sentences: the issue and its reasons, what is needed, what it changes and by when, and the same in figures.
 * A sentence without its facts is left out.
 */
export function heardSentences(
  situation: SituationValues,
  today?: string,
  leads: Record<keyof typeof heardLeads, string> = heardLeads,
): HeardSentence[] {
  const { issue, reasons, capabilities, difference, figures, criticalDate } = situation
  const inFigures = figures.map((figure) => figureWords({ ...figure, source: isolateDirection(figure.source) }))
  const by = criticalDate ? neededByWords(criticalDate, today) : ''
  return [
    { lead: leads.challenge, text: [sentence(issue), sentence(reasons)].filter(Boolean).join(' ') },
    { lead: leads.need, text: sentence(capabilities) },
    { lead: leads.impact, text: [sentence(difference), by].filter(Boolean).join(' ') },
    { lead: leads.figures, text: sentence(longFactsWords(inFigures)) },
  ].filter(({ text }) => text !== '')
}
