import type { WaitingStep } from '#app/plan/page/waiting-steps.ts'
import { day } from '#app/kit/durations.ts'

/** What a day's email told of one step. */
export type Told = { step: string; why: WaitingStep['why']; at: Date }

const week = 7 * day

/**
 * Whether a step is worth an email of its own today. That it can begin is told once; that it is due or late once, and again a week
 * later while that stays so.
 */
export function isWorthTelling(
  { id, why }: Pick<WaitingStep, 'id' | 'why'>,
  told: readonly Told[],
  now: Date,
): boolean {
  const ofStep = told.filter(({ step }) => step === id)
  if (why === 'next') return ofStep.length === 0
  return !ofStep.some((it) => it.why === why && now.getTime() - it.at.getTime() < week)
}
