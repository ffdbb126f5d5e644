import type { MilestoneView, PlanView, StageView, TaskView } from '../view/plan-view.ts'
import type { OwnerView } from '../core/viewer-side.ts'

type Value<T> = T[keyof T]

/** How things of one kind are sent as lists of values: the names of their parts in order, and what each part mostly is. */
type Shape<T> = { parts: (keyof T)[]; usual: Value<T>[] }

type SentTask = Value<TaskView>[]
type MilestoneOfSent = Omit<MilestoneView, 'tasks'> & { tasks: SentTask[] }
type SentStage = Omit<StageView, 'milestones'> & { milestones: Value<MilestoneOfSent>[][] }

/**
 * A plan's view as its page carries it beside the HTML. Tasks and milestones go as lists of their values: names once for each of them would be
 * a quarter of all that is sent. The shapes come with the data, since a page may be older than the server that it asks: it can read more parts, in another
 * order. What it could not read changes `dataVersion`.
 */
export type SentPlan = Omit<PlanView, 'stages'> & {
  shapes: { task: Shape<TaskView>; milestone: Shape<MilestoneOfSent> }
  stages: SentStage[]
}

/** Parts that are mostly the same stand last: at the end of a list they are left out. */
const shapes: SentPlan['shapes'] = {
  task: shapeOf<TaskView>({
    id: null,
    title: null,
    side: null,
    durationDays: null,
    owner: null,
    earlyStart: null,
    earlyFinish: null,
    lateStart: null,
    dueOn: null,
    slackDays: null,
    after: null,
    critical: true,
    status: 'open',
    mine: false,
    startedOn: null,
    doneOn: null,
    moved: null,
    result: null,
    sittings: null,
    sentBack: null,
    promisedOn: null,
    changedSinceAgreed: false,
    privateTo: null,
    hidden: false,
  }),
  milestone: shapeOf<MilestoneOfSent>({
    id: null,
    title: null,
    tasks: null,
    dueOn: null,
    expected: null,
    bufferDays: null,
    reachedOn: null,
    goal: null,
    exit: null,
    moved: null,
    late: false,
    isGate: false,
  }),
}

function shapeOf<T extends object>(usual: Record<keyof T, Value<T>>): Shape<T> {
  // Object.keys tells no more than that they are texts.
  const parts = Object.keys(usual) as (keyof T)[]
  return { parts, usual: parts.map((part) => usual[part]) }
}

function valuesOf<T>({ parts, usual }: Shape<T>, thing: T): Value<T>[] {
  const values = parts.map((part) => thing[part])
  return values.slice(0, values.findLastIndex((value, at) => value !== usual[at]) + 1)
}

const thingOf = <T>({ parts, usual }: Shape<T>, values: readonly Value<T>[]): T =>
  // The compiler cannot know that the values stand in the order of their names.
  Object.fromEntries(parts.map((part, at) => [part, at < values.length ? values[at] : usual[at]])) as T

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
  const sendTask = (task: TaskView) => valuesOf(shapes.task, { ...task, owner: ownerOf(task) })
  return {
    ...plan,
    shapes,
    stages: plan.stages.map((stage) => ({
      ...stage,
      milestones: stage.milestones.map((milestone) =>
        valuesOf(shapes.milestone, { ...milestone, tasks: milestone.tasks.map(sendTask) }),
      ),
    })),
  }
}

/** The view again, of a plan as its page carries it. */
export const receivePlan = ({ shapes, stages, ...plan }: SentPlan): PlanView => ({
  ...plan,
  stages: stages.map((stage) => ({
    ...stage,
    milestones: stage.milestones.map((values) => {
      const milestone = thingOf(shapes.milestone, values)
      return { ...milestone, tasks: milestone.tasks.map((task) => thingOf(shapes.task, task)) }
    }),
  })),
})
