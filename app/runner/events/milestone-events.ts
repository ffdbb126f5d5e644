import { defineEvent } from './define-event.ts'
import { text } from './values.ts'

export const milestoneFields = { title: text, stage: text }

/** The subject is the milestone, by its title. */
export const milestoneEvents = {
  'milestone added': defineEvent('both', milestoneFields, {}),
  'milestone changed': defineEvent('both', {}, milestoneFields),
}
