import { defineEvent } from './define-event.ts'
import { booleanValue, dayValue, figuresValue, idValue, textValue } from './values.ts'

const sheetFields = {
  jobTitle: textValue,
  issue: textValue,
  reasons: textValue,
  capabilities: textValue,
  difference: textValue,
  figures: figuresValue,
  criticalDate: dayValue,
}
const who = { personId: idValue, personName: textValue }
const state = { state: textValue }

/** The subject is the person whose situation it is. Colleagues of that person must not read it in the activity. */
export const situationEvents = {
  'situation noted': defineEvent('vendor', {}, sheetFields),
  'situation changed': defineEvent('vendor', {}, { ...sheetFields, ...who, ...state }),
  'situation shared': defineEvent('vendor', state, { personName: textValue }),
  'situation confirmed': defineEvent('vendor and actor', {}, { ...sheetFields, ...state }),
  'situation put right': defineEvent('vendor and actor', {}, { ...sheetFields, ...state }),
  'situation withdrawn': defineEvent('vendor and actor', {}, { isKey: booleanValue }),
}
