import type { OwnerView } from './viewer-side.ts'

/** What a task can ask for before it can be marked done. */
export const resultKinds = ['file', 'link', 'sentence', 'approval'] as const
export type ResultKind = (typeof resultKinds)[number]

export type TaskResult = {
  asks: ResultKind
  /** Whose yes is asked for; null for other kinds. */
  approver: OwnerView | null
  /** The name of the file, the link, the sentence, or who approved; null while it is missing. */
  given: string | null
  /** Whether the approver has been asked. */
  isAsked: boolean
}

/** Whether a task still waits for what it asks for. */
export const lacksResult = ({ result }: { result: TaskResult | null }): boolean =>
  result !== null && result.given === null
