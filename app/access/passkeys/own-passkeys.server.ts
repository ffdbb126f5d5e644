import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { seePasskeys } from './passkey-words.ts'
import { passkeyRefusalWords } from './passkey-refusal-words.ts'

export type PasskeyOwner = { id: string; name: string; email: string }

/** A member who was not removed. @throws Refusal 404 */
export async function getPasskeyOwner(
  trx: WorkspaceTransaction,
  workspaceId: string,
  memberId: string,
): Promise<PasskeyOwner> {
  const member = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', memberId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw notFound()
  return member
}

/**
 * The member whose own passkeys are changed.
 * @throws Refusal 404 for a person who is not a member
 */
export function getOwnMember(trx: WorkspaceTransaction, actor: Actor): Promise<PasskeyOwner> {
  if (actor.kind !== 'member') throw notFound()
  return getPasskeyOwner(trx, actor.workspaceId, actor.id)
}

/** One of one's own passkeys. @throws Refusal 404 for one that is no one's, or someone else's */
export async function getOwnPasskey(
  trx: WorkspaceTransaction,
  actor: Actor,
  passkeyId: string,
): Promise<{ name: string }> {
  if (actor.kind !== 'member') throw notFound()
  const passkey = await trx
    .selectFrom('passkey')
    .select('name')
    .where('workspaceId', '=', actor.workspaceId)
    .where('memberId', '=', actor.id)
    .where('id', '=', passkeyId)
    .executeTakeFirst()
  if (!passkey) throw notFound()
  return passkey
}

/**
 * Refuses members who must sign in by the company's provider.
 * @throws Refusal 403
 */
export async function refuseBound(trx: WorkspaceReading, actor: Actor, email: string): Promise<void> {
  if (actor.kind !== 'member' || (await signOnOf(trx, { actor, email })) !== 'required') return
  throw new Refusal(403, passkeyRefusalWords['sign-on'])
}

type Told = { workspace: string; member: PasskeyOwner; title: string; happened: string }

/** Emails a member that a passkey was added or removed, so that an unexpected change is noticed. */
export const tellOfPasskey = (
  notify: (notice: NewNotice) => Promise<void>,
  { workspace, member, title, happened }: Told,
): Promise<void> =>
  notify({
    kind: 'security-notice',
    facts: { workspace, name: member.name, title, happened, button: seePasskeys },
    to: { memberId: member.id, address: member.email },
    planId: null,
    link: { path: '/passkeys' },
  })
