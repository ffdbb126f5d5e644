import { defineEvent } from './define-event.ts'
import { day, number, text, texts } from './values.ts'

const answer = { answer: text }
const consentFields = {
  ...answer,
  kinds: texts,
  callsPerQuarter: number,
  quoteText: text,
  until: day,
  note: text,
}

/** The subject is the plan, by its project. */
export const referenceEvents = {
  'reference answered': defineEvent('both', answer, {}),
  'reference taken back': defineEvent('both', { ...answer, kinds: texts }, {}),
  'consent given': defineEvent('both', {}, consentFields),
  'consent changed': defineEvent('both', {}, consentFields),
}
