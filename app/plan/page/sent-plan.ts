import type { MilestoneView, PlanView, StageView, TaskView } from '../view/plan-view.ts'
import type { OwnerView } from '../core/viewer-side.ts'

type Value = TaskView[keyof TaskView]
type SentMilestone = Omit<MilestoneView, 'tasks'> & { tasks: Value[][] }
type SentStage = Omit<StageView, 'milestones'> & { milestones: SentMilestone[] }

/**
 * A plan's view as its page carries it beside the HTML. Tasks go as lists of their values, in the order of `taskParts`: names once for each
 * task would be a quarter of all that is sent. They come with the data, since a page may be older than the server that it asks.
 */
export type SentPlan = Omit<PlanView, 'stages'> & { taskParts: (keyof TaskView)[]; stages: SentStage[] }

/** Every part of a task's view, by name. */
const named: Record<keyof TaskView, true> = {
  id: true,
  title: true,
  side: true,
  durationDays: true,
  hidden: true,
  privateTo: true,
  owner: true,
  status: true,
  startedOn: true,
  doneOn: true,
  sittings: true,
  earlyStart: true,
  earlyFinish: true,
  lateStart: true,
  dueOn: true,
  slackDays: true,
  critical: true,
  after: true,
  mine: true,
  sentBack: true,
  result: true,
  changedSinceAgreed: true,
  moved: true,
}

// Object.keys tells no more than that they are texts.
const taskParts = Object.keys(named) as (keyof TaskView)[]

/** An owner of several tasks is one object in all of them, which is sent once. */
export function sendPlan(plan: PlanView): SentPlan {
  const owners = new Map<string, OwnerView>()
  const ownerOf = ({ owner }: TaskView): OwnerView | null => {
    if (!owner) return null
    const key = `${owner.kind} ${owner.id} ${owner.name}`
    const known = owners.get(key)
    if (!known) owners.set(key, owner)
    return known ?? owner
  }
  return {
    ...plan,
    taskParts,
    stages: plan.stages.map((stage) => ({
      ...stage,
      milestones: stage.milestones.map((milestone) => ({
        ...milestone,
        tasks: milestone.tasks.map((task) => taskParts.map((part) => (part === 'owner' ? ownerOf(task) : task[part]))),
      })),
    })),
  }
}

/** The view again, of a plan as its page carries it. */
export const receivePlan = ({ taskParts: parts, stages, ...plan }: SentPlan): PlanView => ({
  ...plan,
  stages: stages.map((stage) => ({
    ...stage,
    milestones: stage.milestones.map((milestone) => ({
      ...milestone,
      tasks: milestone.tasks.map((values) => taskOf(parts, values)),
    })),
  })),
})

const taskOf = (parts: SentPlan['taskParts'], values: readonly Value[]): TaskView =>
  // The compiler cannot know that the values stand in the order of their names.
  Object.fromEntries(parts.map((part, at) => [part, values[at]])) as TaskView
