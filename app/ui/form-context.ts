import { createContext, useContext } from 'react'
import type { FormReply } from './form-reply.ts'
import { faultsOf, postedValue } from './form-reply.ts'

export type FormState = { reply: FormReply | null; busy: boolean }

/** What a form tells its fields; a field may also be outside a form. */
export const FormContext = createContext<FormState>({ reply: null, busy: false })

export type FieldState = {
  fault: string | undefined
  /** Whether this is the only fault of the form, which says nothing above it then: the field itself is the alert. */
  isLone: boolean
  posted: string | string[] | undefined
}

/** The fault of a field and what was posted for it. */
export function useField(name: string): FieldState {
  const { reply } = useContext(FormContext)
  const faults = faultsOf(reply)
  return {
    fault: faults.find((fault) => fault.field === name)?.message,
    isLone: faults.length === 1,
    posted: postedValue(reply, name),
  }
}
