import { parseIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate, ScheduleAnswer, ScheduleRequest, ScheduleTask, TaskAnswer } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'

/** A date in a test. @throws for one that does not exist */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text)
  if (!date) throw new Error(`${text} is not a date`)
  return date
}

type TaskWords = Partial<Omit<ScheduleTask, 'id' | 'durationDays' | 'dependsOn'>> & {
  after?: ScheduleTask['dependsOn']
}

export function task(id: string, durationDays: number, { after, ...rest }: TaskWords = {}): ScheduleTask {
  return { id, side: 'vendor', durationDays, dependsOn: after ?? [], ...rest }
}

/** A plan from Monday 1 June 2026. */
export function plan(tasks: ScheduleTask[], rest: Partial<ScheduleRequest> = {}): ScheduleRequest {
  return { startOn: day('2026-06-01'), tasks, ...rest }
}

/** The answer, with its rows by id. @throws if the request is refused */
export function answerTo(request: ScheduleRequest): ScheduleAnswer & { row: (id: string) => TaskAnswer } {
  const result = schedule(request)
  if (!result.ok)
    throw new Error(result.faults.map((fault) => `${fault.task} ${fault.field}: ${fault.message}`).join('\n'))
  const rows = new Map(result.answer.tasks.map((row) => [row.id, row]))
  const row = (id: string) => {
    const found = rows.get(id)
    if (!found) throw new Error(`There is no row ${id}`)
    return found
  }
  return { ...result.answer, row }
}

/** Early start and finish, late start and finish, without the year, then total and free slack. */
export function figures(request: ScheduleRequest, id: string): string {
  const row = answerTo(request).row(id)
  const dates = [row.earlyStart, row.earlyFinish, row.lateStart, row.lateFinish].map((date) => date.slice(5))
  return `${dates.join(' ')} ${row.totalSlackDays} ${row.freeSlackDays}`
}
