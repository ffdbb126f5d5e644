import { defineEvent } from './define-event.ts'
import { text, texts, yesOrNo } from './values.ts'

/** The subject is the participant, by name; of the domains, the plan. */
export const participantEvents = {
  'participant invited': defineEvent('both', { role: text }, {}),
  'invitation sent again': defineEvent('both', { role: text }, {}),
  'invitation taken back': defineEvent('both', { role: text }, {}),
  'participant came by domain': defineEvent('both', { role: text }, {}),
  'participant accepted': defineEvent('both', { accepted: yesOrNo }, {}),
  'participant removed': defineEvent('both', { role: text }, {}),
  'champion proposed': defineEvent('both', { champion: text }, {}),
  'proposed champion declined': defineEvent('both', {}, {}),
  'proposed champion withdrawn': defineEvent('both', {}, {}),
  'champion handed on': defineEvent('both', { champion: text }, {}),
  'confirmer named': defineEvent('both', { mayConfirm: yesOrNo }, {}),
  'confirmer taken back': defineEvent('both', { mayConfirm: yesOrNo }, {}),
  'entry domains changed': defineEvent('both', { domains: texts }, {}),
}
