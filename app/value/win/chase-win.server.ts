import { type SqlBool, sql } from 'kysely'
import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'

/** Plans that one run asks about; the next continues. */
const atOnce = 200

/**
 * Asks champions, with their email of the day, to measure the first win once its day has come: the day on which they said that they would look again,
 * else that of the win. Once for each day. Safe to run at any time.
 */
export async function chaseWin(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const due = sql<string>`coalesce(plan.win_measure_on, plan.win_by)`
    const plans = await trx
      .selectFrom('plan')
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'plan.workspaceId')
          .onRef('planParticipant.planId', '=', 'plan.id')
          .on('planParticipant.role', '=', 'champion'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .select(['plan.id as planId', 'plan.winStatement as statement', due.as('on')])
      .select(['participant.id as participantId', 'participant.email as address'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.state', 'in', ['agreed', 'under way'])
      .where('plan.archivedAt', 'is', null)
      .where('plan.winStatement', '<>', '')
      .where('planParticipant.removedAt', 'is', null)
      .where('planParticipant.joinedAt', 'is not', null)
      .where(sql<SqlBool>`${due} <= (${now}::timestamptz at time zone plan.time_zone)::date`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('notice')
              .select('notice.id')
              .where('notice.workspaceId', '=', workspaceId)
              .whereRef('notice.planId', '=', 'plan.id')
              .whereRef('notice.participantId', '=', 'participant.id')
              .where('notice.kind', '=', 'win-due')
              .where(sql<SqlBool>`notice.facts ->> 'on' = ${due}::text`),
          ),
        ),
      )
      .orderBy('plan.id')
      .limit(atOnce)
      .forNoKeyUpdate('plan')
      .execute()
    for (const { planId, statement, on, ...to } of plans)
      await writeNotice(
        parts,
        trx,
        workspaceId,
        {
          kind: 'win-due',
          facts: { statement, on },
          to,
          planId,
          link: { kind: 'return', planId, next: planLinks(planId).results },
        },
        now,
      )
  })
}
