import type { ServiceUnit } from '../service-units.ts'

/** What was paid for besides the product, in days or in one currency. */
export type Service = { unit: ServiceUnit; paid: number; planned: number; used: number }

/** From this share of what was paid on, a plan says that it is nearly used up. */
const nearlyUsed = 0.8

/** Whether what was paid is used up, nearly used up, or will not be enough for what is planned; null while all is well. */
export function serviceState({ paid, planned, used }: Service): 'used up' | 'nearly used up' | 'not enough' | null {
  if (used >= paid && used > 0) return 'used up'
  if (used >= nearlyUsed * paid && used > 0) return 'nearly used up'
  return planned > paid ? 'not enough' : null
}
