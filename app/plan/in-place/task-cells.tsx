import { Link, useSearchParams } from '@remix-run/react'
import { Fragment, type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { opensElsewhere } from '#app/ui/opens-elsewhere.ts'
import type { TaskView } from '../view/plan-view.ts'
import { openTaskWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { CellEditor } from './cell-editor.tsx'
import { changeCellWords, renameWords } from './cell-words.ts'
import { type RowStop, type TaskCell, type WayOut, taskCells } from './cells.ts'
import { arrowTo, focusNeighbour } from './focus-neighbour.ts'
import { useRowMover } from './use-row-mover.tsx'

export type TaskCellsProps = { plan: PlanFrame; task: TaskView; links: PlanLinks; formKey: string }

/**
 * What makes the cells of a row editable, laid over them: a link on the title, and a button on each cell that opens its field. One of them
 * is a stop for Tab; arrows lead to the others and to those of other rows, with Alt they move the task; F2 renames.
 */
export const TaskCells = memo(function TaskCells({ plan, task, links, formKey }: TaskCellsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<RowStop>('open')
  const [edited, setEdited] = useState<readonly TaskCell[]>([])
  const keys = useRef(0)
  const stopAt = useCallback((at: RowStop) => box.current?.querySelector<HTMLElement>(`[data-cell=${at}]`) ?? null, [])
  const edit = useCallback((cell: TaskCell) => setEdited((open) => (open.includes(cell) ? open : [...open, cell])), [])
  const takeFocus = useCallback(() => stopAt('open')?.focus(), [stopAt])
  const mover = useRowMover({ taskId: task.id, action: links.plan, takeFocus })
  const newKey = (what: string) => `${formKey}:${what}:${task.id}:${(keys.current += 1)}`
  useNameAsker(box, edit)
  const [search, setSearch] = useSearchParams()

  /** Another task takes the place of one that is open there, so that Back closes it. */
  function openBeside() {
    const next = new URLSearchParams(search)
    next.set('task', task.id)
    setSearch(next, { preventScrollReset: true, replace: search.has('task') })
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
    if (at === undefined || event.ctrlKey || event.metaKey) return
    if (event.altKey) {
      if (!mover.moveBy(event.currentTarget, event.key, newKey('move'))) return
    } else if (event.key === 'F2') edit(taskCells.find((cell) => cell === at) ?? 'title')
    else if (!focusNeighbour(event.target as HTMLElement, event.key)) return
    event.preventDefault()
  }

  function onLeave(cell: TaskCell, way: WayOut) {
    if (way === 'elsewhere') return
    const from = stopAt(cell)
    from?.focus()
    if (from && way !== 'back') focusNeighbour(from, arrowTo[way])
  }

  const stopOf = (at: RowStop) => ({
    'data-cell': at,
    className: ['task-cell', `cell-${at}`].join(' '),
    tabIndex: stop === at ? 0 : -1,
    onFocus: () => setStop(at),
  })
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons within
    <div ref={box} className="task-cells no-print" onKeyDown={onKeyDown}>
      <Link
        {...stopOf('open')}
        to={links.taskPage(task.id)}
        discover="none"
        aria-label={openTaskWords(task.title)}
        onClick={(event) => {
          if (innerWidth <= 1100 || opensElsewhere(event)) return
          event.preventDefault()
          openBeside()
        }}
      />
      {mover.shown}
      {taskCells.map((cell) => (
        <Fragment key={cell}>
          <button
            {...stopOf(cell)}
            type="button"
            aria-label={changeCellWords(plan, task, cell)}
            title={cell === 'title' ? renameWords : undefined}
            onClick={() => edit(cell)}
          />
          {edited.includes(cell) && (
            <CellEditor
              {...{ cell, plan, task, links, stopAt }}
              newKey={() => newKey(cell)}
              onLeave={(way) => onLeave(cell, way)}
              onClose={() => setEdited((open) => open.filter((it) => it !== cell))}
            />
          )}
        </Fragment>
      ))}
    </div>
  )
})

/** The chip that asks for a name opens the field of the owner, instead of leading to the form. */
function useNameAsker(box: { current: HTMLElement | null }, edit: (cell: TaskCell) => void) {
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
