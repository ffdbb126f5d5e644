import { type ComponentProps, useContext } from 'react'
import { FormContext } from './form-context.ts'
import { postedValue } from './form-reply.ts'
import { useScripted } from './use-scripted.ts'
import { useTypedDate } from './use-typed-date.ts'
import { formWords } from './form-words.ts'

export type DateInputProps = Omit<ComponentProps<'input'>, 'type' | 'ref'> & {
  name: string
  /** The stored date, where emptying the field takes it away; undefined where a date must be given. */
  held?: string | undefined
  /** The place among inputs of one name. */
  at?: number
}

/**
 * The browser's own date input, alone; posts `YYYY-MM-DD`, and what is needed to tell a date that could not be read from one that was
 * taken away: `held.NAME` and `typed.NAME`. Without a `max` browsers take years of six digits.
 */
export function DateInput({ name, held, at = 0, max = '9999-12-31', defaultValue, ...input }: DateInputProps) {
  const { input: field, said } = useTypedDate()
  const isScripted = useScripted()
  const { reply } = useContext(FormContext)
  // What was stored at first outlives a refused post.
  const stored = held === undefined ? undefined : ([postedValue(reply, `held.${name}`) ?? []].flat()[at] ?? held)
  return (
    <>
      <input
        {...input}
        ref={field}
        type="date"
        name={name}
        max={max}
        // Where React takes over what the server drew, setting the value again would take away half a date typed before.
        {...((isScripted || import.meta.env.SSR) && { defaultValue })}
      />
      {stored !== undefined && <input type="hidden" name={`held.${name}`} value={stored} />}
      {isScripted ? (
        <input type="hidden" ref={said} name={`typed.${name}`} defaultValue="" />
      ) : (
        stored && (
          <label className="remove-date">
            <input type="checkbox" name={`typed.${name}`} value={`removed ${stored}`} /> {formWords.removeDate}
          </label>
        )
      )}
    </>
  )
}
