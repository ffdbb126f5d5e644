import { refusals } from './refusal-words.ts'

export type Fault = { field: string; message: string }

/** Two people changed one field; both values as a form would post them. */
export type Conflict = { field: string; label: string; yours: string; theirs: string; by: string; at: string }

type Details = {
  faults?: Fault[]
  conflicts?: Conflict[]
  retryAfter?: number
  wantsSignIn?: boolean
  isSentBefore?: boolean
  isGone?: boolean
}

/** Some fields are wrong, each with what is to be told beside it. */
export const wrongFields = (faults: readonly Fault[]) => new Refusal(422, refusals.checkFields, { faults: [...faults] })

/** Why a command was not carried out, in words for people. Nothing was written. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly faults: Fault[]
  readonly conflicts: Conflict[]
  /** Seconds after which it may be tried again; of 429 and 503 alone. */
  readonly retryAfter: number | undefined
  /** Whether it is only that the sign-in is too long ago. */
  readonly wantsSignIn: boolean
  /** Whether the same form was carried out before, with other contents or to an effect that was taken back since. */
  readonly isSentBefore: boolean
  /** Whether what it was about has been deleted, and perhaps its page with it. */
  readonly isGone: boolean

  constructor(
    status: Refusal['status'],
    message: string,
    {
      faults = [],
      conflicts = [],
      retryAfter,
      wantsSignIn = false,
      isSentBefore = false,
      isGone = false,
    }: Details = {},
  ) {
    super(message)
    this.status = status
    this.faults = faults
    this.conflicts = conflicts
    this.retryAfter = retryAfter
    this.wantsSignIn = wantsSignIn
    this.isSentBefore = isSentBefore
    this.isGone = isGone
  }
}

/** An invalid value: 422, shown beside its field. */
export const fieldRefusal = (field: string, message: string) =>
  new Refusal(422, message, { faults: [{ field, message }] })

/** The sign-in is too long ago for what this changes. */
export const signInAgain = () =>
  new Refusal(403, refusals.signInAgain, {
    wantsSignIn: true,
  })

/** 404, for what does not exist and for what the reader may not know of alike. */
export const notFound = () => new Refusal(404, refusals.notFound)

/** The database is unavailable, overloaded or locked. Whether the change was made is not certain; sending it again is safe. */
export const databaseUnavailable = () => new Refusal(503, refusals.unavailable, { retryAfter: 5 })
