import type { PlanView, TaskView } from '../view/plan-view.ts'
import { asksForName, tasksOf } from '../view/shown-tasks.ts'
import { needsOwner } from '../team/needs-owner.ts'
import { isPlanOver } from '../core/stages.ts'
import { asksForCalendar } from '../calendar/asks-for-calendar.ts'
import { agreementOf } from '../agreement/side-agreements.ts'
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
}

/** What waits for the reader besides tasks, each with the way there: a word on what was heard, the calendar, owners, approvals, promised days that have passed, the reason of the date, the first win, the agreement, the result. */
export function nextAsks({ plan, links, heard, mayConfirm }: AskedBesides): NextLink[] {
  if (isPlanOver(plan)) return []
  const { viewer, today, firstWin } = plan
  const mayAgree = viewer.may.agree && agreementOf(plan, viewer.side)?.current !== true
  const mayDefine = viewer.may.editTerms && (viewer.role === 'champion' || viewer.role === 'lead')
  const isOpen = plan.criticalReason === null || 'open' in firstWin
  const unnamed = unnamedTasks(plan)
  const asks: (NextLink | false | undefined)[] = [
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
    mayAgree && !isOpen && { ...nextAskWords.agree, id: 'agree', path: '#agreement' },
    mayConfirm &&
      !('open' in firstWin) &&
      today >= addDays(firstWin.winBy, -winIsNear) && {
        id: 'win',
        ...nextAskWords.win(firstWin.winBy, today),
        path: links.win,
      },
  ]
  return asks.flatMap((ask) => ask || [])
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
