import { tasksOf } from '../view/shown-tasks.ts'
import { noOwnerWords, taskTitle } from '../view/plan-words.ts'
import { otherCompany } from '../view/plan-frame.ts'
import type { MilestoneView, PlanView, TaskView } from '../view/plan-view.ts'
import type { Side } from '#app/schedule/model.ts'
import { type MovedPlan, movedParts } from '../core/moved-words.ts'
import { movedDate } from '#app/ui/date-words.ts'
import { addsWords, movedDateWords, movedDatesWords, removesWords } from './difference-words.ts'

/** One task whose dates move, as its owner hears it: "by 10 → 12 March", "expected 5 → 9 March". */
export type MovedTask = { id: string; title: string; dates: string }

/** Who a change concerns: an owner with the tasks of theirs that move. */
export type MovedFor = { owner: string; side: Side; tasks: MovedTask[] }

/** What would come of a change, in words: for the whole, part by part, and for each person whose dates move. */
export type Difference = {
  /** "4 tasks moved", "go-live 12 → 16 March", "3 days buffer → 1 day late" */
  parts: string[]
  /** The milestones besides the goals that are expected on another day, and from when to when. */
  milestones: { id: string; title: string; days: string }[]
  movedFor: MovedFor[]
  /** Whether any day is another one. */
  changesDates: boolean
}

const milestonesOf = (plan: PlanView): MilestoneView[] => plan.stages.flatMap(({ milestones }) => milestones)

/** The tasks whose dates differ, by id: the day by which they must be done, or when they are expected. */
export function movedTasks(before: PlanView, after: PlanView): Map<string, { before: TaskView; after: TaskView }> {
  const earlier = new Map(tasksOf(before).map((task) => [task.id, task]))
  return new Map(
    tasksOf(after).flatMap((task) => {
      const old = earlier.get(task.id)
      const same = !old || (['earlyStart', 'earlyFinish', 'dueOn'] as const).every((date) => old[date] === task[date])
      return same ? [] : [[task.id, { before: old, after: task }]]
    }),
  )
}

/** What differs between two states of one plan, both cut to the same reader. */
export function differenceBetween(before: PlanView, after: PlanView): Difference {
  const moved = movedTasks(before, after)
  const change = movedBetween(before, after, moved.size)
  const milestones = movedMilestones(before, after)
  return {
    parts: movedParts(change, { today: after.today, also: setWords(before, after) }),
    milestones,
    movedFor: movedFor(after, [...moved.values()]),
    changesDates: Boolean(moved.size || milestones.length || change.goLive || change.firstWin || change.buffer),
  }
}

function movedMilestones(before: PlanView, after: PlanView): Difference['milestones'] {
  const earlier = new Map(milestonesOf(before).map(({ id, expected }) => [id, expected]))
  return milestonesOf(after).flatMap(({ id, title, goal, expected }) => {
    const was = earlier.get(id)
    if (goal || was === undefined || was === expected) return []
    return [{ id, title, days: movedDate(was, expected, after.today) }]
  })
}

/** What a change moves, from one state of a plan to the other. */
export const movedBetween = (before: PlanView, after: PlanView, tasks = movedTasks(before, after).size): MovedPlan => ({
  tasks,
  goLive: movedGoal(before, after, 'go-live'),
  firstWin: movedGoal(before, after, 'win'),
  buffer: before.slackDays === after.slackDays ? undefined : { before: before.slackDays, after: after.slackDays },
})

function movedGoal(before: PlanView, after: PlanView, goal: 'go-live' | 'win') {
  const [was, is] = [before, after].map((plan) => milestonesOf(plan).find((milestone) => milestone.goal === goal))
  const dates = { before: was?.expected, after: is?.expected }
  return isMove(dates) ? dates : undefined
}

const isMove = (dates: {
  before: string | undefined
  after: string | undefined
}): dates is { before: string; after: string } => Boolean(dates.before && dates.after && dates.before !== dates.after)

function setWords(before: PlanView, after: PlanView): string[] {
  const [old, now] = [tasksOf(before), tasksOf(after)].map((tasks) => new Set(tasks.map(({ id }) => id)))
  const added = [...(now ?? [])].filter((id) => !old?.has(id)).length
  const gone = [...(old ?? [])].filter((id) => !now?.has(id)).length
  return [...(added > 0 ? [addsWords(added)] : []), ...(gone > 0 ? [removesWords(gone)] : [])]
}

function movedFor(plan: PlanView, moved: { before: TaskView; after: TaskView }[]): MovedFor[] {
  const people = new Map<string, MovedFor>()
  for (const { before, after } of moved) {
    const owner = after.hidden ? otherCompany(plan) : (after.owner?.name ?? noOwnerWords)
    const key = `${owner} ${after.owner?.id ?? ''}`
    const person = people.get(key) ?? { owner, side: sideOfOwner(after), tasks: [] }
    person.tasks.push({ id: after.id, title: taskTitle(plan, after), dates: movedDates(before, after, plan.today) })
    people.set(key, person)
  }
  return [...people.values()]
}

const sideOfOwner = ({ owner, side }: TaskView): Side =>
  owner?.kind === 'member' ? 'vendor' : owner?.kind === 'participant' ? 'customer' : side

/** From when to when a task moves: the day by which it must be done, when it is expected, else when it starts. */
export function movedDates(before: TaskView, after: TaskView, today: string): string {
  const dueOn = before.dueOn === after.dueOn ? [] : [movedDateWords.due(movedDate(before.dueOn, after.dueOn, today))]
  if (before.earlyFinish !== after.earlyFinish)
    return movedDatesWords([...dueOn, movedDateWords.expected(movedDate(before.earlyFinish, after.earlyFinish, today))])
  return dueOn.length > 0 || before.earlyStart === after.earlyStart
    ? movedDatesWords(dueOn)
    : movedDateWords.starts(movedDate(before.earlyStart, after.earlyStart, today))
}
