import { defineEvent } from './define-event.ts'
import { textValue } from './values.ts'

/**
 * The subject is what a comment is about: a task or a milestone by its title, or the plan by its project. What was written stays with the
 * comment, where its author can delete it.
 */
export const talkEvents = {
  'comment added': defineEvent('both or one', {}, {}),
  'comment changed': defineEvent('both or one', {}, {}),
  'comment deleted': defineEvent('both or one', {}, {}),
  'comment restored': defineEvent('both or one', {}, {}),
  'thread resolved': defineEvent('both or one', {}, {}),
  'thread reopened': defineEvent('both or one', {}, {}),
  'attachment added': defineEvent('both or one', { attachment: textValue }, {}),
  'attachment removed': defineEvent('both or one', { attachment: textValue }, {}),
  'attachment restored': defineEvent('both or one', { attachment: textValue }, {}),
  'question asked': defineEvent('both', { askedBy: textValue }, {}),
  'question answered': defineEvent('both', {}, {}),
  'question handed': defineEvent('both or one', { owner: textValue }, {}),
  'closing proposed': defineEvent('both', {}, {}),
  'question closed': defineEvent('both or one', {}, {}),
  /** The subject is the person whose questions they were. */
  'questions taken over': defineEvent('both', {}, {}),
  'question reopened': defineEvent('both or one', {}, {}),
}
