import type { Edit } from '../core/edits.ts'
import type { ToldFault } from '../core/fault-words.ts'
import type { PlanMaterial } from '../core/plan-material.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import type { PlanView } from '../core/plan-view.ts'
import { Button } from '#app/ui/button.tsx'
import type { BarActs } from './what-if-asks.ts'
import type { Difference } from './difference.ts'
import { KeepForm } from './keep-form.tsx'
import { MovedList } from './moved-list.tsx'
import { TaskFields } from './task-fields.tsx'

/** What is tried, computed. */
export type OpenWhatIf = {
  material: PlanMaterial
  /** The rows with all that is tried in them, also what cannot be. */
  rows: PlanRows
  shown: PlanView
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

type WhatIfBarProps = BarActs & { open: OpenWhatIf }

/** What is tried, at the foot of the page for as long as it is: what it moves, for which owners, *Discard* and *Apply*. */
export function WhatIfBar({ open, ask, drop, formKey }: WhatIfBarProps) {
  const task = open.task ? findTask(open.shown, open.task) : undefined
  return (
    <section className="what-if no-print" aria-label="What if" data-returns-focus>
      {task && <TaskFields key={task.id} open={open} task={task} ask={ask} />}
      <div className="what-if-line">
        <p>
          <b>{open.title || 'No changes yet'}</b>
          {open.difference && <span>{open.difference.words.split(', ').join(' · ')}</span>}
          {open.faults
            .filter(({ field }) => !task || field === '')
            .map(({ message }) => (
              <span key={message} className="what-if-fault">
                {message}
              </span>
            ))}
          {open.isOnNewer && <span>The plan has changed in the meantime. This preview uses the latest version.</span>}
          {!open.mayKeep && <span>Only the other side can apply this: it changes one of their private tasks.</span>}
        </p>
        <div className="what-if-acts">
          <Button onClick={drop}>Discard</Button>
          {open.mayKeep && open.difference && (
            <KeepForm planId={open.shown.id} edits={open.edits} seen={open.seen} formKey={formKey} />
          )}
        </div>
      </div>
      {open.difference && open.difference.movedFor.length > 0 && (
        <details className="for-owners">
          <summary>Who is affected</summary>
          <MovedList movedFor={open.difference.movedFor} />
        </details>
      )}
    </section>
  )
}

const findTask = (plan: PlanView, id: string) =>
  plan.stages
    .flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))
    .find((task) => task.id === id && !task.hidden)
