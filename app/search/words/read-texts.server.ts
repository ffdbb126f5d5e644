import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { ThingKind } from './thing-kind.ts'

/** A text of a plan that members may search, and what it is of. */
export type FoundText = { planId: string; kind: ThingKind; thingId: string; texts: (string | null)[] }

type Which = { workspaceId: string; planIds: readonly string[] }

/**
 * Everything on some plans that members may search: what the customer keeps to itself, what was removed and who has left are not among it. Six
 * queries.
 */
export async function readTexts(trx: WorkspaceReading, which: Which): Promise<FoundText[]> {
  const found = await Promise.all([
    plans(trx, which),
    people(trx, which),
    members(trx, which),
    capabilities(trx, which),
    tasks(trx, which),
    comments(trx, which),
  ])
  return found.flat()
}

const anyOf = (planIds: readonly string[]) => sql<string>`any(${planIds}::uuid[])`

async function plans(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.id as planId', 'plan.project', 'plan.winStatement', 'plan.accountId'])
    .select('account.name')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', anyOf(planIds))
    .execute()
  return rows.flatMap(({ planId, project, winStatement, accountId, name }): FoundText[] => [
    { planId, kind: 'plan', thingId: planId, texts: [project, winStatement, name] },
    { planId, kind: 'account', thingId: accountId, texts: [name] },
  ])
}

async function people(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['planParticipant.planId', 'participant.id as thingId', 'planParticipant.name', 'participant.jobTitle'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', anyOf(planIds))
    .where('planParticipant.removedAt', 'is', null)
    .execute()
  return rows.map(({ planId, thingId, name, jobTitle }) => ({
    planId,
    kind: 'person',
    thingId,
    texts: [name, jobTitle],
  }))
}

async function members(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('planTeam')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'planTeam.workspaceId').onRef('member.id', '=', 'planTeam.memberId'),
    )
    .select(['planTeam.planId', 'member.id as thingId', 'member.name'])
    .where('planTeam.workspaceId', '=', workspaceId)
    .where('planTeam.planId', '=', anyOf(planIds))
    .where('member.removedAt', 'is', null)
    .execute()
  return rows.map(({ planId, thingId, name }) => ({ planId, kind: 'member', thingId, texts: [name] }))
}

async function capabilities(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('capability')
    .select(['planId', 'id as thingId', 'need', 'why', 'edition', 'internalNote'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', anyOf(planIds))
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(({ planId, thingId, need, why, edition, internalNote }) => ({
    ...{ planId, kind: 'capability', thingId },
    texts: [need, why, edition, internalNote],
  }))
}

async function tasks(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('task')
    .select(['planId', 'id as thingId', 'title', 'description'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', anyOf(planIds))
    .where(({ or, eb }) => or([eb('privateTo', 'is', null), eb('privateTo', '=', 'vendor')]))
    .execute()
  return rows.map(({ planId, thingId, title, description }) => ({
    ...{ planId, kind: 'task', thingId },
    texts: [title, description],
  }))
}

async function comments(trx: WorkspaceReading, { workspaceId, planIds }: Which): Promise<FoundText[]> {
  const rows = await trx
    .selectFrom('comment')
    .select(['planId', 'id as thingId', 'body'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', anyOf(planIds))
    .where('deletedAt', 'is', null)
    .where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', 'vendor')]))
    .execute()
  return rows.map(({ planId, thingId, body }) => ({ planId, kind: 'comment', thingId, texts: [body] }))
}
