import { z } from 'zod'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { dueOf } from '../core/due.ts'
import type { PlanRows, PlanSchedule, TaskRow } from '../core/compute-plan.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { OwnerView } from '../core/viewer-side.ts'

const day = z
  .string()
  .refine(isIsoDate)
  .transform((value) => value as IsoDate)

/** Who was in charge of a task. People are kept by id, so that the name of an erased person is not. */
const agreedOwner = z.union([
  z.object({ memberId: z.string() }),
  z.object({ participantId: z.string() }),
  z.object({ placeholder: z.string() }),
])
export type AgreedOwner = z.infer<typeof agreedOwner>

/**
 * The dates of a plan on the day that both sides agreed to it, as its baseline keeps them: what must be done by when and by which owner,
 * point by point and task by task. Titles of points are kept with them, so that the dates can be read when the plan has changed. Stored
 * versions call the due date `doBy`; early ones have no owners.
 */
export const agreedDates = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      goal: z.enum(['go-live', 'win']).nullable(),
      doBy: day,
      expected: day,
      tasks: z.array(z.object({ id: z.string(), doBy: day, owner: agreedOwner.nullish() })),
    }),
  ),
})
export type AgreedDates = z.infer<typeof agreedDates>

/** The dates as they are now, both sides' private tasks among them: cut before anyone reads. */
export function datesNow(rows: PlanRows, schedule: PlanSchedule): AgreedDates {
  const { goLive, win } = schedule.goals
  return {
    points: rows.milestones.map(({ id, title }) => {
      const { dueOn, expected } = dueOf({ rows, schedule }, id)
      return {
        id,
        title,
        goal: id === goLive ? 'go-live' : id === win ? 'win' : null,
        doBy: dueOn,
        expected,
        tasks: rows.tasks
          .filter(({ milestoneId }) => milestoneId === id)
          .map((task) => ({
            id: task.id,
            doBy: dueOf({ rows, schedule }, task.id).dueOn,
            owner: ownerNow(task.owner),
          })),
      }
    }),
  }
}

function ownerNow(owner: OwnerView | null): AgreedOwner | null {
  if (owner === null) return null
  if (owner.id === null) return { placeholder: owner.name }
  return owner.kind === 'member' ? { memberId: owner.id } : { participantId: owner.id }
}

/** The same for one reader, without tasks that are hidden from them or gone. */
export function datesFor(dates: AgreedDates, tasks: readonly TaskRow[], sight: Sight): AgreedDates {
  const known = new Set(tasks.filter((task) => !isHiddenFrom(task, sight)).map(({ id }) => id))
  return { points: dates.points.map((point) => ({ ...point, tasks: point.tasks.filter(({ id }) => known.has(id)) })) }
}
