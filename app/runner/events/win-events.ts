import { defineEvent } from './define-event.ts'
import { winFields } from './terms-events.ts'
import { booleanValue, dayValue, numberValue, textListValue, textValue } from './values.ts'

const keptFields = { ...winFields, measuredValue: numberValue }

/** The subject is the first win, by its statement; of a measurement, by its measure. */
export const winEvents = {
  'value measured': defineEvent('both', { measuredValue: numberValue }, { measuredOn: dayValue, note: textValue }),
  'measurement removed': defineEvent('both', { measuredValue: numberValue }, { measuredOn: dayValue, note: textValue }),
  'measuring planned': defineEvent('both', {}, { baselineHow: textValue, measuredBy: textValue, measureOn: dayValue }),
  'first win looked at': defineEvent('vendor', {}, {}),
  'first win asked for': defineEvent('both', {}, { note: textValue }),
  'first win not yet': defineEvent('both', { reason: textValue }, { measureOn: dayValue }),
  'further win added': defineEvent(
    'both',
    { measure: textValue, unit: textValue, baseline: numberValue, target: numberValue },
    { winBy: dayValue },
  ),
  'further win removed': defineEvent('both', {}, {}),
  'further win confirmed': defineEvent(
    'both',
    { measuredValue: numberValue, reachedOn: dayValue },
    { statement: textValue },
  ),
  'further win reopened': defineEvent('both', { measuredValue: numberValue }, { statement: textValue }),
  'first win confirmed': defineEvent('both', { ...keptFields, state: textValue }, { reachedOn: dayValue }),
  'first win corrected': defineEvent('both', {}, { ...keptFields, reachedOn: dayValue }),
  'card changed': defineEvent('both', {}, { headline: textValue, people: textListValue }),
  'card shared': defineEvent('both', {}, {}),
  'card no longer shared': defineEvent('both', {}, {}),
  'note changed': defineEvent('both or one', {}, {}),
  'note shared': defineEvent('both or one', {}, {}),
  'note no longer shared': defineEvent('both or one', {}, {}),
  'first win withdrawn': defineEvent(
    'both',
    { reason: textValue, ...keptFields, state: textValue },
    { consent: booleanValue, reachedOn: dayValue, measureOn: dayValue },
  ),
}
