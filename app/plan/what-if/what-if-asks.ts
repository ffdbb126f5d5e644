import type { ReactNode } from 'react'
import type { Edit } from '../edits/edit.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import type { AdviceView, PlanView, TaskView } from '../view/plan-view.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { BarPart } from './may-move-part.ts'

/** The plan's dates that a what-if can move, as its edits name them. */
export type GoalField = 'criticalDate' | 'winBy'

/** One request to the what-if on the plan page. */
export type WhatIfAsk =
  /** More edits, in place of earlier ones of the same fields. */
  | { do: 'edit'; edits: readonly Edit[] }
  /** A bar was dragged: its start or its finish stands on a day. */
  | { do: 'drag'; task: TaskView; part: BarPart; to: IsoDate }
  /** One working day further or back. */
  | { do: 'step'; task: TaskView; part: BarPart; by: 1 | -1 }
  | { do: 'try-advice'; advice: AdviceView }
  /** Opens the plan's two dates, at one of them. */
  | { do: 'open-goals'; at: GoalField }
  /** Opens the fields of a task. */
  | { do: 'open-task'; task: string }

/** What is tried on the page, before anything is applied. */
export type PreviewedPlan = {
  edits: readonly Edit[]
  /** What stood in each edited field when it was first edited. */
  seen: Record<string, string>
  /** The task whose fields are open. */
  task: string | null
  /** The one of the plan's two dates at which these are open. */
  goals: GoalField | null
  advice: AdviceView | null
  /** The plan's number when it was opened. */
  number: number
}

/** A task whose dates would move, as it stands and as it would be. */
export type MovedHere = { before: TaskView; after: TaskView; words: string }

/** The page with what is tried. */
export type DrawnPlan = {
  /** The plan as it would be; as it stands, where it cannot be computed. */
  shown: PlanView
  moved: ReadonlyMap<string, MovedHere>
  /** What is tried and what comes of it, to be read aloud. */
  words: string
  /** Null where nothing is tried and no task's fields are open. */
  bar: ((acts: BarActs) => ReactNode) | null
}

export type BarActs = { ask: (ask: WhatIfAsk) => void; drop: () => void; formKey: string }

/** What a what-if is computed from, and the number of the plan's latest change in it. */
export type WhatIfMaterial = { material: PlanMaterial; number: number }

/** A plan that changes can be tried on, in the browser. */
export type WhatIfPlan = {
  planId: string
  /** Of the plan's latest change in it. */
  number: number
  /** What is tried after one more ask. */
  after(tried: PreviewedPlan | null, ask: WhatIfAsk): PreviewedPlan
  /** @param plan as the page shows it without a what-if; parts that stay equal stay the same objects */
  draw(plan: PlanView, tried: PreviewedPlan): DrawnPlan
}
