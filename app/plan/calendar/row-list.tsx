import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import type { ReactNode } from 'react'
import { createContext, useContext, useId, useState } from 'react'
import type { CalendarList } from './calendar-rows.ts'
import { Button } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { bounds, isNearlyFull, textSizes } from '#app/kit/limits.ts'
import { DateInput } from '#app/ui/date-input.tsx'
import { useField } from '#app/ui/form-context.ts'
import { mostRowsWords, putBackRowWords, removeRowWords, rowListWords } from './calendar-form-words.ts'

export type RowListProps<Row extends { row: number }> = {
  list: CalendarList
  legend: string
  /** The words of the button for one more. */
  add: string
  rows: readonly Row[]
  /** What the row at this place is called. */
  name: (at: number) => string
  /** The cells of a row; `row` is undefined for a blank one, `fresh` once script has added it. */
  children: (row: Row | undefined, fresh: boolean) => ReactNode
}

const Prefix = createContext('')

const after = (numbers: readonly number[]) => Math.max(-1, ...numbers) + 1

const isBlank = (row: object | undefined) =>
  row === undefined || Object.values(row).every((value) => typeof value === 'number' || value === '')

/**
 * A list of rows: the first blank one is for a new entry, more can be added, and each can be removed and restored. Without
 * script both buttons post the form, which comes back with what was typed and one row more or less.
 */
export function RowList<Row extends { row: number }>({ list, legend, add, rows, name, children }: RowListProps<Row>) {
  // Rows that were taken away are not posted; they stay here until the page is left, so that they can be brought back.
  const [begun] = useState(rows)
  const [added, setAdded] = useState<number[]>(rows.some(isBlank) ? [] : [after(rows.map(({ row }) => row))])
  const [fresh, setFresh] = useState<number | null>(null)
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const rowAt = (number: number) => rows.find(({ row }) => row === number) ?? begun.find(({ row }) => row === number)
  const numbers = [...new Set([...begun.map(({ row }) => row), ...added])]
  const addRow = () => {
    const number = after(numbers)
    setAdded([...added, number])
    setFresh(number)
  }
  return (
    <fieldset className="row-list">
      <legend>{legend}</legend>
      {numbers.map((number, at) => (
        <div key={number} className="row-of-list" role="group" aria-label={name(at + 1)}>
          <fieldset className="cells" disabled={gone.has(number)} hidden={gone.has(number)}>
            <Prefix.Provider value={`${list}.${number}`}>{children(rowAt(number), fresh === number)}</Prefix.Provider>
            {(fresh === number || !isBlank(rowAt(number))) && (
              <Button
                type="submit"
                tone="quiet"
                name="rows"
                value={`drop ${list}.${number}`}
                aria-label={removeRowWords(name(at + 1))}
                onClick={(event) => {
                  event.preventDefault()
                  setGone(new Set([...gone, number]))
                }}
              >
                {buttonWords.remove}
              </Button>
            )}
          </fieldset>
          {gone.has(number) && (
            <p className="gone">
              {rowListWords.removed}{' '}
              <Button
                // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
                autoFocus
                tone="quiet"
                aria-label={putBackRowWords(name(at + 1))}
                onClick={() => setGone(new Set([...gone].filter((it) => it !== number)))}
              >
                {rowListWords.undo}
              </Button>
            </p>
          )}
        </div>
      ))}
      {isNearlyFull(numbers.length - gone.size, bounds.calendarRows) && (
        <p className="hint">{mostRowsWords(bounds.calendarRows)}</p>
      )}
      <Button
        type="submit"
        name="rows"
        value={`add ${list}`}
        data-adds={list}
        aria-label={add}
        onClick={(event) => {
          event.preventDefault()
          addRow()
        }}
      >
        {rowListWords.add}
      </Button>
    </fieldset>
  )
}

type CellProps = {
  part: string
  label: string
  type?: 'text' | 'date'
  value: string | undefined
  bad: boolean
  faultId: string
  focus?: boolean
  /** An optional date, with a control to remove it. */
  optional?: boolean
}

/** One input of a row. */
export function RowCell({
  part,
  label,
  type = 'text',
  value = '',
  bad,
  faultId,
  focus = false,
  optional = false,
}: CellProps) {
  const id = useId()
  const name = `${useContext(Prefix)}.${part}`
  const { fault } = useField(name)
  const control = {
    id,
    name,
    defaultValue: withoutDirectionMarks(value),
    'aria-invalid': bad || fault !== undefined || undefined,
    'aria-describedby': fault ? `${id}-fault` : bad ? faultId : undefined,
    // A row that is wrong or was asked for is where to go on.
    autoFocus: bad || fault !== undefined || (focus && value === ''),
  }
  const look = ['field', type === 'date' ? 'of-date' : '', fault ? 'bad' : ''].filter(Boolean).join(' ')
  return (
    <div className={look}>
      <label htmlFor={id}>{label}</label>
      {type === 'date' ? (
        <DateInput {...control} held={optional ? value : undefined} />
      ) : (
        <input {...control} type="text" dir="auto" maxLength={textSizes.dayOff} />
      )}
      {fault && (
        <p className="err" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
