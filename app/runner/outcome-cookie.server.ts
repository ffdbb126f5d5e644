import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { minute } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'

const told = z.union([
  /** The events that a command recorded, from the first to the last. */
  z.object({
    scope: z.enum(['plan', 'account', 'workspace']),
    scopeId: z.uuid(),
    number: z.int(),
    lastNumber: z.int(),
  }),
  /** Where the activity tells nothing. */
  z.object({ words: z.string() }),
])

/** What somebody just did with a form. */
export type Told = z.infer<typeof told>

/** Long enough for a slow page to open, short enough not to be told of on a later visit. */
const cookie = sealedCookie({
  name: 'firstwin-outcome',
  purpose: 'outcome cookie',
  schema: z.object({ id: z.uuid(), told, until: z.number() }),
  lifetime: minute,
})

type Keeper = Pick<Parts, 'environment' | 'clock'>

const pathOf = (path: string) => new URL(path, 'http://firstwin').pathname

/**
 * Where a form leads that is done; the page there says what happened, once. A plain post and an enhanced one are redirected alike, so that
 * a reload repeats nothing.
 */
export function redirectTelling({ environment, clock }: Keeper, path: string, what: Told, headers = new Headers()) {
  headers.append('Set-Cookie', cookie.write(environment, pathOf(path), clock.now(), { id: newId(), told: what }))
  return redirect(path, { status: 303, headers })
}

/** What the form that led to this page has to say, and the Set-Cookie header that ends it: it is said once. */
export function takeOutcome({ environment, clock }: Keeper, request: Request) {
  const kept = cookie.read(environment, pathOf(request.url), request, clock.now())
  return kept && { id: kept.id, told: kept.told, end: cookie.end(environment) }
}
