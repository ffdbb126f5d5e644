import type { QuestionLine, QuestionView } from './question-view.ts'

/** Above a question: where it stands. */
export function questionWords({ state, owner, promised, isOverdue, closedBy }: QuestionView): string {
  if (state === 'closed') return `Question, closed by ${closedBy ?? owner}`
  if (state === 'answered') return 'Question, answered'
  return isOverdue
    ? `Question · was to be answered by ${promised} · ${owner}`
    : `Question · answer promised by ${promised} · ${owner}`
}

/** Who asked, where someone else noted it. */
export const notedForWords = (askedBy: string): string => `Asked by ${askedBy}`

/** What the one who asked is asked. */
export const closingWords = {
  answered: 'Does this answer it?',
  proposed: (by: string): string => `${by} thinks this is settled. Close it?`,
}

/** In the list of questions. */
export function lineWords({ state, about, askedBy, owner, promised, isOverdue }: QuestionLine): string {
  if (state === 'answered')
    return `${about}, asked by ${askedBy}. Answered by ${owner}’s team, waiting for ${askedBy} to close it`
  return isOverdue
    ? `${about}, asked by ${askedBy}. ${owner} was to answer by ${promised}`
    : `${about}, asked by ${askedBy}. ${owner} answers by ${promised}`
}

/** Below the field of a new question. */
export const promiseWords = ({ by, owner }: { by: string; owner: string }): string => `${owner} answers by ${by}.`

/** On the reader's list of what is next. */
export const nextQuestionWords = {
  answer: (askedBy: string, promised: string): string => `Question of ${askedBy}: answer promised by ${promised}`,
  close: 'Your question was answered. Close it, or say what is missing',
  proposed: 'Your question may be settled. Close it, or say what is missing',
}

/** Above the questions of a plan, for each side. */
export const askTitles = { customer: 'Ask a question', vendor: 'Questions' } as const
