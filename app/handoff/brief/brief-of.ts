import type { PlanLinks } from '#app/kit/paths.ts'
import { isPromiseBroken } from '#app/plan/core/is-promise-broken.ts'
import { isPlanOver } from '#app/plan/core/stages.ts'
import type { PlanView } from '#app/plan/view/plan-view.ts'
import { agreementStateWords } from '#app/plan/view/plan-words.ts'
import { tasksOf } from '#app/plan/view/shown-tasks.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { riskWords } from './brief-words.ts'

/** Something that can go wrong, and where it is settled. */
export type Risk = { text: string; path: string }

export type PromisedTask = { id: string; title: string; owner: string | null; on: IsoDate; isBroken: boolean }

/** What the next lead must know of the plan itself. */
export type Brief = {
  state: string
  headline: string
  criticalDate: IsoDate
  criticalReason: string | null
  ifMissed: string | null
  win: PlanView['firstWin']
  wonOn: IsoDate | null
  promised: PromisedTask[]
  risks: Risk[]
}

/** What waits besides the plan's own tasks. */
export type OpenElsewhere = { mismatches: number; overdueQuestions: number; unconfirmedPeople: readonly string[] }

/** The brief of a plan as a member sees it, without anything that someone has to write. */
export function briefOf(plan: PlanView, elsewhere: OpenElsewhere, links: PlanLinks): Brief {
  const { criticalDate, criticalReason, ifMissed, firstWin, wonOn, today } = plan
  return {
    ...{ criticalDate, criticalReason, ifMissed, win: firstWin, wonOn },
    state: agreementStateWords(plan),
    headline: headlineOf(plan),
    promised: promisedOf(plan),
    risks: isPlanOver(plan) ? [] : risksOf(plan, elsewhere, links, today),
  }
}

const headlineOf = ({ headline: { status, lead, stress } }: PlanView): string =>
  status ? status.text : [lead, stress].filter(Boolean).join(' ')

/** Open tasks with a promised day, the next first. */
const promisedOf = (plan: PlanView): PromisedTask[] =>
  tasksOf(plan)
    .flatMap(({ id, title, owner, promisedOn, status, hidden }) =>
      promisedOn && status !== 'done' && !hidden
        ? [
            {
              ...{ id, title, owner: owner?.name ?? null, on: promisedOn },
              isBroken: isPromiseBroken({ promisedOn, today: plan.today }),
            },
          ]
        : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))

function risksOf(plan: PlanView, elsewhere: OpenElsewhere, links: PlanLinks, today: IsoDate): Risk[] {
  const { mismatches, overdueQuestions, unconfirmedPeople } = elsewhere
  const late = plan.stages.flatMap(({ milestones }) => milestones.filter((it) => it.late && it.reachedOn === null))
  const requested = plan.objections.filter(({ answer }) => answer === null)
  return [
    ...late.map(({ id, title, dueOn, expected }) => ({
      text: riskWords.late(title, { dueOn, expected, today }),
      path: links.milestonePage(id),
    })),
    ...(plan.criticalReason === null ? [{ text: riskWords.noReason, path: links.terms }] : []),
    ...('open' in plan.firstWin ? [{ text: riskWords.noWin, path: links.terms }] : []),
    ...(plan.agreedOn === null ? [{ text: riskWords.notAgreed(plan.account.name), path: links.plan }] : []),
    ...requested.map(({ by, reason }) => ({ text: riskWords.requested(by, reason), path: `${links.plan}#agreement` })),
    ...(unconfirmedPeople.length > 0
      ? [{ text: riskWords.unconfirmed(unconfirmedPeople), path: links.situations }]
      : []),
    ...(mismatches > 0 ? [{ text: riskWords.mismatches(mismatches), path: links.sold }] : []),
    ...(overdueQuestions > 0 ? [{ text: riskWords.overdueQuestions(overdueQuestions), path: links.conversation }] : []),
  ]
}
