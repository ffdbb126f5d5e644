import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import type { PlanView } from '../view/plan-view.ts'
import { seenOwner } from '../core/owner-value.ts'
import { ArrangeBar, type BarChoice, type GivenOwner } from './arrange-bar.tsx'
import { confirmArrangeWords, draggedWords } from './arrange-words.ts'
import { type DropPlace, type MilestonePlace, milestonePlace, milestonePlaceAt, taskPlaceAt } from './drop-place.ts'
import { moveMilestoneOrder, moveTasksOrder, ownerAfter } from './orders.ts'
import { type RowPlace, rowMove } from './row-move.ts'
import { keepSelected, selectTasks, selectedTasks, toggleTask, useSelectedTasks } from './selected-tasks.ts'
import { idBelow, milestoneOf, milestoneAround, openRowsOf, rowOfTask, shownTaskOf } from './table-rows.ts'
import { useOrders } from './use-orders.tsx'
import { useRowDrag } from './use-row-drag.ts'

export type SelectAndMoveRowsProps = { plan: PlanView; links: PlanLinks; formKey: string }

/** Steps across rows. */
const across: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** What is carried along, with the place where it would be dropped. */
type Carried =
  | { is: 'tasks'; ids: ReadonlySet<string>; drop: DropPlace<RowPlace> | undefined }
  | { is: 'milestone'; title: string; drop: DropPlace<MilestonePlace> | undefined }

/**
 * Selects tasks of the table, and moves them, deletes them, gives them an owner; moves milestones. By pointer and touch rows are dragged; by
 * keyboard X selects, Shift with an arrow selects on, Alt with an arrow moves, Delete deletes, O and M lead to owner and milestone.
 */
