import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Actor, MemberRole } from '#app/access/policy.ts'
import { Refusal, fault, notFound } from '#app/runner/refusal.ts'

export type MemberNow = { id: string; name: string; email: string; roles: MemberRole[]; removedAt: Date | null }

export type MembersNow = {
  /** Everybody who was ever a member. */
  all: MemberNow[]
  present: MemberNow[]
  /** @throws Refusal 404 for an id that no member ever had */
  get(id: string): MemberNow
}

/**
 * The members as they are under the lock of the workspace's row. Roles in a session may be a moment old, so it is asked once more
 * whether who does this is still an admin: of two admins who demote each other at once, one is too late.
 * @throws Refusal 403
 */
export async function takeMembers({
  trx,
  workspaceId,
  actor,
}: {
  trx: WorkspaceTransaction
  workspaceId: string
  actor: Actor
}): Promise<MembersNow> {
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email', 'roles', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  // Commands write roles of the list alone.
  const all = rows.map((row) => ({ ...row, roles: row.roles as MemberRole[] }))
  const present = all.filter(({ removedAt }) => !removedAt)
  if (actor.kind === 'member' && !present.some((it) => it.id === actor.id && it.roles.includes('admin')))
    throw new Refusal(403, 'You are not an admin any more.')
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
  if (!present.some((it) => it.id !== id && it.roles.includes('admin')))
    throw fault(field, `${name} is the only admin. Make somebody else an admin first.`)
}
