import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { defineWinWords } from '../core/goal-name-words.ts'
import { quoted } from '#app/ui/name-words.ts'

const beforeAgreeing = 'Both sides need it before they can agree.'

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
  approve: (task: string): Ask => ({
    text: `Approve ${quoted(task)}`,
    words: 'You can also send it back with a reason.',
  }),
  promise: (task: string, words: string): Ask => ({ text: `Promise a new date for ${quoted(task)}`, words }),
  win: (by: string, today: string): Ask => ({
    text: 'Report how the first win went',
    words: by < today ? `Was due ${longDate(by, today)}.` : `Due ${longDate(by, today)}.`,
  }),
}
