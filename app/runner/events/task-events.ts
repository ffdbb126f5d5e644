import { defineEvent } from './define-event.ts'
import { day, links, number, side, sittings, text, texts, yesOrNo } from './values.ts'

/** What of a task both sides agree to. */
export const taskTermFields = { title: text, side, durationDays: number, dependsOn: links, sittings }

export const taskFields = {
  ...taskTermFields,
  owner: text,
  atBest: number,
  atWorst: number,
  notBefore: day,
  notAfter: day,
  startedOn: day,
  doneOn: day,
  reason: text,
  private: yesOrNo,
}

const { title, owner, durationDays, doneOn, startedOn, reason, private: isPrivate } = taskFields

/** The subject is the task, by its title. */
export const taskEvents = {
  'task completed': defineEvent('both or one', { doneOn }, {}),
  'task reopened': defineEvent('both or one', { doneOn }, {}),
  'task started': defineEvent('both or one', { startedOn }, {}),
  'task sent back': defineEvent('both or one', { doneOn, reason }, {}),
  'task added': defineEvent('both or one', { title, owner, side, durationDays }, { sittings }),
  'task changed': defineEvent('both or one', {}, taskFields),
  'task removed': defineEvent('both or one', { title }, {}),
  'task made private': defineEvent('both', { private: isPrivate }, {}),
  'task shared': defineEvent('both', { private: isPrivate }, { owner, side, durationDays, sittings }),
  /** The subject is the member who takes over, the tasks are named by their titles. */
  'tasks taken over': defineEvent('both or one', { owner, tasks: texts }, {}),
}
