import type { MilestoneView, PlanView } from '../view/plan-view.ts'
import { shortDate } from '#app/ui/date-words.ts'
import { milestoneDay } from '../view/shown-tasks.ts'
import { lateWords } from './timeline-words.ts'

/** As many as fit on a phone beside each other. */
const room = 5

/**
 * The milestones that matter on a narrow page: both goals always, then the last one reached and the next ones open.
 * Their order stays that of the plan.
 */
export function stripMilestones(milestones: readonly MilestoneView[]): MilestoneView[] {
  const goals = milestones.filter((milestone) => milestone.goal !== null)
  const others = milestones.filter((milestone) => milestone.goal === null)
  const reached = others.filter((milestone) => milestone.reachedOn)
  const open = others.filter((milestone) => !milestone.reachedOn)
  const wanted = [...reached.slice(-1), ...open, ...reached.slice(0, -1).reverse()].slice(0, room - goals.length)
  const chosen = new Set([...goals, ...wanted])
  return milestones.filter((milestone) => chosen.has(milestone))
}

/** The timeline on a phone. */
export function MilestoneStrip({ plan }: { plan: PlanView }) {
  const milestones = stripMilestones(plan.stages.flatMap((stage) => stage.milestones))
  return (
    <ol className="strip">
      {milestones.map((milestone) => {
        const state = milestone.reachedOn ? 'reached' : milestone.goal === 'go-live' && 'goal'
        const day = shortDate(milestoneDay(milestone), plan.today)
        return (
          <li key={milestone.id} className={[state, milestone.late && 'late'].filter(Boolean).join(' ') || undefined}>
            <span>{milestone.title}</span> <span>{milestone.late ? lateWords(day) : day}</span>
          </li>
        )
      })}
    </ol>
  )
}
