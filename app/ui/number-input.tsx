import { type ChangeEvent, type ComponentProps, useState } from 'react'
import { wholeNumberWords } from '#app/kit/field-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { type NumberHabit, numberHabit, numberText, readNumber } from '#app/kit/read-number.ts'
import { useLanguages } from '#app/kit/request-context.tsx'
import { withUnit } from '#emails/parts/amounts.ts'
import { readNumberWords, twoReadingsWords } from './number-words.ts'

export type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'inputMode' | 'onChange' | 'defaultValue'> & {
  id: string
  defaultValue: string
  /** Whether that was typed and came back, rather than stored: then it is echoed from the start, also without JavaScript. */
  isTyped?: boolean
  /** Whether decimals are allowed; they are written with a comma or a point. */
  decimals?: boolean
  /** What is counted ("days"), or where that is typed itself, the field of the same form and what it holds. */
  unit?: string | { field: string; value: string }
}

/**
 * A number as text with the right keyboard, read on the server as people write numbers, and echoed as it will be read. What is wrong is
 * not said twice where the form was refused for it. The browser's own number input drops a decimal comma silently and follows the
 * mouse wheel.
 */
export function NumberInput({ decimals = false, unit = '', isTyped = false, ...input }: NumberInputProps) {
  const habit = numberHabit(useLanguages())
  const [typed, setTyped] = useState<Echo | null>()
  const unitThen = typeof unit === 'string' ? unit : unit.value
  const first = isTyped ? numberEchoOf(input.defaultValue, decimals, unitThen, habit) : null
  const echo = typed === undefined ? first : typed
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const unitNow = typeof unit === 'string' ? unit : valueIn(target.form, unit.field)
    setTyped(numberEchoOf(target.value, decimals, unitNow, habit))
  }
  return (
    <>
      <input
        {...input}
        type="text"
        inputMode={decimals ? 'decimal' : 'numeric'}
        autoComplete="off"
        maxLength={textSizes.number}
        onChange={onChange}
      />
      <output className="echo" htmlFor={input.id}>
        {echo && (echo.isRead || !input['aria-invalid']) ? echo.words : null}
      </output>
    </>
  )
}

function valueIn(form: HTMLFormElement | null, field: string): string {
  const control = form?.elements.namedItem(field)
  return control instanceof HTMLInputElement ? control.value.trim() : ''
}

/** What is said about a typed number: how it is read, or why it is not. */
type Echo = { words: string; isRead: boolean }

/** How a typed number is understood; nothing where that is the same as what was typed, or cannot be read yet. */
export function numberEchoOf(
  text: string,
  decimals: boolean,
  unit: string,
  habit: NumberHabit | null = null,
): Echo | null {
  const read = readNumber(text, decimals ? habit : null)
  if (read === null) return null
  if ('either' in read && decimals) {
    const [decimal, whole] = read.either
    return { words: twoReadingsWords(numberText(decimal), numberText(whole)), isRead: false }
  }
  const value = 'value' in read ? read.value : read.either[1]
  if (!decimals && !Number.isInteger(value)) return { words: wholeNumberWords, isRead: false }
  const said = unit ? withUnit(value, unit) : numberText(value)
  return said === text.trim() ? null : { words: readNumberWords(said), isRead: true }
}
