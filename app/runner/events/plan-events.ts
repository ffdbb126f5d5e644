import { defineEvent, defineInverse } from './define-event.ts'
import { milestoneFields } from './milestone-events.ts'
import { taskFields } from './task-events.ts'
import { calendarFields, termsFields } from './terms-events.ts'
import { day, number, text, texts } from './values.ts'

/** What a change of the plan moves: how many tasks, the goals' expected days, the buffer in working days. */
const movedFields = { movedTasks: number, goLive: day, firstWin: day, buffer: number }

/** A change from before what it moves was kept as data, as it was told then. */
const summary = { summary: text }

const closingFields = { state: text, reason: text, note: text }
const teamFields = { team: texts }

/** The subject is the plan, by its project. */
export const planEvents = {
  'plan created': defineEvent('both', {}, { ...termsFields, template: text }),
  'plan adjusted': defineEvent('both or one', {}, { ...movedFields, ...summary }),
  /** The subject is that of the event which it takes back, whose name `undone` keeps. */
  'change undone': defineInverse('both or one', {
    undone: text,
    ...taskFields,
    ...milestoneFields,
    ...termsFields,
    timeZone: text,
    ...calendarFields,
    ...movedFields,
    ...summary,
    ...closingFields,
    ...teamFields,
  }),
  'plan under way': defineEvent('both', { state: text }, {}),
  'plan lost': defineEvent('both', { state: text, reason: text }, {}),
  'closing noted': defineEvent('vendor', { note: text }, {}),
  'plan reopened': defineEvent('both', { state: text }, {}),
  'plan archived': defineEvent('both', {}, {}),
  'plan restored': defineEvent('both', {}, {}),
  'forecast shared': defineEvent('both', {}, {}),
  'forecast withdrawn': defineEvent('both', {}, {}),
  'team set': defineEvent('both', teamFields, {}),
  /** The subject is the new lead. */
  'lead handed over': defineEvent('both', { lead: text }, {}),
}
