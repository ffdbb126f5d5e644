import { defineEvent } from './define-event.ts'
import { booleanValue, textValue } from './values.ts'

const milestoneFields = { title: textValue, stage: textValue }
const exitFields = { exitEvidence: textValue, gate: booleanValue }
const proofFields = { evidence: textValue, passedWithout: textValue }

export const milestoneEventFields = { ...milestoneFields, ...exitFields, ...proofFields }

/** The subject is the milestone, by its title. */
export const milestoneEvents = {
  'milestone added': defineEvent('both', milestoneFields, exitFields),
  /** With the evidence or reason that went because something else is asked for. */
  'milestone changed': defineEvent('both', {}, milestoneEventFields),
  /** The evidence, or the reason for passing it without; neither where that was taken away. */
  'milestone proved': defineEvent('both', {}, proofFields),
  'milestone moved': defineEvent('both', {}, {}),
  'milestone removed': defineEvent('both', milestoneFields, {}),
}
