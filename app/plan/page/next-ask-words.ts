import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { defineWinWords } from '../core/goal-name-words.ts'
import { quoted } from '#app/ui/name-words.ts'

const beforeAgreeing = 'Both sides need it before they can agree.'

const reportResult = 'Report how the first win went'

type Ask = { text: string; words: string }

/** What waits for the reader besides tasks: what to do, and why. */
export const nextAskWords = {
  heard: { text: 'Review what we heard from you', words: 'Confirm or change it.' },
  calendar: { text: 'Check the calendar', words: 'Working days and closed periods decide every date.' },
  reason: { text: 'Say why the critical date matters', words: beforeAgreeing },
  defineWin: { text: defineWinWords, words: beforeAgreeing },
  agree: { text: 'Review the plan and agree', words: 'Both companies need to agree to it.' },
  owners: (tasks: number): Ask => ({
    text: `Assign owners to ${count(tasks, 'task')}`,
    words: '',
  }),
  settleSold: (points: number): Ask => ({
    text: `Settle ${count(points, 'open point')} in what was sold`,
    words: 'Promises, contract and tasks should fit what the customer needs.',
  }),
  acceptSold: (capabilities: number): Ask => ({
    text: `Accept what was delivered (${capabilities})`,
    words: 'Check that it does what you need.',
  }),
  answerHandoff: (by: string): Ask => ({
    text: 'Accept this plan, or send it back with questions',
    words: `${by} asks you to take it over.`,
  }),
  handoffSentBack: (by: string): Ask => ({
    text: 'Read why the handoff was sent back',
    words: `${by} has questions first. You stay responsible.`,
  }),
  approve: (task: string): Ask => ({
    text: `Approve ${quoted(task)}`,
    words: 'You can also send it back with a reason.',
  }),
  promise: (task: string, words: string): Ask => ({ text: `Promise a new date for ${quoted(task)}`, words }),
  winAsked: (by: string, note: string | null): Ask => ({
    text: reportResult,
    words: note === null ? `${by} asks whether it has happened.` : `${by} asks: ${quoted(note)}`,
  }),
  winMeasured: (day: string, today: string): Ask => ({
    text: reportResult,
    words: day < today ? `To be measured on ${longDate(day, today)}.` : 'To be measured today.',
  }),
  notYet: (by: string, reason: string, day: string, today: string): Ask => ({
    text: 'Read why the first win has not happened yet',
    words: `${by}: ${quoted(reason)} Next measurement: ${longDate(day, today)}.`,
  }),
  askForResult: (day: string, today: string): Ask => ({
    text: 'Ask for the result of the first win',
    words: `It was to be measured on ${longDate(day, today)}.`,
  }),
  win: (by: string, today: string): Ask => ({
    text: reportResult,
    words: by < today ? `Was due ${longDate(by, today)}.` : `Due ${longDate(by, today)}.`,
  }),
}
