import { randomInt } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { minute } from '#app/kit/durations.ts'
import { isFromScript } from '#app/kit/from-script.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { sealedCookie } from '#app/kit/sealed-cookie.server.ts'
import { namingOutcome, outcomeNamedIn } from '#app/ui/outcome-name.ts'
import { recorded } from './receipts.server.ts'

const told = z.union([
  /** The events that a command recorded, from the first to the last. */
  recorded.extend({ lastNumber: z.int() }),
  /** For a change that the activity does not record. */
  z.object({ words: z.string() }),
])

/** What someone just did with a form. */
export type Told = z.infer<typeof told>

/** The most outcomes waiting in one browser, however many forms it sends without opening the next page. */
const slots = [0, 1, 2, 3, 4, 5, 6, 7]

/** In characters. With as many slots that is less than half of the 16 KB that Node takes as the headers of a request. */
const longestWords = 150

/** Each outcome is a cookie of its own: the answers to two forms do not overwrite each other. */
const cookieOf = (slot: number) =>
  sealedCookie({
    name: `firstwin-outcome-${slot}`,
    purpose: 'outcome cookie',
    schema: z.object({ id: z.uuid(), told, isNamed: z.boolean(), until: z.number() }),
    // Long enough for a slow page to open, short enough not to be told on a later visit.
    lifetime: minute,
  })

type Keeper = Pick<Parts, 'environment' | 'clock'>

/** The person and the page that it is for: someone else in the same browser is told nothing. */
const subjectOf = (personId: string | undefined, path: string) =>
  `${personId ?? 'nobody'} ${new URL(path, 'http://firstwin').pathname}`

/** A free slot, or any where none is free. By chance, since another form's answer may be choosing at the same moment. */
function pickSlot(taken: readonly number[]): number {
  const free = slots.filter((slot) => !taken.includes(slot))
  const choice = free.length > 0 ? free : slots
  return choice[randomInt(choice.length)] ?? 0
}

type Telling = {
  /** The form that was sent. */
  request: Request
  /** Who is signed in on the next page; undefined where no one will be. */
  personId: string | undefined
  /** Where the form leads. */
  path: string
  told: Told
  headers?: Headers
}

/**
 * Where a form leads that is done; the page there says what happened, once. A plain post and an enhanced one are redirected alike, so that
 * a reload repeats nothing. The address names the outcome only where the page alone does not tell which one is meant: where other tabs
 * may load that page too, by script, or while another outcome waits in this browser. Script takes the name off again (`ui/next-outcome.ts`).
 */
export function redirectTelling({ environment, clock }: Keeper, telling: Telling): Response {
  const { request, personId, path, told: what, headers = new Headers() } = telling
  const taken = slots.filter((slot) => cookieOf(slot).isSent(environment, request))
  const isNamed = isFromScript(request) || taken.length > 0
  const short = 'words' in what ? { words: what.words.slice(0, longestWords) } : what
  const kept = { id: newId(), told: short, isNamed }
  const sealed = cookieOf(pickSlot(taken)).write(environment, subjectOf(personId, path), clock.now(), kept)
  headers.append('Set-Cookie', sealed)
  return redirect(isNamed ? namingOutcome(path, kept.id) : path, { status: 303, headers })
}

/** Whether a form may have led to this page. */
export const carriesOutcome = ({ environment }: Keeper, request: Request): boolean =>
  slots.some((slot) => cookieOf(slot).isSent(environment, request))

/**
 * What the form that led to this page has to say, and the Set-Cookie header that ends it: it is said once. A page that a script loads by
 * itself takes nothing that it does not name, since that may be for another tab.
 */
export function takeOutcome({ environment, clock }: Keeper, request: Request, personId: string | undefined) {
  const { name } = outcomeNamedIn(request.url)
  if (name === null && isFromScript(request)) return undefined
  for (const cookie of slots.map(cookieOf)) {
    const kept = cookie.read(environment, subjectOf(personId, request.url), request, clock.now())
    if (kept && (kept.isNamed ? kept.id : null) === name)
      return { id: kept.id, told: kept.told, end: cookie.end(environment) }
  }
  return undefined
}
