import { Fragment, type RefObject, memo, useCallback, useEffect, useRef, useState } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { opensElsewhere } from '#app/ui/opens-elsewhere.ts'
import type { TaskView } from '../view/plan-view.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { CellEditor } from './cell-editor.tsx'
import { changeCellWords, renameWords } from './cell-words.ts'
import { type RowStop, type TaskCell, type WayOut, taskCells } from './cells.ts'
import { arrowTo, focusNeighbour } from './focus-neighbour.ts'

export type TaskCellsProps = { plan: PlanFrame; task: TaskView; links: PlanLinks; formKey: string }

/** A cell with its field, until it is saved. Asked for again while it is saved, the field opens once more when it is. */
type Edited = { cell: TaskCell; turn: number; isAskedAgain: boolean }

const withEdited = (open: readonly Edited[], cell: TaskCell): readonly Edited[] =>
  open.some((it) => it.cell === cell)
    ? open.map((it) => (it.cell === cell ? { ...it, isAskedAgain: true } : it))
    : [...open, { cell, turn: 0, isAskedAgain: false }]

/**
 * What makes the cells of a row editable, laid over them: a button on each cell that opens its field. Arrows lead from the title along
 * the row and to other rows; F2 renames. Besides the title, one of the buttons at most is a stop for Tab.
 */
export const TaskCells = memo(function TaskCells({ plan, task, links, formKey }: TaskCellsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<RowStop>('open')
  const [edited, setEdited] = useState<readonly Edited[]>([])
  const keys = useRef(0)
  const stopAt = useCallback(
    (at: RowStop) => box.current?.parentElement?.querySelector<HTMLElement>(`[data-cell=${at}]`) ?? null,
    [],
  )
  const edit = useCallback((cell: TaskCell) => setEdited((open) => withEdited(open, cell)), [])
  const newKey = (what: string) => `${formKey}:${what}:${task.id}:${(keys.current += 1)}`
  useNameAsker(box, edit)
  useRowKeys(box, (event, at) => {
    if (event.key !== 'F2') return !event.altKey && !event.shiftKey && focusNeighbour(at, event.key)
    edit(taskCells.find((cell) => cell === at.dataset['cell']) ?? 'title')
    return true
  })

  function onLeave(cell: TaskCell, way: WayOut) {
    setEdited((open) => open.map((it) => (it.cell === cell ? { ...it, isAskedAgain: false } : it)))
    if (way === 'elsewhere') return
    // The button that renames is only there while its row is used: what was renamed is the title.
    if (way === 'back') return stopAt(cell === 'title' ? 'open' : cell)?.focus()
    const from = stopAt(cell)
    if (from) focusNeighbour(from, arrowTo[way])
  }

  function onClose(cell: TaskCell) {
    setEdited((open) => open.filter((it) => it.cell !== cell))
  }

  function onSaved(cell: TaskCell) {
    const isStillThere = document.activeElement === stopAt(cell === 'title' ? 'open' : cell)
    setEdited((open) =>
      open.flatMap((it) => {
        if (it.cell !== cell) return [it]
        return it.isAskedAgain && isStillThere ? [{ cell, turn: it.turn + 1, isAskedAgain: false }] : []
      }),
    )
  }

  return (
    <div ref={box} className="task-cells no-print">
      {taskCells.map((cell) => (
        <Fragment key={cell}>
          <button
            data-cell={cell}
            className={`task-cell cell-${cell}`}
            tabIndex={stop === cell ? 0 : -1}
            onFocus={() => setStop(cell)}
            type="button"
            aria-label={changeCellWords(plan, task, cell)}
            title={cell === 'title' ? renameWords : undefined}
            onClick={() => edit(cell)}
          />
          {edited.map(
            (it) =>
              it.cell === cell && (
                <CellEditor
                  key={it.turn}
                  {...{ cell, plan, task, links, stopAt }}
                  newKey={() => newKey(cell)}
                  onLeave={(way) => onLeave(cell, way)}
                  onClose={() => onClose(cell)}
                  onSaved={() => onSaved(cell)}
                />
              ),
          )}
        </Fragment>
      ))}
    </div>
  )
})

/**
 * Keys pressed on the title of a row or on one of its cells.
 * @param onKey whether the key was for the row
 */
function useRowKeys(box: RefObject<HTMLElement>, onKey: (event: KeyboardEvent, at: HTMLElement) => boolean) {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const row = box.current?.parentElement
    const onKeyDown = (event: KeyboardEvent) => {
      const at = event.target
      if (!(at instanceof HTMLElement) || at.dataset['cell'] === undefined || event.ctrlKey || event.metaKey) return
      if (latest.current(event, at)) event.preventDefault()
    }
    row?.addEventListener('keydown', onKeyDown)
    return () => row?.removeEventListener('keydown', onKeyDown)
  }, [box])
}

/** The chip that asks for a name opens the field of the owner, instead of leading to the form. */
function useNameAsker(box: RefObject<HTMLElement>, edit: (cell: TaskCell) => void) {
  useEffect(() => {
    const row = box.current?.parentElement
    const onClick = (event: MouseEvent) => {
      const isChip = event.target instanceof Element && event.target.closest('.chip-link') !== null
      if (!isChip || opensElsewhere(event) || box.current?.offsetParent === null) return
      event.preventDefault()
      edit('owner')
    }
    row?.addEventListener('click', onClick, { capture: true })
    return () => row?.removeEventListener('click', onClick, { capture: true })
  }, [box, edit])
}
