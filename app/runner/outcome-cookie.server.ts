import { randomInt } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { minute } from '#app/kit/durations.ts'
import { isFromScript } from '#app/kit/is-from-script.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'
import { namingOutcome, outcomeNamedIn } from '#app/ui/outcome-name.ts'
import { recordedEvent } from './receipts.server.ts'

const told = z.union([
  /** The events that a command recorded, from the first to the last. */
  recordedEvent.extend({ lastNumber: z.int() }),
  /** For a change that the activity does not record. */
  z.object({ words: z.string() }),
])

/** What someone just did with a form. */
export type ToldOutcome = z.infer<typeof told>

/** The most outcomes waiting in one browser, however many forms it sends without opening the next page. */
const mostWaiting = 8

/** In characters. With as many slots that is less than half of the 16 KB that Node takes as the headers of a request. */
const longestWords = 150

const sealed = z.object({ id: z.uuid(), told, isNamed: z.boolean(), until: z.number() })

/** Each outcome is a cookie of its own: the answers to two forms do not overwrite each other. */
const cookies = Array.from({ length: mostWaiting }, (_, slot) =>
  sealedCookie({
    name: `firstwin-outcome-${slot}`,
    purpose: 'outcome cookie',
    schema: sealed,
    // Long enough for a slow page to open, short enough not to be told on a later visit.
    lifetime: minute,
  }),
)

type OutcomeCookie = (typeof cookies)[number]

type Keeper = Pick<Parts, 'environment' | 'clock'>

/** The person and the page that it is for: someone else in the same browser is told nothing. */
const subjectOf = (personId: string | undefined, path: string) =>
  `${personId ?? 'nobody'} ${new URL(path, 'http://firstwin').pathname}`

/** A free cookie, or any where none is free. By chance, since another form's answer may be choosing at the same moment. */
function pickCookie(taken: readonly OutcomeCookie[]): OutcomeCookie {
  const free = cookies.filter((cookie) => !taken.includes(cookie))
  const choice = free.length > 0 ? free : cookies
  const picked = choice[randomInt(choice.length)]
  if (!picked) throw new Error('There is no cookie for an outcome.')
  return picked
}

type Telling = {
  /** The form that was sent. */
  request: Request
  /** Who is signed in on the next page; undefined where no one will be. */
  personId: string | undefined
  /** Where the form leads. */
  path: string
  told: ToldOutcome
  headers?: Headers
}

/**
 * Where a form leads that is done; the page there says what happened, once. A plain post and an enhanced one are redirected alike, so that
 * a reload repeats nothing. The address names the outcome only where the page alone does not tell which one is meant: where other tabs
 * may load that page too, by script, or while another outcome waits in this browser. Script takes the name off again (`ui/next-outcome.ts`).
 */
export function redirectTelling({ environment, clock }: Keeper, telling: Telling): Response {
  const { request, personId, path, told: what, headers = new Headers() } = telling
  const taken = cookies.filter((cookie) => cookie.isSent(environment, request))
  const isNamed = isFromScript(request) || taken.length > 0
  const short = 'words' in what ? { words: what.words.slice(0, longestWords) } : what
  const kept = { id: newId(), told: short, isNamed }
  headers.append('Set-Cookie', pickCookie(taken).write(environment, subjectOf(personId, path), clock.now(), kept))
  return redirect(isNamed ? namingOutcome(path, kept.id) : path, { status: 303, headers })
}

/** Whether a form may have led to this page. */
export const carriesOutcome = ({ environment }: Keeper, request: Pick<Request, 'headers'>): boolean =>
  cookies.some((cookie) => cookie.isSent(environment, request))

/**
 * What the form that led to this page has to say, and the Set-Cookie header that ends it: it is said once. A page that a script loads by
 * itself takes nothing that it does not name, since that may be for another tab.
 */
export function takeOutcome({ environment, clock }: Keeper, request: Request, personId: string | undefined) {
  const { name } = outcomeNamedIn(request.url)
  if (name === null && isFromScript(request)) return undefined
  for (const cookie of cookies) {
    const kept = cookie.read(environment, subjectOf(personId, request.url), request, clock.now())
    if (kept && (kept.isNamed ? kept.id : null) === name)
      return { id: kept.id, told: kept.told, end: cookie.end(environment) }
  }
  return undefined
}
