import { useCallback, useMemo, useState } from 'react'
import type { ToldFault } from '../core/fault-words.ts'
import type { PlanMaterial } from '../core/plan-material.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import type { AdviceView, PlanView, TaskView } from '../core/view.ts'
import { useScripted } from '#app/ui/use-scripted.ts'
import { type Difference, differenceBetween, movedTasks } from './difference.ts'
import { whatIfWords } from './edit-words.ts'
import { type Edit, withMore } from '../core/edits.ts'
import { keepEqual } from './keep-equal.ts'
import { seenFields } from './what-if-links.ts'
import { applyEdits, mayKeep, realEdits, tryEdits, withMove } from './what-if.ts'

/** What is tried on the page, before anything is kept. */
export type OpenWhatIf = {
  edits: readonly Edit[]
  /** What stood in each edited field when it was first edited. */
  seen: Record<string, string>
  /** The task whose fields are open. */
  task: string | null
  title: string
  difference: Difference | null
  faults: readonly ToldFault[]
  mayKeep: boolean
  /** The plan has changed since this was opened: it is tried on the newest. */
  isOnNewer: boolean
}

export type WhatIf = {
  /** The plan to draw: as it would be, or as it stands. */
  shown: PlanView
  material: PlanMaterial
  /** The rows with all that is tried in them, also what cannot be. */
  rows: PlanRows
  /** Null where nothing is tried. */
  open: OpenWhatIf | null
  /** Tasks whose dates would move, as they stand and as they would be. */
  moved: ReadonlyMap<string, { before: TaskView; after: TaskView }>
  advice: AdviceView | null
  actions: WhatIfActions
}

export type WhatIfActions = {
  /** Tries more edits, in place of earlier ones of the same fields. */
  edit(...edits: Edit[]): void
  /** Tries where a bar was moved to; back where it was, that is tried no more. */
  move(edit: Edit): void
  tryAdvice(advice: AdviceView): void
  /** Opens the fields of a task. */
  showTask(id: string): void
  drop(): void
}

type State = {
  edits: readonly Edit[]
  seen: Record<string, string>
  task: string | null
  advice: AdviceView | null
  /** The plan's number when it was opened. */
  number: number
}

type Asked = {
  material: PlanMaterial
  /** The view of the material. */
  plan: PlanView
  number: number
  /** The number of what was kept last: a new one ends the what-if. */
  kept: number
}

const nothing: WhatIf['moved'] = new Map()

/** The what-if of the plan page, for those who may edit and whose script runs; null for others. */
export function useWhatIf({ material, plan, number, kept }: Asked): WhatIf | null {
  const [state, setState] = useState<State | null>(null)
  const [keptBefore, setKeptBefore] = useState(kept)
  const scripted = useScripted()
  if (kept !== keptBefore) {
    setKeptBefore(kept)
    setState(null)
  }
  const actions = useActions(material, number, setState)
  const edits = useMemo(() => (state ? realEdits(material, state.edits) : []), [material, state])
  const task = state?.task ?? null
  const tried = useMemo(
    () => (edits.length > 0 ? tryEdits(material, edits, task ?? undefined) : null),
    [material, edits, task],
  )
  const shown = useMemo(() => {
    if (!tried?.ok) return plan
    const headline = { ...tried.view.headline, advice: plan.headline.advice }
    return keepEqual(plan, { ...tried.view, headline })
  }, [plan, tried])
  const rows = useMemo(() => applyEdits(material, edits).rows, [material, edits])
  const difference = useMemo(() => (tried?.ok ? differenceBetween(plan, shown) : null), [plan, shown, tried])
  const moved = useMemo(() => (tried?.ok ? movedTasks(plan, shown) : nothing), [plan, shown, tried])
  if (!scripted || !plan.viewer.may.edit) return null
  const told = { rows: material.rows, sight: plan.viewer.sight, today: material.today }
  const open = state &&
    (edits.length > 0 || state.task !== null) && {
      edits,
      seen: state.seen,
      task: state.task,
      title: whatIfWords(told, edits),
      difference,
      faults: tried && !tried.ok ? tried.faults : [],
      mayKeep: mayKeep(material, edits),
      isOnNewer: number !== state.number,
    }
  return { shown, material, rows, open: open || null, moved, advice: state?.advice ?? null, actions }
}

function useActions(
  material: PlanMaterial,
  number: number,
  setState: (next: (state: State | null) => State | null) => void,
): WhatIfActions {
  const change = useCallback(
    (edits: readonly Edit[], list: (before: readonly Edit[]) => Edit[]) =>
      setState((state) => ({
        edits: list(state?.edits ?? []),
        seen: { ...seenFields(material.rows, edits), ...state?.seen },
        task: state?.task ?? null,
        advice: null,
        number: state?.number ?? number,
      })),
    [material, number, setState],
  )
  const edit = useCallback((...edits: Edit[]) => change(edits, (before) => withMore(before, ...edits)), [change])
  const move = useCallback(
    (edit: Edit) => change([edit], (before) => withMove(material, before, edit)),
    [change, material],
  )
  const tryAdvice = useCallback(
    (advice: AdviceView) =>
      setState(() => ({
        edits: advice.edits,
        seen: seenFields(material.rows, advice.edits),
        task: null,
        advice,
        number,
      })),
    [material, number, setState],
  )
  const showTask = useCallback(
    (id: string) => setState((state) => ({ edits: [], seen: {}, advice: null, number, ...state, task: id })),
    [number, setState],
  )
  const drop = useCallback(() => setState(() => null), [setState])
  return useMemo(() => ({ edit, move, tryAdvice, showTask, drop }), [edit, move, tryAdvice, showTask, drop])
}
