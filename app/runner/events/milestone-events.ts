import { defineEvent } from './define-event.ts'
import { textValue } from './values.ts'

export const milestoneFields = { title: textValue, stage: textValue }

/** The subject is the milestone, by its title. */
export const milestoneEvents = {
  'milestone added': defineEvent('both', milestoneFields, {}),
  'milestone changed': defineEvent('both', {}, milestoneFields),
  'milestone moved': defineEvent('both', {}, {}),
  'milestone removed': defineEvent('both', milestoneFields, {}),
}
