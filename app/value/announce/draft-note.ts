import { textSizes } from '#app/kit/limits.ts'
import { tasksOf } from '#app/plan/view/shown-tasks.ts'
import type { PlanView } from '#app/plan/view/plan-view.ts'
import { askedTaskWords, draftedBrings, draftedByWhen, draftedWhy, moreAskedWords } from './note-words.ts'
import type { NoteTexts } from './note-texts.ts'

/** More would be no one page. */
const mostTasks = 8

/**
 * A first version of the note, of what both sides see of the plan: its reason, dates and first win, and the customer's open tasks. What
 * either side keeps to itself is left out, since the note is made to be forwarded.
 */
export function draftNote(plan: PlanView): NoteTexts {
  const { firstWin } = plan
  const asked = tasksOf(plan)
    .filter(
      ({ side, hidden, privateTo, status }) => side !== 'vendor' && !hidden && privateTo === null && status !== 'done',
    )
    .filter(({ owner }) => owner?.kind !== 'member')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const lines = asked
    .slice(0, mostTasks)
    .map(({ title, owner, dueOn }) => askedTaskWords(title, owner?.name ?? null, dueOn))
  const more = asked.length - lines.length
  return {
    why: fitted(draftedWhy([plan.criticalReason, plan.ifMissed])),
    byWhen: draftedByWhen(plan.criticalDate, firstWin.winBy),
    brings: fitted('open' in firstWin ? (firstWin.statement ?? '') : draftedBrings(firstWin)),
    asks: fitted([...lines, ...(more > 0 ? [moreAskedWords(more)] : [])].join('\n')),
  }
}

/** As much as its field takes; null for nothing. */
const fitted = (text: string): string | null => text.slice(0, textSizes.note) || null
