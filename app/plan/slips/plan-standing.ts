import { z } from 'zod'
import { daysBetween } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type PlanRows, type PlanSchedule, closedBy, lacksProof } from '../core/compute-plan.ts'
import { daysLate, dueOf } from '../core/due.ts'

export const slipGoals = ['go-live', 'win'] as const
export type SlipGoal = (typeof slipGoals)[number]

/** A goal that is expected later than its date; `days`: working days after it. */
export type LateGoal = { goal: SlipGoal; by: IsoDate; expected: IsoDate; days: number }

/** What of a plan is compared from one look of the clock to the next. */
export type PlanStanding = { late: LateGoal[]; closedGates: { id: string; title: string }[] }

/** Which goals of a plan are late, and which gates are closed, as both sides see it. */
export function standingOf(rows: PlanRows, schedule: PlanSchedule): PlanStanding {
  const lateAt = (goal: SlipGoal, id: string | null, by: IsoDate): LateGoal[] => {
    if (id === null || schedule.request.tasks.some((task) => task.id === id && task.doneOn)) return []
    const { expected } = dueOf({ rows, schedule }, id)
    return expected > by ? [{ goal, by, expected, days: daysLate(schedule, by, expected) }] : []
  }
  const { goLive, win } = schedule.goals
  const isOpenGate = (gateId: string) => {
    const closed = closedBy(rows.milestones, gateId)
    const ids = new Set(closed.map(({ id }) => id))
    return (
      closed.some(lacksProof) || rows.tasks.some(({ doneOn, milestoneId }) => doneOn === null && ids.has(milestoneId))
    )
  }
  return {
    late: [...lateAt('go-live', goLive, rows.plan.criticalDate), ...lateAt('win', win, rows.plan.winBy)],
    closedGates: rows.milestones
      .filter(({ id, isGate }) => isGate && isOpenGate(id))
      .map(({ id, title }) => ({ id, title })),
  }
}

const isoDate = z.iso.date().transform((day) => day as IsoDate)

/**
 * What is remembered of the last look: of each late goal the day on which it was expected then, and the one that people were
 * told last; its date and how many working days after it, which older versions did not keep. */
export const rememberedStanding = z.object({
  on: isoDate,
  late: z.array(
    z.object({
      ...{ goal: z.enum(slipGoals), seen: isoDate, told: isoDate },
      ...{ by: isoDate.optional(), days: z.number().optional() },
    }),
  ),
  closedGates: z.array(z.string()),
})
export type RememberedStanding = z.infer<typeof rememberedStanding>

/** A goal that slipped, with the day on which it was expected before. */
export type Slip = LateGoal & { before: IsoDate }

/** A late goal that nothing changes gets later by the day: that is told again only after so many days. */
const daysUntilToldAgain = 7

type Asked = {
  before: RememberedStanding | null
  now: PlanStanding
  /** How the plan as it is now would have stood on the day of that look: what is later there was made so by a change, not by time. */
  then: PlanStanding
  today: IsoDate
  /** Whether people are told: not while the plan is a draft, whose dates no one has agreed to, and not at the first look. */
  tells: boolean
  /** Titles of the gates that are still gates. */
  gates: ReadonlyMap<string, string>
}

/**
 * What happened to a plan since the last look: goals that became late, that a change made later, or that are a week later than
 * was told; and gates that opened. With what is to be remembered.
 */
export function standingNews({ before, now, then, today, tells, gates }: Asked): {
  slips: Slip[]
  opened: string[]
  remember: RememberedStanding
} {
  const slips: Slip[] = []
  const late = now.late.map((each) => {
    const { goal, expected, by, days } = each
    const last = before?.late.find((it) => it.goal === goal)
    const wasThen = then.late.find((it) => it.goal === goal)?.expected
    const slipped =
      last === undefined ||
      (wasThen !== undefined && wasThen > last.seen) ||
      daysBetween(last.told, expected) >= daysUntilToldAgain
    if (tells && before && slipped) slips.push({ ...each, before: last?.told ?? each.by })
    return { goal, by, days, seen: expected, told: slipped || !tells ? expected : (last?.told ?? expected) }
  })
  const open = (id: string) => !now.closedGates.some((gate) => gate.id === id)
  const opened = (before?.closedGates ?? []).filter(open).flatMap((id) => gates.get(id) ?? [])
  return {
    slips,
    opened: tells ? opened : [],
    remember: { on: today, late, closedGates: now.closedGates.map(({ id }) => id) },
  }
}
