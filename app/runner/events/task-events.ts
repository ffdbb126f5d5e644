import { defineEvent } from './define-event.ts'
import {
  dayValue,
  linksValue,
  numberValue,
  sideValue,
  sittingsValue,
  textValue,
  textListValue,
  booleanValue,
} from './values.ts'

/** What of a task both sides agree to. */
export const taskTermFields = {
  title: textValue,
  side: sideValue,
  durationDays: numberValue,
  dependsOn: linksValue,
  sittings: sittingsValue,
}

export const taskEventFields = {
  ...taskTermFields,
  owner: textValue,
  description: textValue,
  atBest: numberValue,
  atWorst: numberValue,
  notBefore: dayValue,
  notAfter: dayValue,
  startedOn: dayValue,
  doneOn: dayValue,
  reason: textValue,
  private: booleanValue,
  promisedOn: dayValue,
}

/** What a task asks for and what was given. */
const resultFields = { resultAsks: textValue, approver: textValue, result: textValue }

const {
  title,
  owner,
  description,
  durationDays,
  doneOn,
  startedOn,
  reason,
  promisedOn,
  private: isPrivate,
} = taskEventFields

/** The subject is the task, by its title. */
export const taskEvents = {
  /** `others`: how many more were checked off with it, which have events of their own. `promisedOn`: the day for which it was promised. */
  'task completed': defineEvent('both or one', { doneOn }, { others: numberValue, promisedOn }),
  'task reopened': defineEvent('both or one', { doneOn }, {}),
  'task started': defineEvent('both or one', { startedOn }, {}),
  'task sent back': defineEvent('both or one', { doneOn, reason }, {}),
  'result asked': defineEvent('both or one', {}, resultFields),
  'result given': defineEvent('both or one', {}, resultFields),
  'approval asked': defineEvent('both or one', {}, resultFields),
  'approval given': defineEvent('both or one', {}, resultFields),
  'approval sent back': defineEvent('both or one', { reason }, {}),
  /** `promisedBy`: the owner, where someone else of that side noted it. */
  'date promised': defineEvent('both or one', { promisedOn }, { promisedBy: textValue }),
  'promise withdrawn': defineEvent('both or one', { promisedOn }, {}),
  'task added': defineEvent(
    'both or one',
    { title, owner, side: sideValue, durationDays },
    { description, sittings: sittingsValue },
  ),
  'task changed': defineEvent('both or one', {}, taskEventFields),
  'task removed': defineEvent('both or one', { title }, {}),
  /** Without a milestone where only the order within it changed. */
  'task moved': defineEvent('both or one', {}, { milestone: textValue }),
  'task made private': defineEvent('both', { private: isPrivate }, {}),
  'task shared': defineEvent(
    'both',
    { private: isPrivate },
    { owner, side: sideValue, durationDays, sittings: sittingsValue },
  ),
  /** The subject is the member who takes over, the tasks are named by their titles. */
  'tasks taken over': defineEvent('both or one', { owner, tasks: textListValue }, {}),
}
