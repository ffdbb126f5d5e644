import type { MilestoneView, PlanView, StageView, TaskView } from './plan-view.ts'
import { nextWords } from '../sittings/sitting-words.ts'
import { bufferWords, count } from '#app/ui/amount-words.ts'
import { factsWords, longFactsWords } from '#emails/parts/list-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { longDate, nearDate, shortDate, shortSpan } from '#app/ui/date-words.ts'
import { asksForName, lacksEvidence, winMilestoneOf } from './shown-tasks.ts'
import { sinceWords } from './drift-words.ts'
import { privateTaskWords } from '../core/private-words.ts'
import { isolateDirection, withoutFullStop } from '#app/kit/plain-text.ts'
import type { BufferLeft } from './buffer-left.ts'
import { type PlanFrame, otherCompany } from './plan-frame.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { firstWinConfirmedWords } from '../core/goal-name-words.ts'

/** What a task is called here. Of the other side's private task not even the title is known. */
export const taskTitle = (plan: PlanFrame, task: TaskView): string =>
  task.hidden ? privateTaskWords(otherCompany(plan)) : task.title

/** What stands for the owner of a task that no one is in charge of. */
export const noOwnerWords = 'No owner yet'

/** The next days on which an open task can be finished: "board sits 14 Apr, 12 May"; one alone where the row asks for more. */
export function sittingsTag(plan: PlanFrame, task: TaskView): string {
  const { sittings, status } = task
  if (!sittings || status === 'done') return ''
  if (sittings.over) return 'no date left to finish on'
  return nextWords(sittings.name, sittings.dates, plan.today, asksForName(plan, task) ? 1 : 2)
}

/** When a task runs: "7–18 Dec", from the day on which it was started; "done 15 Jun". */
export const taskWhen = ({ doneOn, startedOn, earlyStart, earlyFinish }: TaskView, today: string): string =>
  doneOn ? `done ${shortDate(doneOn, today)}` : shortSpan(startedOn ?? earlyStart, earlyFinish, today)

/** What stands below it: the day by which it must be done, also one that cannot be met. */
export const taskWhenMore = ({ doneOn, dueOn }: TaskView, today: string): string =>
  doneOn ? '' : latestWords(dueOn, today)

/** "latest 10 Feb": the day by which a task must be done. */
export const latestWords = (dueOn: string, today: string): string => `latest ${shortDate(dueOn, today)}`

/** How much buffer a task has left, in words; where it has much, none. */
export function bufferLeftWords(left: BufferLeft, slackDays: number): string {
  switch (left) {
    case 'done':
    case 'ample':
      return ''
    case 'start today':
      return 'start today'
    case 'start tomorrow':
      return 'start by tomorrow'
    case 'late':
    case 'none':
    case 'scarce':
      return bufferWords(slackDays)
  }
}

/** The same in the row of a task that is started: "started, 3 days buffer". */
export const startedBufferWords = (words: string): string => (words ? factsWords(['started', words]) : 'started')

/** What a card says: "Due tomorrow, 18 June: start by tomorrow, no buffer." */
export function cardWords(task: TaskView, left: BufferLeft, today: string): string {
  const near = nearDate(task.dueOn, today)
  const by = near === 'today' || near === 'tomorrow' ? `${near}, ${longDate(task.dueOn, today)}` : near
  const buffer = bufferWords(task.slackDays)
  const expected = longDate(task.earlyFinish, today)
  switch (left) {
    case 'late':
      return task.dueOn < today
        ? `Was due ${near}. Expected ${expected}, ${buffer}.`
        : `Due ${near}. Expected ${expected}, ${buffer}.`
    case 'start today':
      return `Due ${by}: start today, ${buffer}.`
    case 'start tomorrow':
      return `Due ${by}: start by tomorrow, ${buffer}.`
    case 'none':
    case 'scarce':
      return `Due ${by}, ${buffer}.`
    case 'ample':
    case 'done':
      return `Due ${by}.`
  }
}

/** "2 of 5 done", "all 6 done, 12 June", "all 6 done, evidence missing", "all 2 done, first win not confirmed", "no tasks yet". */
export function stageWords(stage: StageView, today: string): string {
  if (stage.done < stage.total) return `${stage.done} of ${stage.total} done`
  const win = winMilestoneOf(stage)
  if (stage.total === 0)
    return win?.reachedOn ? `first win confirmed, ${longDate(win.reachedOn, today)}` : 'no tasks yet'
  if (stage.milestones.some(lacksEvidence)) return `all ${stage.total} done, evidence missing`
  if (win?.reachedOn === null) return `all ${stage.total} done, first win not confirmed`
  const last = stage.milestones
    .map((milestone) => milestone.reachedOn ?? '')
    .sort()
    .at(-1)
  return last ? `all ${stage.total} done, ${longDate(last, today)}` : `all ${stage.total} done`
}

