/**
 * The reply to a form, in the shape that the runner answers with. Defined here because `ui/` knows no feature; whatever
 * answers forms must be assignable to it.
 */
export type FormReply =
  | { status: 'done' }
  /** `wantsSignIn`: it goes through once its sender has signed in again, in another tab. */
  | {
      status: 'invalid'
      message?: string
      faults: readonly FormFault[]
      values: FormValues
      wantsSignIn?: boolean | undefined
      /** It was already saved, with other values or to an effect that was taken back since: saving again needs a new form. */
      isSentBefore?: boolean | undefined
      /** Said by the browser or the server where no command could answer: the same post may be sent again under its key. */
      unsent?: 'failed' | 'signed out' | 'refused'
    }
  /** It was only previewed: nothing is saved, what was typed stays. */
  | { status: 'previewed'; values: FormValues }
  | { status: 'conflict'; conflicts: readonly FormConflict[]; values: FormValues }

export type FormFault = { field: string; message: string }

/** Both values of one field that two people changed; `yours` and `theirs` are what a form would post. */
export type FormConflict = { field: string; label: string; yours: string; theirs: string; by: string; at: string }

/** Everything that was posted, by field, the hidden fields too. */
export type FormValues = Readonly<Record<string, string | string[]>>

/** A post that failed before its command could answer. */
export type UnsentReply = Extract<FormReply, { status: 'invalid' }> & { unsent: 'failed' | 'signed out' | 'refused' }

export const isUnsent = (reply: FormReply | null | undefined): reply is UnsentReply =>
  reply?.status === 'invalid' && reply.unsent !== undefined

/** The faults that fields show; those without a field are shown by the form. */
export const faultsOf = (reply: FormReply | null | undefined): readonly FormFault[] =>
  reply?.status === 'invalid' ? reply.faults.filter(({ field }) => field !== '') : []

/**
 * The reply when it answers the form with this intent, else nothing: for pages that hold several forms.
 * @param carried fields that tell it from other forms of the intent, such as the id of its row; undefined for one it does not carry
 */
export function replyTo<R extends FormReply>(
  reply: R | null | undefined,
  intent: string,
  carried: Readonly<Record<string, string | undefined>> = {},
): R | undefined {
  if (!reply || reply.status === 'done') return undefined
  const { values } = reply
  const isFrom = Object.entries({ intent, ...carried }).every(([name, value]) => values[name] === value)
  return isFrom ? reply : undefined
}

/** What was posted for a field, or undefined where there is no reply or the field was not posted. */
export function postedValue(reply: FormReply | null | undefined, field: string): string | string[] | undefined {
  return reply && reply.status !== 'done' ? reply.values[field] : undefined
}

/**
 * The hidden fields that resolve one conflict by a plain post: everything as it was sent, the field with the value
 * that was chosen, and what the other person wrote as the value now seen.
 */
export function settledValues(values: FormValues, conflict: FormConflict, keep: 'yours' | 'theirs'): FormValues {
  const theirs = asFields(conflict.theirs)
  return {
    ...values,
    [conflict.field]: keep === 'yours' ? (values[conflict.field] ?? asFields(conflict.yours)) : theirs,
    [`seen.${conflict.field}`]: theirs,
  }
}

/** A set of boxes comes as a JSON list of words, and is posted as many values of one name. */
function asFields(value: string): string | string[] {
  const words = listOfWords(value)
  return words && words.length > 0 ? words : value
}

/** The words of a JSON list that holds nothing else, or null. */
export function listOfWords(value: string): string[] | null {
  if (!value.startsWith('[')) return null
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) && list.every((it): it is string => typeof it === 'string') ? list : null
  } catch {
    return null
  }
}

/** A posted single value, else the value that the page came with. */
export const oneValue = (posted: string | string[] | undefined, fallback: string): string =>
  posted === undefined ? fallback : Array.isArray(posted) ? (posted[0] ?? '') : posted
