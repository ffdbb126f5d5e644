import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { type PersonFound, findPerson } from '../participants/find-person.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'

/** Who signed in, as the provider knows them: `subject` never changes and is never given to anyone else. */
export type ProviderAccount = { issuer: string; subject: string; email: string }

export type RecognisedMember =
  { status: 'member'; person: PersonFound } | { status: 'refused'; why: SignOnRefusal; person: PersonActor | null }

/**
 * Finds the member an account belongs to: by issuer and subject once they are bound (OpenID Connect Core 1.0, 5.7), before that by
 * address. The first sign-in binds; from then on another account with the same address is refused.
 */
export async function recogniseMember(
  trx: WorkspaceTransaction,
  workspaceId: string,
  account: ProviderAccount,
  now: Date,
): Promise<RecognisedMember> {
  const { issuer, subject, email } = account
  const bound = await trx
    .selectFrom('signOnBinding')
    .select('memberId')
    .where('workspaceId', '=', workspaceId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const person = await findPerson(trx, workspaceId, bound ?? { email })
  if (person?.actor.kind !== 'member') return { status: 'refused', why: 'not a member', person: null }
  if (bound) return { status: 'member', person }
  const isFirst = await bind(trx, workspaceId, person.actor, account, now)
  return isFirst ? { status: 'member', person } : { status: 'refused', why: 'another account', person: person.actor }
}

/** @returns whether the member had no account yet; of two that come at once, one is first */
async function bind(
  trx: WorkspaceTransaction,
  workspaceId: string,
  member: PersonActor,
  { issuer, subject }: ProviderAccount,
  now: Date,
): Promise<boolean> {
  // What an earlier provider knew the member as binds no one at this one.
  await trx
    .deleteFrom('signOnBinding')
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', member.id)
    .where('issuer', '<>', issuer)
    .execute()
  const bound = await trx
    .insertInto('signOnBinding')
    .values({ workspaceId, memberId: member.id, issuer, subject, boundAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('memberId')
    .executeTakeFirst()
  if (!bound) return false
  const detail = { issuer, account: subject }
  await writeSecurityEvent(trx, workspaceId, { kind: 'account bound', person: member, detail }, now)
  return true
}
