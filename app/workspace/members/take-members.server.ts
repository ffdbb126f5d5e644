import type { WorkspaceTransaction } from '#db/workspace.ts'
import { canonicalAddress } from '#app/access/core/canonical-address.ts'
import { type MemberRole, storedRoles } from '#app/policy/roles.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { memberRefusals, onlyAdminWords } from './member-words.ts'

export type MemberNow = {
  id: string
  name: string
  email: string
  roles: MemberRole[]
  removedAt: Date | null
  /** When they were invited at this address; null once they have signed in with it. */
  awaitedSince: Date | null
}

export type MembersNow = {
  /** Everyone who was ever a member. */
  all: MemberNow[]
  present: MemberNow[]
  /** @throws Refusal 404 for an id that no member ever had */
  get(id: string): MemberNow
}

/** The members as they are under the lock of the workspace's row, so that no one becomes or ceases to be an admin meanwhile. */
export async function takeMembers({
  trx,
  workspaceId,
}: {
  trx: WorkspaceTransaction
  workspaceId: string
}): Promise<MembersNow> {
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email', 'roles', 'removedAt', 'awaitedSince'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  // Commands write roles of the list alone.
  const all = rows.map((row) => ({ ...row, roles: storedRoles(row.roles) }))
  const present = all.filter(({ removedAt }) => !removedAt)
  return {
    all,
    present,
    get(id) {
      const member = all.find((it) => it.id === id)
      if (!member) throw notFound()
      return member
    },
  }
}

/** A workspace without an admin could never get one again. @throws Refusal 422 beside `field` */
export function refuseLastAdmin({ present }: MembersNow, { id, name }: MemberNow, field: string) {
  if (!present.some((it) => it.id !== id && it.roles.includes('admin'))) throw fieldRefusal(field, onlyAdminWords(name))
}

/** A participant is never a member, however their address is written. @throws Refusal 422 beside `email` */
export async function refuseParticipants(trx: WorkspaceTransaction, workspaceId: string, email: string) {
  const participants = await trx
    .selectFrom('participant')
    .select('email')
    .where('workspaceId', '=', workspaceId)
    .execute()
  if (participants.some((it) => canonicalAddress(it.email) === canonicalAddress(email)))
    throw fieldRefusal('email', memberRefusals.isParticipant)
}
