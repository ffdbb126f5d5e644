import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanRows, PlanSchedule } from './network.ts'

export type PointDates = { doBy: IsoDate; expected: IsoDate }

/**
 * When a milestone must be reached and when it is expected. Little waits for a point itself: people expect it when the last of
 * its own steps must be done. The two goals have dates of their own.
 */
export function pointDates(
  { tasks }: Pick<PlanRows, 'tasks'>,
  schedule: PlanSchedule,
  milestoneId: string,
): PointDates {
  const { lateFinish, earlyFinish } = schedule.datesOf(milestoneId)
  const { goLive, win } = schedule.goals
  const lastStep = tasks
    .filter((task) => task.milestoneId === milestoneId)
    .map(({ id }) => schedule.datesOf(id).lateFinish)
    .reduce<IsoDate | null>((last, day) => (last && last > day ? last : day), null)
  const isGoal = milestoneId === goLive || milestoneId === win
  return { doBy: isGoal || !lastStep ? lateFinish : lastStep, expected: earlyFinish }
}
