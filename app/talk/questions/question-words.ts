import { isolateDirection } from '#app/kit/plain-text.ts'
import { count } from '#app/ui/amount-words.ts'
import { possessive } from '#app/ui/name-words.ts'
import type { QuestionView } from '../core/conversation-view.ts'
import type { QuestionLine, QuestionsView } from './questions-view.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { formWords } from '#app/ui/form-words.ts'

/** Above a question: where it stands. */
export function questionWords({ state, owner, promised, isOverdue, closedBy }: QuestionView): string {
  if (state === 'closed') return `Question, closed by ${isolateDirection(closedBy ?? owner)}`
  if (state === 'answered') return 'Question, answered'
  return isOverdue
    ? `Question · answer was due ${promised} · ${isolateDirection(owner)}`
    : `Question · answer due ${promised} · ${isolateDirection(owner)}`
}

/** Who asked, where someone else noted it. */
export const notedForWords = (askedBy: string): string => `Asked by ${isolateDirection(askedBy)}`

/** What the one who asked is asked. */
export const closingWords = {
  answered: 'Does this answer it?',
  proposed: (by: string): string => `${isolateDirection(by)} thinks this is resolved. Close it?`,
}

/** In the list of questions. */
export function lineWords({ state, about, askedBy, owner, promised, isOverdue }: QuestionLine): string {
  if (state === 'answered')
    return `${isolateDirection(about)}, asked by ${isolateDirection(askedBy)}. Answered: ${isolateDirection(askedBy)} can close it`
  return isOverdue
    ? `${isolateDirection(about)}, asked by ${isolateDirection(askedBy)}. ${possessive(owner)} answer was due ${promised}`
    : `${isolateDirection(about)}, asked by ${isolateDirection(askedBy)}. ${isolateDirection(owner)} answers by ${promised}`
}

/** Below the field of a new question. */
export const promiseWords = ({ by, owner, hours }: QuestionsView['promise']): string =>
  `${isolateDirection(owner)} answers within ${count(hours, 'working hour')}, by ${by}.`

/** On the reader's list of what is next. */
export const nextQuestionWords = {
  answer: (askedBy: string, promised: string): string =>
    `Question from ${isolateDirection(askedBy)}: answer due ${promised}`,
  close: 'Your question was answered. Close it, or say what is missing',
  proposed: 'Your question may be resolved. Close it, or say what is missing',
}

/** Above the questions of a plan, for each side. */
export const askTitles = { customer: buttonWords.askQuestion, vendor: buttonWords.logQuestion }

/** Below the questions that wait for someone. */
export const closedQuestionsWords = (questions: number): string => count(questions, 'closed question')

export const questionRefusals = {
  askerOnly: (person: string): string => `Only ${person} can close or reopen this question.`,
  closedToAnswer: 'This question is closed. The person who asked can reopen it.',
  privateTask: 'This task is private, so the other company can’t read a question about it. Ask about the plan instead.',
  hiddenNow: 'This task is private now, so the person who asked can’t see this question. Share the task again first.',
  noAsker: 'Please say who asked.',
  askerGone: 'This person is no longer on the plan.',
  closed: 'This question is closed.',
  unknownMember: 'Please choose a member of your workspace.',
}

export const askFormWords = {
  notedField: 'Question',
  askedField: 'Your question',
  about: 'About',
  plan: 'The plan as a whole',
  note: 'Log question',
  milestones: 'Milestones',
  tasks: 'Tasks',
  ask: 'Ask question',
  asker: labels.askedBy,
  otherAsker: buttonWords.someoneElse,
  askerName: labels.name,
  askerNameHint: 'For someone who is not on the plan.',
}

export const questionBarWords = {
  closing: buttonWords.closing,
  close: 'Close question',
  reopening: buttonWords.reopening,
  reopen: 'Not resolved yet',
  asking: 'Asking…',
  proposeClosing: 'Propose closing',
  answer: 'Answer',
  answerField: formWords.answer,
  sendAnswer: buttonWords.sendAnswer,
  hand: 'Hand over',
  handTo: 'Who answers',
}
