import { defineEvent } from './define-event.ts'
import { booleanValue, dayValue, numberValue, textListValue, textValue } from './values.ts'

const answer = { answer: textValue }
/** Of quote and logo only what tells one from another: the log stays as it is, what was agreed to is gone once the consent is withdrawn. */
const consentFields = {
  ...answer,
  kinds: textListValue,
  callsPerQuarter: numberValue,
  quote: textValue,
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
  'call requested': defineEvent('both', {}, {}),
  'call accepted': defineEvent('both', {}, {}),
  'call declined': defineEvent('both', {}, {}),
  'call withdrawn': defineEvent('both', {}, {}),
  'call cancelled': defineEvent('both', {}, {}),
  'call outcome noted': defineEvent('vendor', { tookPlace: booleanValue, outcome: textValue }, {}),
  'reference described': defineEvent(
    'vendor',
    {},
    { product: textValue, provenCapabilities: textValue, companySize: textValue, language: textValue },
  ),
  'consent given': defineEvent('both', {}, consentFields),
  'consent changed': defineEvent('both', {}, consentFields),
  'piece drafted': defineEvent('vendor', { kinds: textListValue }, {}),
  'piece sent': defineEvent('both', { kinds: textListValue }, {}),
  'piece approved': defineEvent('both', { kinds: textListValue }, {}),
  'piece sent back': defineEvent('both', { kinds: textListValue }, { reason: textValue }),
  'reference asked for': defineEvent('both', {}, {}),
  'logo asked for': defineEvent('both', {}, {}),
  'reference taken': defineEvent('vendor', { owner: textValue }, {}),
  'reference use noted': defineEvent('vendor', { kinds: textListValue }, { usedFor: textValue, usedOn: dayValue }),
  'reference use removed': defineEvent('vendor', { kinds: textListValue }, { usedFor: textValue, usedOn: dayValue }),
}
