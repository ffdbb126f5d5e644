import { defineEvent } from './define-event.ts'
import { winFields } from './terms-events.ts'
import { number, text, yesOrNo } from './values.ts'

const keptFields = { ...winFields, measuredValue: number }

/** The subject is the first win, by its statement; of a measurement, by its measure. */
export const winEvents = {
  'value measured': defineEvent('both', { measuredValue: number }, {}),
  'first win confirmed': defineEvent('both', { ...keptFields, state: text }, {}),
  'first win corrected': defineEvent('both', {}, keptFields),
  'first win withdrawn': defineEvent('both', { reason: text, ...keptFields, state: text }, { consent: yesOrNo }),
}