/**
 * When a milestone is due or was reached; when it is late, when it is expected instead and by how much, or how many of its tasks are
 * late where it can still be reached in time. A line may end between two parts, which are read one after the other.
 */
export function milestoneWhenParts(milestone: MilestoneView, today: string): string[] {
  if (milestone.reachedOn) return [`reached ${shortDate(milestone.reachedOn, today)}`]
  const due = shortDate(milestone.dueOn, today)
  if (!milestone.late) return [due]
  if (milestone.expected > milestone.dueOn)
    return [`${due},`, `expected ${shortDate(milestone.expected, today)},`, bufferWords(milestone.bufferDays)]
  const late = milestone.tasks.filter(({ status, slackDays }) => status !== 'done' && slackDays < 0)
  return [`${due},`, `${count(late.length, 'task')} late`]
}

/** The same as one sentence. */
export const milestoneWhen = (milestone: MilestoneView, today: string): string =>
  milestoneWhenParts(milestone, today).join(' ')

/** When both sides agreed, and whether someone has changed the terms since, or only dates have moved. */
function agreedWords({ agreedOn, today, changedSinceAgreed, drift }: PlanView): string {
  if (!agreedOn) return ''
  const goals = [drift?.goLive, drift?.win]
  const hasMoved =
    drift !== null && (drift.later + drift.earlier > 0 || goals.some((goal) => goal?.due ?? goal?.finish))
  const day = longDate(agreedOn, today)
  if (changedSinceAgreed.length > 0) return `agreed by both sides on ${day}, changed since`
  return hasMoved ? `agreed by both sides on ${day}, dates have moved since` : `agreed by both sides on ${day}`
}

/** What stands above the headline of a draft: the project, and whether both sides agree to the plan. */
export const planStateWords = (plan: PlanView): string => `${plan.project} · ${agreementStateWords(plan)}`

/** Whether both sides agree to the plan, and how it ended. */
export function agreementStateWords(plan: PlanView): string {
  const { state, agreedOn, wonOn, today, archived } = plan
  const words = {
    rough: 'draft, not yet agreed',
    agreed: agreedWords(plan) || 'agreed by both sides',
    'under way': agreedOn ? factsWords(['under way', agreedWords(plan)]) : 'under way',
    won: wonOn ? `first win confirmed on ${longDate(wonOn, today)}` : firstWinConfirmedWords,
    lost: 'closed without an order',
  }[state]
  return archived ? `${words} · archived` : words
}

/** The timeline as sentences, for everyone who cannot see it; the closed periods are listed below it. */
export function timelineWords(plan: PlanView): string {
  const { today } = plan
  const milestones = plan.stages.flatMap((stage) => stage.milestones)
  const points = milestones.map((milestone) => `${milestone.title} (${milestoneWhen(milestone, today)})`)
  return [
    `Timeline. Today is ${longDate(today, today)}, the target date ${longDate(plan.criticalDate, today)}.`,
    points.length > 0 ? `${count(points.length, 'milestone')}: ${longFactsWords(points)}.` : '',
    plan.drift ? sinceWords(plan.drift, today) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The link of a row to the form of its task. */
export const editTaskWords = (title: string): string => `Edit ${title}`

/** Who sent a task back, and why. */
export const sentBackWords = ({ by, reason }: { by: string; reason: string }): string => `Sent back by ${by}: ${reason}`

/** Who last changed the plan, and when. */
export const lastChangeWords = <Time>({ at, by }: { at: Time; by: string }) => sentenceParts`Changed ${at} by ${by}`

export const addTaskWords = (milestone: string): string => `Add a task to ${milestone}`

export const changeMilestoneWords = (milestone: string): string => `Change ${milestone}`

/** Names the button that opens a what-if with this task. */
export const whatIfLabel = (title: string): string => `What if: ${title}`

/** What leads to the form of a question: members note what was asked by phone. */
export const askWords = { customer: buttonWords.askQuestion, vendor: buttonWords.logQuestion }

/** The link to what was written about a task or milestone. */
export const commentsWords = (comments: number, title: string): string =>
  `${count(comments, 'comment')} on ${isolateDirection(withoutFullStop(title))}`
