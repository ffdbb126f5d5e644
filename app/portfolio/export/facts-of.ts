import { labels } from '#app/kit/label-words.ts'
import { stateWords } from '../plans-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import type { HeadlineView, PlanView } from '#app/plan/view/plan-view.ts'
import { longDate } from '#app/ui/date-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { planColumnWords as words } from './export-words.ts'

export type PlanFact = readonly [name: string, value: string | number | null]

/** A headline as one text: how the plan stands where it says that, else its sentence. */
const headlineText = ({ status, lead, stress }: HeadlineView): string => (status ? status.text : `${lead} ${stress}`)

/** What a plan says above its tasks, each with its name; of the headline what both sides read. */
export function factsOf(plan: PlanView): PlanFact[] {
  const win = plan.firstWin
  const defined = 'open' in win ? null : win
  return [
    [labels.account, plan.account.name],
    [words.vendor, plan.workspace.name],
    [termLabels.project, plan.project],
    [labels.state, capital(stateWords(plan.state, plan.archived))],
    [labels.lead, plan.lead.name],
    [words.asOf, plan.today],
    [labels.headline, headlineText(plan.sharedHeadline ?? plan.headline)],
    [words.bufferDays, plan.slackDays],
    [termLabels.criticalDate, plan.criticalDate],
    [termLabels.criticalReason, plan.criticalReason],
    [termLabels.ifMissed, plan.ifMissed],
    [words.agreedOn, plan.agreedOn],
    [termLabels.statement, win.statement],
    [termLabels.measure, defined?.measure ?? null],
    [termLabels.baseline, defined?.baseline ?? null],
    [termLabels.target, defined?.target ?? null],
    [termLabels.unit, defined?.unit ?? null],
    [termLabels.winBy, win.winBy],
    [termLabels.announcedTo, defined?.announcedTo ?? null],
    [words.wonOn, plan.wonOn && longDate(plan.wonOn)],
  ]
}
