import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { heardLeads, neededByWords } from './heard-words.ts'

/** What discovery found about one key person of the customer. */
export type SituationValues = {
  jobTitle: string
  issue: string
  reasons: string
  capabilities: string
  difference: string
  criticalDate: string
}

export const emptySituation: SituationValues = {
  jobTitle: '',
  issue: '',
  reasons: '',
  capabilities: '',
  difference: '',
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
 * A situation as three plain sentences: the issue and its reasons, what is needed, what it changes and by when.
 * A sentence without its facts is left out.
 */
export function heardSentences(situation: SituationValues, today?: string): HeardSentence[] {
  const { issue, reasons, capabilities, difference, criticalDate } = situation
  const by = criticalDate ? neededByWords(criticalDate, today) : ''
  return [
    { lead: heardLeads.challenge, text: [sentence(issue), sentence(reasons)].filter(Boolean).join(' ') },
    { lead: heardLeads.need, text: sentence(capabilities) },
    { lead: heardLeads.impact, text: [sentence(difference), by].filter(Boolean).join(' ') },
  ].filter(({ text }) => text !== '')
}
