import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { minute } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'

const told = z.union([
  /** The events that a command recorded, from the first to the last. */
  z.object({
    scope: z.enum(['plan', 'workspace']),
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

/** The person and the page that it is for: somebody else in the same browser is told nothing. */
const subjectOf = (personId: string | undefined, path: string) =>
  `${personId ?? 'nobody'} ${new URL(path, 'http://firstwin').pathname}`

/**
 * Where a form leads that is done; the page there says what happened, once. A plain post and an enhanced one are redirected alike, so that
 * a reload repeats nothing.
 * @param personId who is signed in there; undefined where nobody will be
 */
export function redirectTelling(
  { environment, clock }: Keeper,
  personId: string | undefined,
  path: string,
  what: Told,
  headers = new Headers(),
) {
  const kept = { id: newId(), told: what }
  headers.append('Set-Cookie', cookie.write(environment, subjectOf(personId, path), clock.now(), kept))
  return redirect(path, { status: 303, headers })
}

/** Whether a form may have led to this page. */
export const carriesOutcome = ({ environment }: Keeper, request: Request): boolean =>
  cookie.isSent(environment, request)

/** What the form that led to this page has to say, and the Set-Cookie header that ends it: it is said once. */
export function takeOutcome({ environment, clock }: Keeper, request: Request, personId: string | undefined) {
  const kept = cookie.read(environment, subjectOf(personId, request.url), request, clock.now())
  return kept && { id: kept.id, told: kept.told, end: cookie.end(environment) }
}
