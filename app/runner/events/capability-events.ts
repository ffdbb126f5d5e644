import { defineEvent } from './define-event.ts'
import { booleanValue, dayValue, numberValue, textListValue, textValue } from './values.ts'

/** The subject is what the customer needs, in their words; of services, the plan. */
export const capabilityEvents = {
  'capability added': defineEvent('both', {}, { whyNeeded: textValue, askedBy: textValue }),
  'capability changed': defineEvent('both', {}, { need: textValue, whyNeeded: textValue, askedBy: textValue }),
  'capability promised': defineEvent(
    'both',
    {},
    { promiser: textValue, inContract: booleanValue, quantity: textValue, edition: textValue },
  ),
  /** Which tasks deliver it: some may be private. */
  'capability planned': defineEvent('both or one', {}, { deliveredBy: textListValue }),
  'capability noted': defineEvent('vendor', {}, { internalNote: textValue }),
  'capability left out': defineEvent('both', { reason: textValue }, {}),
  'capability delivered': defineEvent('both', {}, { deliveredOn: dayValue }),
  'delivery taken back': defineEvent('both', {}, { deliveredOn: dayValue }),
  'capability accepted': defineEvent('both', {}, { acceptedOn: dayValue }),
  'acceptance taken back': defineEvent('both', {}, { acceptedOn: dayValue }),
  'capability removed': defineEvent('both', {}, {}),
  'capability restored': defineEvent('both', {}, {}),
  'service changed': defineEvent(
    'both',
    { serviceUnit: textValue },
    { paid: numberValue, planned: numberValue, used: numberValue },
  ),
}
