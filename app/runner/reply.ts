import type { PlainValue } from './command.ts'
import type { Conflict, Fault } from './refusal.ts'

export type PostedValues = Record<string, string | string[]>

/** What the action of a page answers its form with. */
export type Reply =
  | { status: 'done'; result: PlainValue }
  /**
   * `wantsSignIn`: it goes through once its sender has signed in again. `isSentBefore`: it needs a new key to be another change.
   * `unsent`: whether it was saved is not certain, and the same post may be sent again under its key.
   */
  | {
      status: 'invalid'
      message: string
      faults: Fault[]
      values: PostedValues
      wantsSignIn?: boolean
      isSentBefore?: boolean
      unsent?: 'failed'
    }
  | { status: 'conflict'; message: string; conflicts: Conflict[]; values: PostedValues }

/** What a form that asked to be tried is answered: what was typed stays, `shown` says what would come of it. */
export type PreviewReply<Shown> = { status: 'previewed'; values: PostedValues; shown: Shown }
