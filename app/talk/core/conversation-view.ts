import type { ActorSide } from '#app/policy/policy.ts'
import type { TextPart } from './text-parts.ts'

export type CommentView = {
  id: string
  by: string
  side: ActorSide
  /** When it was written: as a moment, and in words in the plan's time zone. */
  at: string
  when: string
  isEdited: boolean
  /** Only the reader's own side reads it. */
  isInternal: boolean
  isOwn: boolean
  /** Empty where it is deleted. */
  parts: TextPart[]
  /** As it was typed, for its author to edit. */
  body: string | null
  deleted: 'no' | 'for all' | 'restorable'
}

/** A question, beside the comment that asks it. */
export type QuestionView = {
  id: string
  state: 'open' | 'answered' | 'closed'
  askedBy: string
  owner: string
  /** In words, in the plan's time zone with its name: "Thursday 18 June, 14:00 CEST". */
  promised: string
  isOverdue: boolean
  /** The vendor keeps the task to itself now: who asked could read no answer. */
  isHidden: boolean
  closingProposedBy: string | null
  closedBy: string | null
  may: { answer: boolean; hand: boolean; proposeClosing: boolean; close: boolean; reopen: boolean }
}

export type ThreadView = {
  /** Of its first comment, which comes first among its comments. */
  id: string
  comments: CommentView[]
  resolved: { by: string; when: string } | null
  /** What its first comment asks, where it is a question. */
  question: QuestionView | null
}

/** Someone a comment can mention. */
export type MentionablePerson = { name: string; side: ActorSide }

/** What was written about one thing, oldest first. */
export type ConversationView = {
  threads: ThreadView[]
  /** How many comments that the reader's side may read were written about it, for the limit that is told beside the field. */
  size: number
  people: MentionablePerson[]
  /** Members the reader can hand a question to. */
  members: { id: string; name: string }[]
  mayWrite: boolean
  /** Whether the reader can write for the own side alone. */
  mayWriteInternally: boolean
}
