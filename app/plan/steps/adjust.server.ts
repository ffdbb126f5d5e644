import { sideOf } from '#app/access/policy.ts'
import { type Change, type CommandContext, type NewEvent } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { buildView } from '#app/plan/build-view.ts'
import { closedWords } from '#app/plan/calendar-words.ts'
import { isHiddenFrom } from '#app/plan/cut-rows.ts'
import { materialFor } from '#app/plan/material.ts'
import { computePlan } from '#app/plan/network.ts'
import type { StoredRows } from '#app/plan/plan-rows.server.ts'
import { differenceBetween } from '#app/plan/what-if/difference.ts'
import { type Edit, storedValue, withEdit } from '#app/plan/what-if/edits.ts'
import { contradictionOf } from '#app/plan/what-if/what-if.ts'
import type { ViewerSide } from '#app/plan/view.ts'
import { checkSchedule, raiseTerms } from './plan-tasks.server.ts'
import { writeEdits } from './write-edits.server.ts'

type Adjusting = CommandContext<unknown, 'plan'>

/** @throws Refusal 404 for a step that is not on the plan, or that the other side keeps to itself */
export function requireKnown(rows: StoredRows, side: ViewerSide, edits: readonly Edit[]): void {
  const known = new Set(rows.tasks.filter((task) => !isHiddenFrom(task, side)).map(({ id }) => id))
  for (const edit of edits) {
    if ('task' in edit && !known.has(edit.task)) throw notFound()
    if ('after' in edit && !known.has(edit.after)) throw notFound()
  }
}

/**
 * Makes many edits at once: one event for the whole, then one for each step, the terms and the calendar, with the values before
 * and after; together they are what can be undone. @returns the number of the first event
 * @throws Refusal 422 for what contradicts itself or cannot be computed
 */
export async function adjust(
  context: Adjusting,
  rows: StoredRows,
  edits: readonly Edit[],
  whole: Pick<NewEvent, 'event' | 'changes'>,
): Promise<number> {
  const { row, record, todayIn } = context
  const today = todayIn(row.timeZone)
  const after = edits.reduce((all, edit) => withEdit(all, edit), rows)
  const wrong = edits.flatMap((edit) => contradictionOf({ rows: after, today }, edit))
  if (wrong.length > 0)
    throw new Refusal(422, 'Something needs another look.', {
      faults: wrong.map(({ field, message }) => ({ field, message })),
    })
  await writeEdits(context, rows, edits)
  await checkSchedule(context, today)
  const events = detailsOf(rows, after, edits, sideOf(context.actor))
  if (edits.some((edit) => isTerm(rows, edit))) await raiseTerms(context)
  const isPrivate = events.every(({ visibleTo }) => visibleTo)
  const number = await record({
    ...whole,
    subjectId: row.id,
    subject: wordsFor(context, rows, after),
    visibleTo: isPrivate ? sideOf(context.actor) : null,
  })
  for (const event of events) await record(event)
  return number
}

/** What would move, without a word of anybody's own. */
function wordsFor({ actor, standings, row, todayIn }: Adjusting, before: StoredRows, after: StoredRows): string {
  const today = todayIn(row.timeZone)
  if (!computePlan(before, today).ok) return 'the plan can be computed again'
  const name = actor.name
  const reader = { id: '', name, side: sideOf(actor), standings }
  const said = { today, confirmers: [], agreements: [], lastChange: null, ending: null, baseline: null }
  const [old, now] = [before, after].map((rows) => buildView(materialFor({ ...said, rows, reader, withAdvice: false })))
  return old && now ? differenceBetween(old, now).words : ''
}

/** Whether both sides agree to it: dates and calendars of the plan, durations and links of shared steps. */
function isTerm(rows: StoredRows, edit: Edit): boolean {
  if (!('task' in edit)) return true
  if (edit.field !== 'durationDays' && edit.field !== 'lag') return false
  return rows.tasks.find(({ id }) => id === edit.task)?.privateTo === null
}

/** The events of the single subjects, each as its own command would have told it. */
function detailsOf(before: StoredRows, after: StoredRows, edits: readonly Edit[], side: ViewerSide): NewEvent[] {
  const changeOf = (edit: Edit): Change => ({ before: storedValue(before, edit) ?? null, after: edit.value })
  const events: NewEvent[] = []
  for (const task of before.tasks) {
    const own = edits.filter((edit) => 'task' in edit && edit.task === task.id)
    if (own.length === 0) continue
    const links = own.flatMap((edit) => (edit.field === 'lag' ? [edit] : []))
    const others = links.map(({ after: id }) => before.tasks.find((it) => it.id === id))
    events.push({
      event: 'task changed',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo ?? (others.some((other) => other?.privateTo) ? side : null),
      changes: Object.fromEntries([
        ...own.flatMap((edit) => (edit.field === 'lag' ? [] : [[edit.field, changeOf(edit)] as const])),
        ...links.map((edit) => [`lag.${edit.after}`, changeOf(edit)] as const),
        ...(links.length > 0
          ? [
              [
                'dependsOn',
                { before: linkWords(before, task.id, side), after: linkWords(after, task.id, side) },
              ] as const,
            ]
          : []),
      ]),
    })
  }
  const dates = edits.flatMap((edit) => (edit.field === 'criticalDate' || edit.field === 'winBy' ? [edit] : []))
  const plan = { subjectId: before.plan.id, subject: before.plan.project }
  if (dates.length > 0)
    events.push({
      event: 'terms changed',
      ...plan,
      changes: Object.fromEntries(dates.map((edit) => [edit.field, changeOf(edit)])),
    })
  const closed = edits.flatMap((edit) => (edit.field === 'closed' ? [edit] : []))
  if (closed.length > 0)
    events.push({
      event: 'calendar changed',
      ...plan,
      changes: Object.fromEntries([
        ...closed.map((edit) => [`closed.${edit.side}.${edit.from}.${edit.to}`, changeOf(edit)] as const),
        ...(['vendorCalendar', 'customerCalendar'] as const)
          .filter((key) => after.plan[key] !== before.plan[key])
          .map((key): [string, Change] => [
            // The name under which the calendar's own form tells of it, so that either finds who changed it last.
            key === 'vendorCalendar' ? 'vendorClosed' : 'customerClosed',
            { before: before.plan[key].closed.map(closedWords), after: after.plan[key].closed.map(closedWords) },
          ]),
      ]),
    })
  return events
}

/** What a step waits for, by titles: "Scope, 2 days before it is done"; the other side's own are passed over. */
const linkWords = ({ tasks }: StoredRows, id: string, side: ViewerSide): string[] =>
  (tasks.find((task) => task.id === id)?.dependsOn ?? []).flatMap(({ task, lagDays }) => {
    const other = tasks.find((it) => it.id === task)
    if (!other || isHiddenFrom(other, side)) return []
    return [lagDays === 0 ? other.title : `${other.title} ${lagDays > 0 ? '+' : '−'}${Math.abs(lagDays)} days`]
  })
