import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { removeAddressFromDirectory } from '#app/access/core/directory.server.ts'
import { endSessions } from '#app/access/core/end-sessions.server.ts'
import { withoutOuterQuotes } from '#app/kit/plain-text.ts'
import { readableAddress, writtenAddress } from '#app/kit/readable-address.server.ts'
import { searchedWords } from '#app/ui/searched-words.ts'
import type { Erasable } from './model.ts'

/**
 * Takes a person out of every table: what let them in and what was sent to them is deleted, and their names and addresses are replaced in
 * everything that stays. Where they have a seat or an open task, these must have ended before.
 */
export async function forgetPerson(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: Erasable,
  now: Date,
): Promise<void> {
  const { kind, id, email } = person
  const own = kind === 'member' ? ({ memberId: id } as const) : ({ participantId: id } as const)
  const column = kind === 'member' ? 'memberId' : 'participantId'
  // Open pages of theirs end at once, in every process.
  await endSessions(trx, workspaceId, own, now)
  for (const table of ['session', 'knownDevice', 'signInCode', 'linkToken', 'notice'] as const)
    await trx.deleteFrom(table).where('workspaceId', '=', workspaceId).where(column, '=', id).execute()
  if (kind === 'member')
    for (const table of ['signOnBinding', 'passkey', 'apiKey'] as const)
      await trx.deleteFrom(table).where('workspaceId', '=', workspaceId).where('memberId', '=', id).execute()
  for (const table of ['planVisit', 'emailChoice', 'calendarFeed'] as const)
    await trx.deleteFrom(table).where('workspaceId', '=', workspaceId).where('readerId', '=', id).execute()
  await trx
    .deleteFrom('commandReceipt')
    .where('workspaceId', '=', workspaceId)
    .where('actor', 'in', [`${kind}:${id}`, `link:${id}`])
    .execute()
  await trx.deleteFrom('blockedAddress').where('workspaceId', '=', workspaceId).where('address', '=', email).execute()
  await removeAddressFromDirectory(trx, workspaceId, email)
  await emptyEmails(trx, workspaceId, person)
  await forgetWords(trx, workspaceId, person)

  // No member has the id of a participant.
  for (const table of ['member', 'participant'] as const)
    await trx
      .updateTable(table)
      .set({ erasedAt: now, jobTitle: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  if (kind === 'participant') {
    await sql`select operations.erase_consents(${id}::uuid)`.execute(trx)
    await emptyReferences(trx, workspaceId, id)
    await removeNotes(trx, workspaceId, id)
  }
  await sql`select operations.erase_person(${id}::uuid, ${writtenAddress(email)})`.execute(trx)
}

/** The words of the name leave the search at once. Plans that hold them are read again later, since other people may have the same name. */
async function forgetWords(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { id, name, email }: Erasable,
): Promise<void> {
  const seats = await trx
    .selectFrom('planParticipant')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', id)
    .execute()
  const names = [name, ...seats.map((seat) => seat.name), email.slice(0, email.indexOf('@'))]
  const words = sql<string>`any(${searchedWords(names.join(' '))}::text[])`
  const left = await trx
    .deleteFrom('searchWord')
    .where('workspaceId', '=', workspaceId)
    .where('word', '=', words)
    .returning('planId')
    .execute()
  await trx.deleteFrom('searchPart').where('workspaceId', '=', workspaceId).where('word', '=', words).execute()
  await trx
    .updateTable('activityCounter')
    .set({ searchedNumber: -1 })
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', sql<string>`any(${[...new Set(left.map(({ planId }) => planId))]}::uuid[])`)
    .execute()
}

/** What someone said as a reference: quotes in their name, and why they sent a text back or declined a call. */
async function emptyReferences(trx: WorkspaceTransaction, workspaceId: string, participantId: string): Promise<void> {
  await trx
    .updateTable('referencePiece')
    .set({
      reason: null,
      text: sql<string>`case kind when 'quote' then '' else text end`,
      // A quote without words is none.
      state: sql<string>`case when kind = 'quote' and state = 'approved' then 'ended' else state end`,
    })
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
  await trx
    .updateTable('referenceRequest')
    .set({ answer: null })
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
}

/** What someone wrote to their own management. Its link is on only while they are champion, and ends with their seat. */
async function removeNotes(trx: WorkspaceTransaction, workspaceId: string, participantId: string): Promise<void> {
  await trx
    .deleteFrom('managementNote')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
}

/**
 * Emails to others. Sent ones keep only their recipients, and what the daily email must know; waiting ones are rendered again
 * without the name. Waiting emails from the erased person are not sent.
 */
async function emptyEmails(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { id, name, email }: Erasable,
): Promise<void> {
  const told = sql<string>`case when kind = 'daily' then jsonb_build_object('told', facts -> 'told') else '{}'::jsonb end`
  await trx
    .updateTable('notice')
    .set({ state: 'unwanted' })
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`facts #>> '{sender,id}' = ${id}`)
    .execute()
  await trx
    .updateTable('notice')
    .set({ message: null, facts: told, failure: null })
    .where('workspaceId', '=', workspaceId)
    .where('state', '<>', 'waiting')
    .execute()
  // What waits names the address as people write it, and the name as it stands in quotes, which the function in the database does not know.
  const facts = sql<string>`replace(replace(facts::text, ${readableAddress(email)}, ${email}), ${withoutOuterQuotes(name)}, ${name})::jsonb`
  await trx
    .updateTable('notice')
    .set({ message: null, facts })
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'waiting')
    .execute()
}
