import { tasksOf } from '../view/shown-tasks.ts'
import type { PlanView } from '../view/plan-view.ts'
import { Button } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import type { BarActs } from './what-if-asks.ts'
import { differenceLine } from './difference-words.ts'
import { ApplyForm } from './apply-form.tsx'
import { GoalFields } from './goal-fields.tsx'
import { MovedList } from './moved-list.tsx'
import type { OpenWhatIf } from './open-what-if.ts'
import { WhatIfFields } from './what-if-fields.tsx'
import { waitingBarWords } from './waiting-bar-words.ts'
import { whatIfBarWords } from './what-if-words.ts'

type WhatIfBarProps = BarActs & { open: OpenWhatIf }

/** What is tried, at the foot of the page for as long as it is: what it moves, for which owners, *Discard* and *Apply*. */
export function WhatIfBar({ open, ask, drop, formKey }: WhatIfBarProps) {
  const task = open.task ? findTask(open.shown, open.task) : undefined
  return (
    <section className="what-if no-print" aria-label={waitingBarWords.label} data-returns-focus>
      {task && <WhatIfFields key={task.id} open={open} task={task} ask={ask} />}
      {open.goals && <GoalFields key={open.goals} open={open} at={open.goals} ask={ask} />}
      <div className="what-if-line">
        <p>
          <b>{open.title || whatIfBarWords.noChanges}</b>
          {open.difference && <span>{differenceLine(open.difference.parts)}</span>}
          {open.faults
            .filter(({ field }) => (!task && !open.goals) || field === '')
            .map(({ message }) => (
              <span key={message} className="what-if-fault">
                {message}
              </span>
            ))}
          {open.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
          {open.isOnNewer && <span>{whatIfBarWords.newerPlan}</span>}
          {!open.mayApply && <span>{whatIfBarWords.otherSideApplies}</span>}
        </p>
        <div className="what-if-acts">
          <Button onClick={drop}>{buttonWords.discard}</Button>
          {open.mayApply && open.difference && (
            <ApplyForm planId={open.shown.id} edits={open.edits} seen={open.seen} formKey={formKey} />
          )}
        </div>
      </div>
      {open.difference && open.difference.movedFor.length > 0 && (
        <details className="for-owners">
          <summary>{whatIfBarWords.affected}</summary>
          <MovedList movedFor={open.difference.movedFor} />
        </details>
      )}
    </section>
  )
}

const findTask = (plan: PlanView, id: string) => tasksOf(plan).find((task) => task.id === id && !task.hidden)
