import { defineEvent } from './define-event.ts'
import { day, id, text } from './values.ts'

const sheetFields = {
  jobTitle: text,
  issue: text,
  reasons: text,
  capabilities: text,
  difference: text,
  criticalDate: day,
}
const who = { personId: id, personName: text }
const state = { state: text }

/** The subject is the person whose situation it is. Colleagues of that person must not read it in the activity. */
export const situationEvents = {
  'situation noted': defineEvent('vendor', {}, sheetFields),
  'situation changed': defineEvent('vendor', {}, { ...sheetFields, ...who, ...state }),
  'situation shared': defineEvent('vendor', state, { personName: text }),
  'situation confirmed': defineEvent('vendor', {}, { ...sheetFields, ...state }),
  'situation put right': defineEvent('vendor', {}, { ...sheetFields, ...state }),
}
