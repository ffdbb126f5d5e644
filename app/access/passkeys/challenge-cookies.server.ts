import { z } from 'zod'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'
import { minute } from '#app/kit/durations.ts'

const challenge = {
  /** Under which it is used up when it comes back. */
  id: z.uuid(),
  challenge: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
}

/** What a new passkey must be signed for, and whose it becomes. */
export const newPasskeyCookie = sealedCookie({
  name: 'firstwin-new-passkey',
  purpose: 'new passkey cookie',
  schema: z.object({ ...challenge, memberId: z.uuid() }),
  lifetime: 10 * minute,
})

/** What a passkey must sign to let someone in. Whose workspace it is, only the passkey says. */
export const passkeySignInCookie = sealedCookie({
  name: 'firstwin-passkey',
  purpose: 'passkey sign-in cookie',
  schema: z.object(challenge),
  lifetime: 10 * minute,
})

/** A sign-in belongs to no workspace before its passkey is known. */
export const anyWorkspace = 'any workspace'

/** Milliseconds that a browser waits for a person's finger or face. */
export const ceremonyTimeout = 5 * minute
