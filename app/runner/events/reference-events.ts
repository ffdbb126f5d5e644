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
  'piece drafted': defineEvent('vendor', { kinds: textListValue }, {}),
  'piece sent': defineEvent('both', { kinds: textListValue }, {}),
  'piece approved': defineEvent('both', { kinds: textListValue }, {}),
  'piece sent back': defineEvent('both', { kinds: textListValue }, { reason: textValue }),
  'reference asked for': defineEvent('both', {}, {}),
  'reference taken': defineEvent('vendor', { owner: textValue }, {}),
  'reference use noted': defineEvent('vendor', { kinds: textListValue }, { usedFor: textValue, usedOn: dayValue }),
  'reference use removed': defineEvent('vendor', { kinds: textListValue }, { usedFor: textValue, usedOn: dayValue }),
}
