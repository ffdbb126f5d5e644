import { z } from 'zod'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'
import { minute } from '#app/kit/durations.ts'

const flow = z.object({
  /** Under which it is used up when it comes back. */
  id: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
  /** Milliseconds since 1970. */
  until: z.number(),
})

/** What must come back from the provider as it went there. */
export type Flow = z.infer<typeof flow>

/** Signing in at the provider may take ten minutes. */
export const flowCookie = sealedCookie({
  name: 'firstwin-sign-on',
  purpose: 'sign-on cookie',
  schema: flow,
  lifetime: 10 * minute,
})

const proved = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  next: z.string().optional(),
  until: z.number(),
})

/** Who proved to be a member, and is asked whether to go on as that one. */
export const provedCookie = sealedCookie({
  name: 'firstwin-proved',
  purpose: 'proved sign-on cookie',
  schema: proved,
  lifetime: 10 * minute,
})
