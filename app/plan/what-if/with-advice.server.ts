import { isOverloaded } from '#app/kit/computations.ts'
import { bounds } from '#app/kit/limits.ts'
import { makeMemory } from '#app/kit/make-memory.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlannedChange } from '#app/schedule/with-change.ts'
import { findAdvice } from './find-advice.ts'
import type { PlanMaterial } from '../view/plan-material.ts'
import { hasEnded } from '../core/stages.ts'

const recall = makeMemory<PlannedChange[]>(500)

/**
 * The material with what would save its date. It is looked for in a thread, once for each change of the plan, side and day; a page
 * that would have to wait for it goes without, and the next one has it.
 * @param number the plan's latest change
 * @returns also whether it was looked for to the end
 */
export async function withAdvice(
  { computations, log }: Pick<Parts, 'computations' | 'log'>,
  material: PlanMaterial,
  number: number,
): Promise<{ material: PlanMaterial; isWhole: boolean }> {
  const { rows, today } = material
  const { plan } = rows
  if (hasEnded(plan)) return { material, isWhole: true }
  const key = `${plan.id} ${number} ${rows.cutFor} ${today}`
  const found = recall(key, () => computations.run('people', findAdvice, { rows, today })).catch((error: unknown) => {
    if (!isOverloaded(error)) throw error
    log.warn({ planId: plan.id, reason: error.reason }, 'advice was given up')
    return null
  })
  const advice = await Promise.race([found, after(bounds.adviceWait)])
  return { material: { ...material, advice: advice ?? [] }, isWhole: advice !== null }
}

const after = (milliseconds: number) =>
  new Promise<null>((done) => {
    setTimeout(() => done(null), milliseconds).unref()
  })
