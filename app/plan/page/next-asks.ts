import type { PlanView, TaskView } from '../view/plan-view.ts'
import { asksForName, tasksOf } from '../view/shown-tasks.ts'
import { needsOwner } from '../team/needs-owner.ts'
import { isPlanOver } from '../core/stages.ts'
import { asksForCalendar } from '../calendar/asks-for-calendar.ts'
import { agreementOf } from '../agreement/side-agreements.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { isPromiseBroken } from '../core/is-promise-broken.ts'
import { promiseSentence } from '../core/promise-words.ts'
import { nextAskWords } from './next-ask-words.ts'
import type { NextLink } from './next-link.ts'

/** Days before the first win is due from which its result is asked for. */
const winIsNear = 14

/** What a plan asks of its reader besides tasks and questions. */
export type AskedBesides = {
  plan: PlanView
  links: PlanLinks
  /** What was heard, from the reader and others. */
  heard: readonly { mine: boolean; confirmedOn: string | null }[]
  /** Whether the reader may say that the first win happened. */
  mayConfirm: boolean
  /** What the two sides said last about an open win, and the day on which the customer looks at the result. */
  answer?: WinAnswer | null | undefined
  measureOn?: IsoDate | null | undefined
  /** What was sold and waits for the reader: points to settle, deliveries to accept. */
  sold?: { points: number; toAccept: number }
  /** The handoff that the reader is asked to answer, or whose questions they have not read yet. */
  handoff?: AskedOfHandoff | null
  /** What waits for the champion of a reference once the plan is won: calls to answer, texts to approve. */
  referenceAsks?: readonly NextLink[] | undefined
}

/** What a handoff of the plan asks of the reader. @param by who offered it, or sent it back */
type AskedOfHandoff = { kind: 'answer' | 'sent back'; by: string }

type WinAnswer = { kind: 'asked' | 'not yet'; text: string | null; by: string }

/** What waits for the reader besides tasks, each with the way there: a word on what was heard, the calendar, owners, approvals, promised days that have passed, the reason of the date, the first win, the agreement, the result; on a won plan what the reference asks. */
export function nextAsks({
  plan,
  links,
  heard,
  referenceAsks = [],
  sold = { points: 0, toAccept: 0 },
  handoff = null,
  ...win
}: AskedBesides): NextLink[] {
  const handoffAsk = handoff && { ...handoffAskOf(handoff), id: 'handoff', path: links.handoff }
  if (isPlanOver(plan)) return [...(handoffAsk ? [handoffAsk] : []), ...referenceAsks]
  const { viewer, today, firstWin } = plan
  const mayAgree = viewer.may.agree && agreementOf(plan, viewer.side)?.current !== true
  const mayDefine = viewer.may.editTerms && (viewer.role === 'champion' || viewer.role === 'lead')
  const isOpen = plan.criticalReason === null || 'open' in firstWin
  const unnamed = unnamedTasks(plan)
  const asks: (NextLink | false | null)[] = [
    handoffAsk,
    heard.some((situation) => situation.mine && !situation.confirmedOn) && {
      ...nextAskWords.heard,
      id: 'heard',
      path: '#heard',
    },
    asksForCalendar(plan) &&
      viewer.may.checkCalendar && { ...nextAskWords.calendar, id: 'calendar', path: links.calendar },
    unnamed > 0 && { ...nextAskWords.owners(unnamed), id: 'owners', path: links.nameOwners },
    ...approvalsAsked(plan).map((task) => ({
      ...nextAskWords.approve(task.title),
      id: `approve ${task.id}`,
      path: links.result(task.id),
    })),
    ...promisesToRenew(plan).map(({ id, title, promisedOn }) => ({
      ...nextAskWords.promise(title, promiseSentence({ promisedOn, today })),
      id: `promise ${id}`,
      path: links.promise(id),
    })),
    mayDefine && plan.criticalReason === null && { ...nextAskWords.reason, id: 'reason', path: links.terms },
    mayDefine && 'open' in firstWin && { ...nextAskWords.defineWin, id: 'define-win', path: links.defineWin },
    sold.points > 0 && { ...nextAskWords.settleSold(sold.points), id: 'sold', path: links.sold },
    sold.toAccept > 0 && { ...nextAskWords.acceptSold(sold.toAccept), id: 'accept', path: links.sold },
    mayAgree && !isOpen && { ...nextAskWords.agree, id: 'agree', path: '#agreement' },
    'open' in firstWin ? null : askOfResult(plan, links, win),
  ]
  return asks.flatMap((ask) => ask || [])
}

const handoffAskOf = ({ kind, by }: AskedOfHandoff) =>
  kind === 'answer' ? nextAskWords.answerHandoff(by) : nextAskWords.handoffSentBack(by)

/**
 * The result of a defined first win. The customer is asked for it when the vendor has asked, on the day that they chose, or else when the win is
 * nearly due; the lead reads why not yet until that day, and then may ask.
 */
function askOfResult(
  { viewer, today, firstWin }: PlanView,
  links: PlanLinks,
  { mayConfirm, answer, measureOn }: Omit<AskedBesides, 'plan' | 'links' | 'heard' | 'handoff' | 'referenceAsks'>,
): NextLink | null {
  const isDue = today >= (measureOn ?? addDays(firstWin.winBy, -winIsNear))
  if (mayConfirm && answer?.kind === 'asked')
    return { id: 'win', ...nextAskWords.winAsked(answer.by, answer.text), path: links.win }
  if (mayConfirm && isDue)
    return measureOn
      ? { id: 'win', ...nextAskWords.winMeasured(measureOn, today), path: links.win }
      : { id: 'win', ...nextAskWords.win(firstWin.winBy, today), path: links.win }
  if (viewer.role !== 'lead' || !measureOn) return null
  if (answer?.kind === 'not yet' && !isDue)
    return { id: 'win', ...nextAskWords.notYet(answer.by, answer.text ?? '', measureOn, today), path: links.results }
  return today > measureOn && answer?.kind !== 'asked'
    ? { id: 'win', ...nextAskWords.askForResult(measureOn, today), path: links.askForResult }
    : null
}

/** The tasks whose result the reader was asked to approve, and has not answered. */
const approvalsAsked = (plan: PlanView): TaskView[] =>
  tasksOf(plan).filter(
    ({ hidden, result }) =>
      !hidden && result?.approver?.id === plan.viewer.id && result.isAsked && result.given === null,
  )

/** The reader's own tasks whose promised day has passed. */
const promisesToRenew = (plan: PlanView): { id: string; title: string; promisedOn: string }[] =>
  tasksOf(plan).flatMap(({ mine, id, title, promisedOn }) =>
    mine && promisedOn && isPromiseBroken({ promisedOn, today: plan.today }) ? [{ id, title, promisedOn }] : [],
  )

/** How many open tasks no person is in charge of: for the champion those of the customer, for the lead those of the vendor. */
function unnamedTasks(plan: PlanView): number {
  const { role, side } = plan.viewer
  if (role !== 'champion' && role !== 'lead') return 0
  return tasksOf(plan).filter((task) => asksForName(plan, task) && needsOwner(task, side)).length
}
