import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, type FormValues, faultsOf } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import type { TaskView } from '../view/plan-view.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'
import { TaskFieldControl } from '../task/task-field-control.tsx'
import { CellChoice } from './cell-choice.tsx'
import { CellConflict } from './cell-conflict.tsx'
import { cellOfTask, choicesNotLoadedWords } from './cell-words.ts'
import type { RowStop, TaskCell, TypedCell, WayOut } from './cells.ts'
import { useOverCell } from './use-over-cell.ts'

export type EditedCell = {
  cell: TaskCell
  plan: PlanFrame
  task: TaskView
  /** The element of a stop of the row. */
  stopAt: (stop: RowStop) => HTMLElement | null
}

type CellFieldProps = EditedCell & {
  seen: TypedCell
  choices: TaskChoices | null
  /** Whether the choices could not be loaded. */
  hasFailed: boolean
  reply: FormReply | null
  /** @param typed to save, where anything may have been typed */
  onLeave: (way: WayOut, typed?: TypedCell) => void
  onSend: (values: FormValues) => void
}

/** The field of a cell, over the cell: Enter saves, Escape does not, Tab saves and goes on; a press elsewhere saves what was typed. */
export function CellField(props: CellFieldProps) {
  const { cell, plan, task, seen, choices, hasFailed, reply, stopAt, onLeave, onSend } = props
  const box = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const way = useRef<WayOut>('back')
  const isLeft = useRef(false)
  useOverCell(box, stopAt, cell === 'title' ? 'open' : cell)
  const isReady = cell !== 'dates' || choices !== null
  useEffect(() => {
    // Who already types in the field of another cell is not interrupted.
    const other = document.activeElement?.closest('.cell-field')
    if (other && other !== box.current) return
    const field = box.current?.querySelector<HTMLElement>('input:not([type=hidden]), [role=listbox]')
    ;(field ?? box.current)?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [isReady])

  function leave(to: WayOut, typed?: TypedCell) {
    if (isLeft.current) return
    isLeft.current = true
    onLeave(to, typed)
  }

  function leaveSaving(to: WayOut) {
    if ((cell === 'title' || cell === 'dates') && isReady) {
      way.current = to
      form.current?.requestSubmit()
    } else leave(to)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Tab' && isLast(event))) return
    event.preventDefault()
    if (event.key === 'Escape') leave('back')
    else leaveSaving(event.shiftKey ? 'before' : 'next')
  }

  function onBlur({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>) {
    // Not for another window, nor while a refusal waits for an answer.
    if (!reply && document.hasFocus() && !currentTarget.contains(relatedTarget)) leaveSaving('elsewhere')
  }

  const names = isReady ? fieldNames[cell] : []
  const isSaidBeside = faultsOf(reply).some((fault) => names.some((name) => name === fault.field))
  const message = hasFailed ? choicesNotLoadedWords : isSaidBeside ? undefined : refusalWords(reply)
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields within
    <div ref={box} className={`cell-field is-${cell}`} tabIndex={-1} onKeyDown={onKeyDown} onBlur={onBlur}>
      <form
        ref={form}
        noValidate
        aria-label={cellOfTask(cell, task.title)}
        aria-busy={!isReady || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          leave(way.current, typedIn(event.currentTarget))
        }}
      >
        {cell === 'title' || cell === 'dates' ? (
          names.map((name) => <TaskFieldControl key={name} field={name} value={seen[name] ?? ''} />)
        ) : (
          <CellChoice {...{ cell, plan, task, seen, choices, hasFailed }} onPick={(typed, to) => leave(to, typed)} />
        )}
        {cell === 'dates' && isReady && <SubmitButton>{buttonWords.save}</SubmitButton>}
        {message && (
          <p className="err" role="alert">
            {message}
          </p>
        )}
        {reply?.status === 'conflict' && <CellConflict {...{ reply, plan, choices, onSend }} />}
      </form>
    </div>
  )
}

const fieldNames = {
  title: ['title'],
  dates: ['durationDays', 'notBefore', 'notAfter'],
  side: [],
  owner: [],
  status: [],
} as const satisfies Record<TaskCell, readonly (keyof TaskChoices['values'])[]>

/** Whether Tab leaves the fields. */
function isLast({ currentTarget, target, shiftKey }: KeyboardEvent<HTMLDivElement>): boolean {
  const stops = [...currentTarget.querySelectorAll('input:not([type=hidden]), button, [role=listbox]')]
  return stops.length === 0 || stops.at(shiftKey ? 0 : -1) === target || target === currentTarget
}

/** The texts of a form by the names of its fields. */
const typedIn = (form: HTMLFormElement): TypedCell =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
