import { defineEvent } from './define-event.ts'
import { textValue, textListValue, booleanValue } from './values.ts'

/** The subject is the participant, by name; of the domains, the plan. */
export const participantEvents = {
  'participant invited': defineEvent('both', { role: textValue }, {}),
  'invitation sent again': defineEvent('both', { role: textValue }, {}),
  'invitation taken back': defineEvent('both', { role: textValue }, {}),
  'participant came by domain': defineEvent('both', { role: textValue }, {}),
  'participant accepted': defineEvent('both', { accepted: booleanValue }, {}),
  'participant removed': defineEvent('both', { role: textValue }, {}),
  'champion proposed': defineEvent('both', { champion: textValue }, {}),
  'proposed champion declined': defineEvent('both', {}, {}),
  'proposed champion withdrawn': defineEvent('both', {}, {}),
  'next champion named': defineEvent('both', { champion: textValue }, {}),
  'champion handed on': defineEvent('both', { champion: textValue }, {}),
  'confirmer named': defineEvent('both', { mayConfirm: booleanValue }, {}),
  'confirmer taken back': defineEvent('both', { mayConfirm: booleanValue }, {}),
  'key person marked': defineEvent('both', {}, {}),
  'key person unmarked': defineEvent('both', {}, {}),
  'entry domains changed': defineEvent('both', { domains: textListValue }, {}),
}
