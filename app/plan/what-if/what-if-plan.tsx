import { buildView } from '../view/build-view.ts'
import { tasksOfEdit } from '../edits/edit.ts'
import { withMoreEdits } from '../edits/read-edits.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { WhatIfAsk, DrawnPlan, MovedHere, WhatIfMaterial, WhatIfPlan, PreviewedPlan } from './what-if-asks.ts'
import { differenceBetween, movedDates, movedTasks } from './difference.ts'
import { editOfMove } from './drag-edits.ts'
import { editNotes, whatIfWords } from './edit-words.ts'
import { keepEqual } from './keep-equal.ts'
import { whatIfStateWords } from './difference-words.ts'
import { WhatIfBar } from './what-if-bar.tsx'
import { seenFields } from './what-if-links.ts'
import { mayApply, realEdits, previewEdits, withMove } from './preview-edits.ts'

/** A plan in the browser, computed by the same functions as on the server. */
export function whatIfPlan({ material, number }: WhatIfMaterial): WhatIfPlan {
  const stored = buildView(material)
  return {
    planId: material.rows.plan.id,
    number,
    after: (tried, ask) => afterAsk(material, number, tried, ask),
    draw: (plan, tried) => draw({ material, number, stored, plan, tried }),
  }
}

function afterAsk(material: PlanMaterial, number: number, tried: PreviewedPlan | null, ask: WhatIfAsk): PreviewedPlan {
  const before: PreviewedPlan = tried ?? { edits: [], seen: {}, task: null, goals: null, advice: null, number }
  // The plan may be newer than the page on which this was asked.
  if (tasksAsked(ask).some((id) => !material.rows.tasks.some((task) => task.id === id))) return before
  const seen = (edits: PreviewedPlan['edits']) => ({ ...seenFields(material.rows, edits), ...before.seen })
  switch (ask.do) {
    case 'edit':
      return { ...before, edits: withMoreEdits(before.edits, ...ask.edits), seen: seen(ask.edits), advice: null }
    case 'drag':
    case 'step': {
      const edit = editOfMove(material, before.edits, ask)
      return { ...before, edits: withMove(material, before.edits, edit), seen: seen([edit]), advice: null }
    }
    case 'try-advice': {
      const { edits } = ask.advice
      return { edits, seen: seenFields(material.rows, edits), task: null, goals: null, advice: ask.advice, number }
    }
    case 'open-task':
      return { ...before, task: ask.task, goals: null }
    case 'open-goals':
      return { ...before, task: null, goals: ask.at }
  }
}

/** The tasks that an ask is about. */
function tasksAsked(ask: WhatIfAsk): string[] {
  switch (ask.do) {
    case 'edit':
      return ask.edits.flatMap(tasksOfEdit)
    case 'try-advice':
      return ask.advice.edits.flatMap(tasksOfEdit)
    case 'open-task':
      return [ask.task]
    case 'open-goals':
      return []
    default:
      return [ask.task.id]
  }
}

type Scene = {
  material: PlanMaterial
  number: number
  /** The view of the material. */
  stored: PlanView
  /** The plan as the page shows it. */
  plan: PlanView
  tried: PreviewedPlan
}

function draw({ material, number, stored, plan, tried }: Scene): DrawnPlan {
  const { task, goals, seen } = tried
  const edits = realEdits(material, tried.edits)
  const result = edits.length > 0 ? previewEdits(material, edits, task ?? undefined) : null
  const view = result?.ok
    ? { ...result.view, headline: { ...result.view.headline, advice: plan.headline.advice } }
    : null
  const difference = view && differenceBetween(stored, view)
  const faults = result && !result.ok ? result.faults : []
  const told = { rows: material.rows, sight: material.viewer.sight, today: material.today }
  const title = whatIfWords(told, edits)
  const notes = editNotes(told, edits)
  const shown = view ? keepEqual(plan, view) : plan
  const isOpen = edits.length > 0 || task !== null || goals !== null
  const open = {
    material,
    rows: result?.rows ?? material.rows,
    shown,
    edits,
    seen,
    task,
    goals,
    title,
    difference,
    notes,
    faults,
    mayApply: mayApply(material, edits),
    isOnNewer: number !== tried.number,
  }
  return {
    shown,
    moved: view ? movedHere(stored, shown) : new Map(),
    words: whatIfStateWords({
      title,
      parts: difference?.parts ?? [],
      notes: [...notes, ...faults.map(({ message }) => message)],
    }),
    bar: isOpen ? (acts) => <WhatIfBar open={open} {...acts} /> : null,
  }
}

const movedHere = (before: PlanView, after: PlanView): Map<string, MovedHere> =>
  new Map(
    [...movedTasks(before, after)].map(([id, moved]) => [
      id,
      { ...moved, words: movedDates(moved.before, moved.after, after.today) },
    ]),
  )
