import { defineEvent } from './define-event.ts'
import { dayValue, numberValue, textValue, textListValue } from './values.ts'

const answer = { answer: textValue }
const consentFields = {
  ...answer,
  kinds: textListValue,
  callsPerQuarter: numberValue,
  quoteText: textValue,
  until: dayValue,
  note: textValue,
  never: textListValue,
  approvedBy: textValue,
  logo: textValue,
}

/** The subject is the plan, by its project. */
export const referenceEvents = {
  'reference answered': defineEvent('both', answer, {}),
  'reference taken back': defineEvent('both', { ...answer, kinds: textListValue }, {}),
  'consent given': defineEvent('both', {}, consentFields),
  'consent changed': defineEvent('both', {}, consentFields),
}
