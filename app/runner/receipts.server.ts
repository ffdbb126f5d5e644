import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { DeletionLimits } from '#app/kit/deletion-limits.ts'
import type { Actor, PersonActor } from '#app/policy/policy.ts'
import type { PlainValue } from './command.ts'
import { canonicalText } from './compare.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusal-words.ts'

/** Where an event is found in the activity. */
export const recordedEvent = z.object({
  scope: z.enum(['plan', 'workspace']),
  scopeId: z.uuid(),
  number: z.int(),
})

export type RecordedEvent = z.infer<typeof recordedEvent>

export type Receipt = { actor: string; command: string; key: string; inputHash: string }

const keyFormat = /^[\w:.-]{8,300}$/

/**
 * The name under which a form is recognised when it is sent again to the same plan.
 * @throws Refusal 400 for a key that no form of ours has
 */
export function receiptFor(
  actor: Actor,
  { command, scopeId }: { command: string; scopeId: string },
  key: string,
  input: unknown,
): Receipt {
  if (!keyFormat.test(key)) throw new Refusal(400, refusals.formOutdated)
  // The scope is a part of what was said: an outcome of one plan is no answer for another.
  const inputHash = createHash('sha256').update(canonicalText({ scopeId, input })).digest('base64url')
  return { actor: `${actor.kind}:${actor.id}`, command, key, inputHash }
}

/** How the same form was answered before. @throws Refusal 422 where it said something else then */
export async function findReceipt(trx: WorkspaceTransaction, workspaceId: string, receipt: Receipt) {
  const first = await trx
    .selectFrom('commandReceipt')
    .select(['inputHash', 'outcome', 'events'])
    .where('workspaceId', '=', workspaceId)
    .where('actor', '=', receipt.actor)
    .where('command', '=', receipt.command)
    .where('key', '=', receipt.key)
    .executeTakeFirst()
  if (first && first.inputHash !== receipt.inputHash)
    throw new Refusal(422, refusals.sentBefore, { isSentBefore: true })
  return first && { outcome: first.outcome, events: z.array(recordedEvent).parse(first.events) }
}

/** The commands that someone gave under a key, by name. */
export async function listCommandsOf(
  trx: WorkspaceReading,
  { workspaceId, kind, id }: PersonActor,
  key: string,
): Promise<string[]> {
  const given = await trx
    .selectFrom('commandReceipt')
    .select('command')
    .where('workspaceId', '=', workspaceId)
    .where('actor', '=', `${kind}:${id}`)
    .where('key', '=', key)
    .execute()
  return given.map(({ command }) => command)
}

/** Keeps what a command answered, in its own transaction, so that the same form sent again is answered the same. */
export async function keepReceipt(
  trx: WorkspaceTransaction,
  workspaceId: string,
  receipt: Receipt,
  { outcome, events, at }: { outcome: PlainValue; events: readonly RecordedEvent[]; at: Date },
): Promise<void> {
  await trx
    .insertInto('commandReceipt')
    .values({ workspaceId, ...receipt, outcome: JSON.stringify(outcome), events: JSON.stringify(events), at })
    .execute()
}

/** The receipts of commands that no one will repeat any longer. */
export async function forgetReceipts(
  trx: WorkspaceTransaction,
  { workspaceId, before, atMost }: DeletionLimits,
): Promise<number> {
  const old = trx
    .selectFrom('commandReceipt')
    .select(['actor', 'command', 'key'])
    .where('workspaceId', '=', workspaceId)
    .where('at', '<', before)
    .limit(atMost)
  const deleted = await trx
    .deleteFrom('commandReceipt')
    .where('workspaceId', '=', workspaceId)
    .where(({ eb, refTuple }) => eb(refTuple('actor', 'command', 'key'), 'in', old.$asTuple('actor', 'command', 'key')))
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
