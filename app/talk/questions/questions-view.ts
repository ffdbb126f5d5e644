import type { OptionGroup } from '#app/ui/option.ts'
import type { QuestionView } from '../core/conversation-view.ts'
import type { SubjectScope } from '../core/subject-scope.ts'

/** A question in the list of a plan's questions. */
export type QuestionLine = {
  id: string
  /** What it is about. */
  subject: { scope: SubjectScope; id: string }
  about: string
  text: string
  askedBy: string
  owner: string
  promised: string
  state: QuestionView['state']
  isOverdue: boolean
}

export type QuestionsView = {
  open: QuestionLine[]
  answered: QuestionLine[]
  closed: number
  /** How long answers took, in words; null where there were none. */
  answerTime: string | null
  mayAsk: boolean
  /** How many were asked so far. */
  asked: number
  /** Who answers a question that is asked now, by when, and within how many working hours that is. */
  promise: { by: string; owner: string; hours: number }
  /** Milestones and tasks that a question can be about, besides the plan. */
  subjects: OptionGroup[]
  /** People of the customer, for a member who notes a question. */
  askers: { id: string; name: string }[]
}
