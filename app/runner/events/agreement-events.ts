import { defineEvent } from './define-event.ts'
import { taskTermFields } from './task-events.ts'
import { calendarFields, termsFields } from './terms-events.ts'
import { numberValue, textValue } from './values.ts'

export const agreementEvents = {
  'plan agreed to': defineEvent('both', { termsVersion: numberValue }, {}),
  /** `agreedVersion` is the number under which the agreed terms are kept. */
  'plan agreed by both sides': defineEvent('both', { agreedVersion: numberValue }, { state: textValue }),
  'plan objected to': defineEvent('both', { reason: textValue }, {}),
  /** The subject is who asked. */
  'objection answered': defineEvent('both', { answer: textValue }, {}),
  'objection withdrawn': defineEvent('both', { reason: textValue }, {}),
  /** The subject is the task that it is a value of, else the plan. */
  'agreed value restored': defineEvent('both', {}, { ...termsFields, ...calendarFields, ...taskTermFields }),
}
