import type { WorkspaceReading } from '#db/reading.ts'
import type { Erasable } from './model.ts'
import { championOfWords, eraseOnlyAdminWords, stillMemberWords } from './erasure-words.ts'
import { planNameWords } from '#app/ui/name-words.ts'

/** A member or participant who is not erased yet. */
export async function findErasable(
  trx: WorkspaceReading,
  workspaceId: string,
  id: string,
): Promise<Erasable | undefined> {
  const member = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (member) return { kind: 'member', ...member }
  const participant = await trx
    .selectFrom('participant')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return participant && { kind: 'participant', ...participant, removedAt: null }
}

/** What has to be done before this person can be erased, in words; null when they can be. */
export async function whyNotErasableYet(
  trx: WorkspaceReading,
  workspaceId: string,
  { kind, id, name, removedAt }: Erasable,
): Promise<string | null> {
  if (kind === 'member') {
    if (removedAt) return null
    const others = await trx
      .selectFrom('member')
      .select('roles')
      .where('workspaceId', '=', workspaceId)
      .where('id', '<>', id)
      .where('removedAt', 'is', null)
      .execute()
    return others.some(({ roles }) => roles.includes('admin')) ? stillMemberWords(name) : eraseOnlyAdminWords(name)
  }
  const led = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.project', 'account.name as account'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.participantId', '=', id)
    .where('planParticipant.role', '=', 'champion')
    .where('planParticipant.removedAt', 'is', null)
    .where('plan.archivedAt', 'is', null)
    .where('plan.state', 'not in', ['won', 'lost'])
    .orderBy('account.name')
    .execute()
  if (led.length === 0) return null
  return championOfWords(
    name,
    led.map(({ account, project }) => planNameWords({ account, project })),
  )
}
