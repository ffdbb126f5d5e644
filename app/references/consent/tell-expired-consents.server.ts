import { sql } from 'kysely'
import { inWorkspace } from '#db/workspace.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { hasConsentExpired, lastDayOfConsent } from '../consent-in-sql.server.ts'
import { listMarketing } from '../list-marketing.server.ts'

/** Consents that one run tells about; the next one continues. */
const atOnce = 200

/** An end that no one was told about for this long is old news. */
const newsDays = 14

/**
 * Tells, with the email of the day and once, that the last day of a consent has passed: its owner in marketing, or all of marketing where no
 * one has taken it, the lead of the plan, and the members who used it. A consent outlives its plan, so that of an archived one is told, too.
 * Safe to run at any time.
 */
export async function tellExpiredConsents(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const ended = await listUntold(trx, workspaceId, now)
    if (ended.length === 0) return
    const marketing = await listMarketing(trx, workspaceId)
    for (const { planId, account, until, ownerId, leadId, leadAddress } of ended) {
      await trx
        .updateTable('reference')
        .set({ toldExpiry: until })
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', planId)
        .execute()
      const owner = marketing.filter(({ memberId }) => memberId === ownerId)
      const users = await listUsers(trx, workspaceId, planId)
      const lead = leadAddress === null ? [] : [{ memberId: leadId, address: leadAddress }]
      const readers = new Map(
        [...lead, ...users, ...(owner.length > 0 ? owner : marketing)].map(({ memberId, address }) => [
          memberId,
          address,
        ]),
      )
      for (const [memberId, address] of readers) {
        const link = { path: planLinks(planId).referenceUse }
        const notice = {
          kind: 'consent-expired',
          facts: { account, until },
          to: { memberId, address },
          planId,
          link,
        } as const
        await writeNotice(parts, trx, workspaceId, notice, now)
      }
    }
  })
}

/** The members who noted a use of it. */
const listUsers = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx
    .selectFrom('referenceUse')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspaceId', '=', 'referenceUse.workspaceId')
        .onRef('member.id', '=', 'referenceUse.memberId'),
    )
    .distinct()
    .select(['member.id as memberId', 'member.email as address'])
    .where('referenceUse.workspaceId', '=', workspaceId)
    .where('referenceUse.planId', '=', planId)
    .where('member.removedAt', 'is', null)
    .execute()

/** Consents whose last day has passed in the time zone of their plan, which no one was told about. */
const listUntold = (trx: WorkspaceTransaction, workspaceId: string, now: Date) => {
  const today = sql<string>`(${now}::timestamptz at time zone plan.time_zone)::date`
  return trx
    .selectFrom('reference')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'reference.workspaceId').onRef('plan.id', '=', 'reference.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('member as lead', (join) =>
      join
        .onRef('lead.workspaceId', '=', 'plan.workspaceId')
        .onRef('lead.id', '=', 'plan.leadId')
        .on('lead.removedAt', 'is', null),
    )
    .select(['reference.planId', 'reference.ownerId', 'account.name as account', 'plan.leadId'])
    .select(['lead.email as leadAddress', lastDayOfConsent.as('until')])
    .where('reference.workspaceId', '=', workspaceId)
    .where('reference.state', '=', 'agreed')
    .where(hasConsentExpired(now))
    .where(lastDayOfConsent, '>=', sql<string>`${today} - ${newsDays}::int`)
    .where(sql<boolean>`reference.told_expiry is distinct from ${lastDayOfConsent}`)
    .orderBy('reference.planId')
    .limit(atOnce)
    .forUpdate('reference')
    .execute()
}
