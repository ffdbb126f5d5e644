import { defineEvent, defineInverse } from './define-event.ts'
import { milestoneEventFields } from './milestone-events.ts'
import { taskEventFields } from './task-events.ts'
import { calendarFields, termsFields } from './terms-events.ts'
import { dayValue, numberValue, textValue, textListValue } from './values.ts'

/** What a change of the plan moves: how many tasks, the goals' expected days, the buffer in working days. */
const movedFields = { movedTasks: numberValue, goLive: dayValue, firstWin: dayValue, buffer: numberValue }

/** An old change whose effect was stored as a sentence, not as data. */
const summary = { summary: textValue }

const closingFields = { state: textValue, reason: textValue, note: textValue }
const teamFields = { team: textListValue }

/** The subject is the plan, by its project. */
export const planEvents = {
  'plan created': defineEvent('both', {}, { ...termsFields, template: textValue }),
  'plan adjusted': defineEvent('both or one', {}, { ...movedFields, ...summary }),
  /** The subject is that of the event which it takes back, whose name `undone` keeps. */
  'change undone': defineInverse('both or one', {
    undone: textValue,
    ...taskEventFields,
    ...milestoneEventFields,
    ...termsFields,
    timeZone: textValue,
    ...calendarFields,
    ...movedFields,
    ...summary,
    ...closingFields,
    ...teamFields,
  }),
  /** The subject is the account, by its name; the values are the pictures' addresses. */
  'customer logo changed': defineEvent('both', { logo: textValue }, {}),
  /** The subject is the account, by its name. */
  'customer profile changed': defineEvent('vendor', {}, { industry: textValue, region: textValue }),
  'plan under way': defineEvent('both', { state: textValue }, {}),
  'plan lost': defineEvent('both', { state: textValue, reason: textValue }, {}),
  'closing noted': defineEvent('vendor', { note: textValue }, {}),
  'plan reopened': defineEvent('both', { state: textValue }, {}),
  'plan archived': defineEvent('both', {}, {}),
  'plan restored': defineEvent('both', {}, {}),
  'forecast shared': defineEvent('both', {}, {}),
  'forecast withdrawn': defineEvent('both', {}, {}),
  'team set': defineEvent('both', teamFields, {}),
  /** The subject is the new lead. */
  'lead handed over': defineEvent('both', { lead: textValue }, {}),
  'lead taken over': defineEvent('both', { lead: textValue }, {}),
  /** The subject is the member who is to lead the plan. */
  'handoff offered': defineEvent('vendor', {}, {}),
  'handoff sent back': defineEvent('vendor', { questions: textValue }, {}),
  'handoff withdrawn': defineEvent('vendor', {}, {}),
}
