import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor, Scope } from '#app/policy/policy.ts'
import { isFromScript } from '#app/kit/is-from-script.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { Command, PlainValue } from './command.ts'
import { type ToldOutcome, redirectTelling } from './outcome-cookie.server.ts'
import { firstValue } from './read-form.server.ts'
import { Refusal } from './refusal.ts'
import type { PostedValues, Reply } from './reply.ts'
import type { RecordedEvent } from './receipts.server.ts'
import { runCommand } from './run-command.server.ts'
import { unreadDates } from './unread-dates.ts'
import { nothingChangedWords } from './refusal-words.ts'

type Submission = {
  /** The form's own. */
  request: Request
  parts: Parts
  actor: Actor | null
  scopeId: string
  /** What was posted, as `readForm` gave it. */
  values: PostedValues
  /** The command's input, where it is not simply what was posted. */
  input?: Record<string, unknown>
  /** Where the form carries none of its own. */
  idempotencyKey?: string | undefined
}

/** Where a form leads, and words for what was done in place of the activity's. */
export type Destination = { path: string; says: string }

/**
 * Runs a command with a posted form. What was refused comes back as a reply for the same page, with its status and all that was
 * typed; where there is no such page for this person (401, 404) it is thrown to the error pages.
 * @param then where to go when it is done: the page there says what happened
 */
export async function submit<Kind extends Scope, Schema extends z.ZodObject, Result extends PlainValue>(
  command: Command<Kind, Schema, Result>,
  { request, parts, actor, scopeId, values, input, idempotencyKey }: Submission,
  then: (result: Result) => string | Destination,
): Promise<ReturnType<typeof data<Reply>>> {
  try {
    const { result, events } = await runCommand(parts, command, {
      actor,
      scopeId,
      input: input ?? values,
      idempotencyKey: firstValue(values, 'idempotencyKey') ?? idempotencyKey ?? '',
      seen: seenValuesIn(values),
      unread: unreadDates(values),
    })
    const next = then(result)
    const personId = actor && 'id' in actor ? actor.id : undefined
    const { path, told } =
      typeof next === 'string'
        ? { path: next, told: toldBy(events, scopeId) }
        : { path: next.path, told: { words: next.says } }
    throw redirectTelling(parts, { request, personId, path, told })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return replyOrPage(error, request, values)
  }
}

/**
 * What a command recorded in its own scope says what happened; what followed in other scopes only where there is nothing else. It
 * records nothing where all was there already, such as for a form that was saved without a change.
 */
function toldBy(events: readonly RecordedEvent[], scopeId: string): ToldOutcome {
  const own = events.filter((event) => event.scopeId === scopeId)
  const [first, ...rest] = own.length > 0 ? own : events.slice(0, 1)
  return first ? { ...first, lastNumber: (rest.at(-1) ?? first).number } : { words: nothingChangedWords }
}

/**
 * The answer to a form that was refused. Without script the page would be loaded again, and what it is about may be deleted: then it is
 * thrown, and the error page says it, with what was typed.
 */
export function replyOrPage(refusal: Refusal, request: Request, values: PostedValues): ReturnType<typeof refusedReply> {
  if (refusal.isGone && !isFromScript(request)) throw asResponse(refusal)
  return refusedReply(refusal, values)
}

/** The answer to a form that was refused, on its page. */
export function refusedReply(refusal: Refusal, values: PostedValues): ReturnType<typeof data<Reply>> {
  const { status, message, faults, conflicts, wantsSignIn, isSentBefore } = refusal
  const more = {
    ...(wantsSignIn && { wantsSignIn }),
    ...(isSentBefore && { isSentBefore }),
    ...(status === 503 && { unsent: 'failed' as const }),
  }
  if (conflicts.length > 0) return data<Reply>({ status: 'conflict', message, conflicts, values }, { status })
  if (status === 400 || status === 403 || status === 409 || status === 422 || status === 429 || status === 503)
    return data<Reply>({ status: 'invalid', message, faults, values, ...more }, { status, headers: headersOf(refusal) })
  throw asResponse(refusal)
}

/** A refusal as the error pages take it. */
export const asResponse = (refusal: Refusal) =>
  data({ message: refusal.message }, { status: refusal.status, headers: headersOf(refusal) })

const headersOf = ({ retryAfter }: Refusal): Record<string, string> =>
  retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }

const prefix = 'seen.'

/** The values that the sender saw before changing them, by field: fields named `seen.…` of a form. */
export function seenValuesIn(values: PostedValues): Record<string, unknown> {
  const entries = Object.entries(values).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]))
}