export function SelectAndMoveRows({ plan, links, formKey }: SelectAndMoveRowsProps) {
  const table = useRef<HTMLElement | null>(null)
  // Known before the effects that listen to it.
  const mark = useCallback((within: Element | null) => {
    table.current = within?.closest<HTMLElement>('.table') ?? null
  }, [])
  const [choice, setChoice] = useState<BarChoice>(null)
  const { give, pending, shown } = useOrders({ action: links.plan, formKey })
  const milestones = useMemo(() => plan.stages.flatMap((stage) => stage.milestones), [plan])
  const tasks = useMemo(() => milestones.flatMap((milestone) => milestone.tasks), [milestones])
  const goals = useMemo(() => new Set(milestones.filter(({ goal }) => goal !== null).map(({ id }) => id)), [milestones])
  const selection = useSelectedTasks()
  const selected = tasks.filter(({ id, hidden }) => !hidden && selection.has(id))
  if (choice && selected.length === 0) setChoice(null)

  const moveTasks = (ids: ReadonlySet<string>, focus: string, placeOf: () => RowPlace | undefined) =>
    give({
      focus: `task-${focus}`,
      find() {
        const place = placeOf()
        if (!place) return undefined
        const isWithin = [...ids].every((id) => milestoneAround(id) === place.milestoneId)
        const to = milestones.find(({ id }) => id === place.milestoneId)?.title ?? ''
        const title = confirmArrangeWords.move(ids.size, to)
        return moveTasksOrder([...ids], place, isWithin ? null : { title, button: 'move', back: `task-${focus}` })
      },
    })
  const remove = () => {
    const taskIds = selected.map(({ id }) => id)
    if (taskIds.length === 0) return
    const [first = ''] = taskIds
    const ask = { title: confirmArrangeWords.remove(taskIds.length), button: 'remove', back: `task-${first}` } as const
    const focus = idBelow(first, new Set(taskIds))
    give({ focus, find: () => ({ values: { intent: 'remove-tasks', taskIds }, ask }) })
  }
  const assign = (owner: GivenOwner) => {
    const taskIds = selected.map(({ id }) => id)
    // What is seen of a task is the owner that an earlier order of this page gives it: someone else's change meanwhile is asked about.
    const seenOwners = selected.map((task) => seenOwner(task, ownerAfter(pending, task.id)))
    const values = { intent: 'assign-tasks', taskIds, seenOwners, ...owner }
    give({
      focus: `task-${taskIds[0] ?? ''}`,
      assigns: { taskIds, owner: owner.ownerName === undefined ? owner.owner : `placeholder:${owner.ownerName}` },
      find: () => ({ values, ask: null }),
    })
  }
  const movedWith = (id: string) => (selection.has(id) ? new Set(selected.map((task) => task.id)) : new Set([id]))

  const carried = (row: HTMLElement, x: number, y: number): Carried => {
    const { left, width } = row.getBoundingClientRect()
    const over = document.elementFromPoint(Math.min(Math.max(x, left + 1), left + width - 1), y)
    if (row.classList.contains('ms'))
      return {
        is: 'milestone',
        title: row.querySelector('b')?.textContent ?? '',
        drop: milestonePlaceAt(over, y, { moving: row.closest('.milestone') ?? row, goals }),
      }
    const ids = movedWith(shownTaskOf(row) ?? '')
    return { is: 'tasks', ids, drop: taskPlaceAt(over, y, ids) }
  }

  const drag = useRowDrag(table, {
    rowAt(target) {
      const row = target.closest<HTMLElement>('.row, .ms')
      if (!row || target.closest('button, input, select, textarea, .edit, .chip-link, .talk-count, .ms-acts, .ms-exit'))
        return null
      return row.matches('.ms') || row.querySelector('.row-pick') ? row : null
    },
    onDrop({ row, x, y }) {
      const it = carried(row, x, y)
      const place = it.drop?.place
      if (!place) return
      if (it.is === 'milestone') moveMilestone(place.milestoneId, () => it.drop?.place)
      else moveTasks(it.ids, shownTaskOf(row) ?? '', () => it.drop?.place)
    },
    onRest(row) {
      const id = shownTaskOf(row)
      if (id) toggleTask(id)
    },
  })

  /** @returns whether the key was for the rows */
  function onKey(event: KeyboardEvent, at: HTMLElement): boolean {
    // A key that is held down moves on once the move before is done.
    const isHeld = event.repeat && pending.length > 0
    const milestone = at.closest('.ms')?.closest('.milestone')
    if (milestone) {
      const step = event.altKey ? across[event.key] : undefined
      if (step !== undefined && !isHeld) stepMilestone(milestone, step)
      return step !== undefined
    }
    const row = at.closest('.row')
    const id = row && shownTaskOf(row)
    if (!row || !id || at.dataset['cell'] === undefined || !table.current) return false
    if (event.altKey) {
      // Where it cannot move either: in some browsers the same keys leave the page.
      if (!event.key.startsWith('Arrow')) return false
      if (!isHeld) stepTasks(movedWith(id), id, event.key)
      return true
    }
    const step = across[event.key]
    if (event.shiftKey && step !== undefined) {
      const rows = openRowsOf(table.current)
      const next = rows[rows.indexOf(row) + step]
      selectTasks([...selectedTasks(), id, ...[next].flatMap((it) => (it && shownTaskOf(it)) ?? [])])
      next?.querySelector<HTMLElement>(`[data-cell=${at.dataset['cell']}]`)?.focus()
      return true
    }
    if (event.key.toLowerCase() === 'x') toggleTask(id)
    else if (selection.size === 0) return false
    else if (event.key === 'Escape') selectTasks([])
    else if (event.key === 'Delete') remove()
    else if (event.key.toLowerCase() === 'o') setChoice('owner')
    else if (event.key.toLowerCase() === 'm') setChoice('milestone')
    else return false
    return true
  }

  const stepTasks = (ids: ReadonlySet<string>, at: string, key: string) =>
    moveTasks(ids, at, () => {
      const row = rowOfTask(at)
      return row ? rowMove(row, key, ids) : undefined
    })

  const moveMilestone = (id: string, placeOf: () => MilestonePlace | undefined) =>
    give({
      focus: `point-${id}`,
      find() {
        const place = placeOf()
        return place && moveMilestoneOrder(place)
      },
    })

  const stepMilestone = (group: Element, step: number) =>
    moveMilestone(milestoneOf(group) ?? '', () => {
      const siblings = [...(group.closest('.stage')?.querySelectorAll('.milestone') ?? [])]
      return milestonePlace(siblings, group, siblings.indexOf(group) + (step > 0 ? 2 : -1), goals)
    })

  /** With Shift, all rows between the one that was selected last and this one. */
  function onClick(event: MouseEvent) {
    const pick = event.target instanceof Element ? event.target.closest('.row-pick') : null
    const row = pick?.closest('.row')
    if (!row || !event.shiftKey || !table.current) return
    const rows = openRowsOf(table.current)
    const last = rows.findIndex((it) => it === rowOfTask([...selectedTasks()].at(-1) ?? ''))
    const ends = [last < 0 ? rows.indexOf(row) : last, rows.indexOf(row)]
    const between = rows.slice(Math.min(...ends), Math.max(...ends) + 1)
    selectTasks([...selectedTasks(), ...between.flatMap((it) => shownTaskOf(it) ?? [])])
  }

  // What is done with the selection is done to rows that are in view.
  useEffect(() => keepInView(table.current))
  const latest = useRef({ onKey, onClick })
  useEffect(() => {
    latest.current = { onKey, onClick }
  })
  useEffect(() => {
    const element = table.current
    const press = (event: KeyboardEvent) => {
      const at = event.target
      if (event.ctrlKey || event.metaKey || event.isComposing || !(at instanceof HTMLElement)) return
      if (at.closest('input, textarea, select, [role=listbox], .arrange-bar')) return
      if (!latest.current.onKey(event, at)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const click = (event: MouseEvent) => latest.current.onClick(event)
    const fold = () => keepInView(element)
    // Before the rows themselves, whose arrows without Shift lead to the next cell.
    element?.addEventListener('keydown', press, { capture: true })
    element?.addEventListener('click', click)
    element?.addEventListener('toggle', fold, { capture: true })
    return () => {
      element?.removeEventListener('keydown', press, { capture: true })
      element?.removeEventListener('click', click)
      element?.removeEventListener('toggle', fold, { capture: true })
      selectTasks([])
    }
  }, [])

  const it = drag && carried(drag.row, drag.x, drag.y)
  const edges = drag?.row.closest('.table')?.getBoundingClientRect()
  return (
    <>
      <span ref={mark} hidden />
      {selected.length > 0 && (
        <ArrangeBar
          {...{ plan, links, choice }}
          tasks={selected}
          onChoose={setChoice}
          onOwner={(owner) => {
            setChoice(null)
            assign(owner)
          }}
          onMilestone={(milestoneId) => {
            setChoice(null)
            moveTasks(new Set(selected.map(({ id }) => id)), selected[0]?.id ?? '', () => ({ milestoneId }))
          }}
          onRemove={remove}
          onClear={() => {
            setChoice(null)
            selectTasks([])
            rowOfTask(selected[0]?.id ?? '')
              ?.querySelector<HTMLElement>('[data-cell=open]')
              ?.focus()
          }}
        />
      )}
      {drag && it && (
        <>
          <div className="arrange-carried" style={{ left: drag.x + 14, top: drag.y + 8 }} dir="auto">
            {it.is === 'milestone'
              ? it.title
              : draggedWords(it.ids.size, tasks.find(({ id }) => it.ids.has(id))?.title ?? '')}
          </div>
          {it.drop && edges && (
            <div className="arrange-line" style={{ left: edges.left, width: edges.width, top: it.drop.y }} />
          )}
        </>
      )}
      {shown}
    </>
  )
}

/** Tasks whose row is folded away or not shown are no longer selected. */
function keepInView(table: Element | null) {
  if (table && selectedTasks().size > 0)
    keepSelected(new Set(openRowsOf(table).flatMap((row) => shownTaskOf(row) ?? [])))
}
