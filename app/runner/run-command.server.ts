import type { z } from 'zod'
import { isUnavailable } from '#db/is-unavailable.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { whyRefusedOnPlan } from './plan-end.ts'
import { type Actor, type CommandName, type Scope, type Standing, mayEver, sightOf } from '#app/policy/policy.ts'
import { mustSignInAgain } from '#app/policy/fresh-sign-in.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { seal } from '#app/kit/sealed.server.ts'
import type { NoticeSender } from '#app/outbox/notice-kinds.ts'
import { newSecretHash } from '#app/outbox/link-token.server.ts'
import { withdrawChatPosts, writeChatPosts } from '#app/outbox/chat-posts.server.ts'
import { queueNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { appendActivity } from './activity-log.server.ts'
import { createOutgoing } from '#app/kit/outgoing.server.ts'
import type { Command, CommandContext, ComparedFields, PlainValue, ScopeRow, SeenValues } from './command.ts'
import { compareWithSeen } from './compare.ts'
import { describeConflicts } from './describe-conflicts.server.ts'
import { eventsToldToActor } from './events/catalogue.ts'
import { farDates } from './far-dates.ts'
import { parseInput } from './parse-input.ts'
import { type RecordedEvent, findReceipt, keepReceipt, receiptFor } from './receipts.server.ts'
import { type Fault, Refusal, notFound, signInAgain, databaseUnavailable, wrongFields } from './refusal.ts'
import { refuseOverloaded } from './refuse-overloaded.ts'
import { standingsIn } from './standing.server.ts'
import { isUuid } from '#app/kit/ids.ts'
import { refusals } from './refusal-words.ts'
import { formWords } from '#app/ui/form-words.ts'
import { wasTakenBack } from './was-taken-back.server.ts'

export type CommandOrder = {
  /** Null when no one is signed in. */
  actor: Actor | null
  scopeId: string
  /** As it came in; the command's schema decides. */
  input: unknown
  idempotencyKey?: string | undefined
  /** What the sender saw, per field. */
  seen?: SeenValues | undefined
  /** What the browser could not read of a form, told once it is known that the sender may send it. */
  unread?: readonly Fault[]
}

/** A command that was carried out, now or when the same form was sent before, and what it recorded then that its sender may read. */
export type CommandDone<Result> = { result: Result; repeated: boolean; events: RecordedEvent[] }

/**
 * The one way to change anything. In one transaction, in this order: who (401), may they know of it (404), may they ever (403),
 * did they sign in a moment ago where that is asked (403), what (400/422), lock, sent before, may they still (404, 403), what the sender saw (409), days within ten years (422), the command, its events and notices, commit.
 * Changes of the same scope wait for each other before they take a connection.
 * @throws Refusal with the status; nothing is written then. 503 where the database cannot do it now
 */
export async function runCommand<Kind extends Scope, Schema extends z.ZodObject, Result extends PlainValue>(
  parts: Parts,
  command: Command<Kind, Schema, Result>,
  { actor, scopeId, input: raw, idempotencyKey, seen, unread }: CommandOrder,
): Promise<CommandDone<Result>> {
  if (!actor) throw new Refusal(401, refusals.signInFirst)
  if (!isUuid(scopeId)) throw notFound()
  return change(parts, actor.workspaceId, scopeId, (trx) =>
    carryOut(trx, parts, command, { actor, scopeId, input: raw, idempotencyKey, seen, unread }),
  )
}

/** One transaction that changes a scope. @throws Refusal 503 where others hold its row for too long, or the database is away */
async function change<Result>(
  { db, slots, log }: Pick<Parts, 'db' | 'slots' | 'log'>,
  workspaceId: string,
  scopeId: string,
  work: (trx: WorkspaceTransaction) => Promise<Result>,
): Promise<Result> {
  const leave = await slots.enter(workspaceId, scopeId)
  if (!leave) {
    log.warn({ scopeId }, 'a change waited too long for others')
    throw databaseUnavailable()
  }
  try {
    return await inWorkspace(db, workspaceId, work)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    log.warn({ err: error, scopeId }, 'a change could not be made now')
    throw databaseUnavailable()
  } finally {
    leave()
  }
}

/** Signals only that a transaction is to be rolled back. */
class TakenBack extends Error {}

/**
 * Runs a command, lets `look` read before and after it, and rolls everything back: its effect, by the command itself. No key
 * is needed; nothing is stored, sent or announced.
 * @throws Refusal as `runCommand` does
 */
export async function tryCommand<Kind extends Scope, Schema extends z.ZodObject, Result extends PlainValue, Sight>(
  parts: Parts,
  command: Command<Kind, Schema, Result>,
  { actor, scopeId, input, seen, unread }: Omit<CommandOrder, 'idempotencyKey'>,
  look: (trx: WorkspaceTransaction) => Promise<Sight>,
): Promise<{ before: Sight; after: Sight }> {
  if (!actor) throw new Refusal(401, refusals.signInFirst)
  if (!isUuid(scopeId)) throw notFound()
  const sights: Sight[] = []
  try {
    await change(parts, actor.workspaceId, scopeId, async (trx) => {
      const onLocked = async () => void sights.push(await look(trx))
      await carryOut(trx, parts, command, { actor, scopeId, input, seen, unread }, onLocked)
      sights.push(await look(trx))
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  const [before, after] = sights
  if (before === undefined || after === undefined) throw new Error('A tried command was not looked at')
  return { before, after }
}

/** A command within its transaction. @param onLocked called once the scope's row is locked, before anything is written */
async function carryOut<Kind extends Scope, Schema extends z.ZodObject, Result extends PlainValue>(
  trx: WorkspaceTransaction,
  parts: Parts,
  command: Command<Kind, Schema, Result>,
  { actor, scopeId, input: raw, idempotencyKey, seen = {}, unread = [] }: CommandOrder & { actor: Actor },
  onLocked?: () => Promise<void>,
): Promise<CommandDone<Result>> {
  const { workspaceId } = actor
  const asked = await standingsIn(trx, command, actor, scopeId)
  if (asked.size > 0 && !mayEver(command.name, asked)) noteForged(parts, command.name, actor, scopeId)
  authorise(command, asked)
  if (mustSignInAgain(command.name, actor, parts.clock.now())) throw signInAgain()

  const today = todayIn('UTC', parts.clock.now())
  const contradictions = (readable: object) => command.contradictions?.(readable) ?? []
  const alsoIn = (readable: Record<string, unknown>) => [
    ...farDates(command.input, { read: readable, sent: raw }, today, (field) => seen[field]),
    ...contradictions(readable),
  ]
  const input = parseInput(command.input, raw, { unread, alsoIn })
  const receipt =
    idempotencyKey === undefined ? null : receiptFor(actor, { command: command.name, scopeId }, idempotencyKey, input)
  // Sent together, run one after the other: the last two see all that was committed before the lock was granted.
  const [row, first, standings] = await Promise.all([
    lockScope(trx, command.scope, workspaceId, scopeId),
    receipt && findReceipt(trx, workspaceId, receipt),
    standingsIn(trx, command, actor, scopeId),
  ])
  if (first) {
    if (await wasTakenBack(trx, workspaceId, first.events))
      throw new Refusal(409, refusals.takenBack, { isSentBefore: true })
    return { result: first.outcome as Result, repeated: true, events: first.events }
  }
  // Who waited for the row may have been removed or given other roles meanwhile.
  authorise(command, standings)
  refuseClosed(command, row)
  await onLocked?.()

  const now = parts.clock.now()
  const where = { workspaceId, scope: command.scope, scopeId }
  let touched = new Set<string>()
  let current: ComparedFields | null = null
  if (command.current) {
    current = await command.current({ trx, row, input, workspaceId, actor, standings })
    const compared = compareWithSeen(command.input, input, seen, current, command.standsByAll)
    if (compared.conflicting.length > 0)
      throw new Refusal(409, formWords.changedByOther, {
        conflicts: await describeConflicts(trx, where, sightOf(standings), compared.conflicting, input, current, now),
      })
    touched = compared.touched
  }
  const faults = farDates(command.input, { read: input, sent: raw }, today, (field) => current?.fields[field]?.value)
  if (faults.length > 0) throw wrongFields([...faults, ...contradictions(input)])

  const events: RecordedEvent[] = []
  const context: CommandContext<z.infer<Schema>, Kind> = {
    trx,
    actor,
    standings,
    workspaceId,
    row,
    input,
    now,
    todayIn: (zone) => todayIn(zone, now),
    async record(event, created) {
      const to = { workspaceId, ...(created ?? where) }
      const number = await appendActivity(trx, to, { actor, command: command.name, at: now }, event)
      // What only the other side may read of it, such as a private task that went along, does not say who did it.
      const { visibleTo = null } = event
      if (visibleTo === null || visibleTo === sightOf(standings) || eventsToldToActor.includes(event.event))
        events.push({ scope: to.scope, scopeId: to.scopeId, number })
      return number
    },
    notify: async (notice) =>
      void (await writeNotice(parts, trx, workspaceId, { ...notice, sender: senderOf(actor) }, now)),
    tellChannels: (topic, planId) => writeChatPosts(parts, trx, { workspaceId, planId, topic }, now),
    untellChannels: (planId, since) => withdrawChatPosts(parts, trx, { workspaceId, planId, since }, now),
    queueEmail: (notice) => queueNotice(parts, trx, workspaceId, notice),
    compute: (computation, input) => parts.computations.run('people', computation, input).catch(refuseOverloaded),
    whyNeverAsked: createOutgoing(parts.environment.outgoingAllow).whyNever,
    linkHash: (id) => newSecretHash(parts.environment, id),
    seal: (purpose, text) => seal(parts.environment, purpose, workspaceId, text),
  }
  const result = await command.run(context, touched)
  if (receipt) await keepReceipt(trx, workspaceId, receipt, { outcome: result, events, at: now })
  return { result, repeated: false, events }
}

/** Emails come from people; a key or the holder of a link has no address of its own. */
const senderOf = (actor: Actor): NoticeSender | undefined =>
  actor.kind === 'member' || actor.kind === 'participant' ? { kind: actor.kind, id: actor.id } : undefined

/** No page offers a command to people who may never give it: the request was made by hand, or their role has changed since the page was loaded. */
const noteForged = (
  { log }: Pick<Parts, 'log'>,
  command: CommandName,
  { kind, id, workspaceId }: Actor,
  scopeId: string,
) =>
  log.warn(
    { command, actor: `${kind}:${id}`, workspaceId, scopeId },
    'a command was refused, since its sender may never give it',
  )

/** @throws Refusal 404 if they may not know that it exists, 403 if their role may never do this */
function authorise({ name }: { name: CommandName }, standings: ReadonlySet<Standing>) {
  if (standings.size === 0) throw notFound()
  if (!mayEver(name, standings)) throw new Refusal(403, refusals.notAllowed)
}

async function lockScope<Kind extends Scope>(
  trx: WorkspaceTransaction,
  scope: Kind,
  workspaceId: string,
  scopeId: string,
): Promise<ScopeRow<Kind>> {
  const row =
    scope === 'workspace'
      ? await trx
          .selectFrom('workspace')
          .selectAll()
          .where('workspaceId', '=', workspaceId)
          .forNoKeyUpdate()
          .executeTakeFirst()
      : await trx
          .selectFrom('plan')
          .selectAll()
          .where('workspaceId', '=', workspaceId)
          .where('id', '=', scopeId)
          .forNoKeyUpdate()
          .executeTakeFirst()
  if (!row) throw notFound()
  // The table was chosen by the scope, which the type system does not follow through the query builder.
  return row as ScopeRow<Kind>
}

function refuseClosed(command: { name: CommandName; scope: Scope }, row: object) {
  if (command.scope !== 'plan') return
  if (!('archivedAt' in row && 'state' in row)) return
  const why = whyRefusedOnPlan(command.name, row)
  if (why) throw new Refusal(403, why)
}
