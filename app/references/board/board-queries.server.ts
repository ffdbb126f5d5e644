import { type SqlBool, sql } from 'kysely'
import { todayIn } from '#app/kit/clock.ts'
import { type ListPage, placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import { bounds } from '#app/kit/limits.ts'
import type { Parts } from '#app/kit/parts.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ReferenceRow } from './reference-row.ts'
import { answerOf, coveredWords, readKinds, readLimits } from '../model.ts'
import { addressOwner } from '#app/access/core/address-owner.server.ts'

/** As `answerOf` says of a consent, for counting: its words are those of now, and its last day has not passed in the plan's time zone. */
const isInEffect = (now: Date) => sql<SqlBool>`
  (reference.covers ->> 'version')::int = plan.win_version
  and coalesce((reference.limits::jsonb ->> 'until')::date >= (${now}::timestamptz at time zone plan.time_zone)::date, true)`

/**
 * Marketing's board: a page of the confirmed wins of the workspace, newest first, with what may be used of each, and how many of all
 * wins were agreed to be a reference.
 */
export async function getReferencesPage(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  page = 1,
): Promise<{ list: ListPage<ReferenceRow>; agreed: number; today: IsoDate }> {
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const workspace = await trx
      .selectFrom('workspace')
      .select('timeZone')
      .select((row) => [
        row
          .selectFrom('winResult')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('winResult.workspaceId', '=', workspaceId)
          .as('wins'),
        row
          .selectFrom('reference')
          .innerJoin('plan', (join) =>
            join.onRef('plan.workspaceId', '=', 'reference.workspaceId').onRef('plan.id', '=', 'reference.planId'),
          )
          .innerJoin('winResult', (join) =>
            join
              .onRef('winResult.workspaceId', '=', 'reference.workspaceId')
              .onRef('winResult.planId', '=', 'reference.planId'),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('reference.workspaceId', '=', workspaceId)
          .where('reference.state', '=', 'agreed')
          .where(isInEffect(now))
          .as('agreed'),
      ])
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const place = placeOfPage(Number(workspace.wins), page)
    const shown = await trx
      .selectFrom('winResult')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'winResult.workspaceId')
          .onRef('planParticipant.planId', '=', 'winResult.planId')
          .onRef('planParticipant.participantId', '=', 'winResult.participantId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'winResult.workspaceId')
          .onRef('participant.id', '=', 'winResult.participantId'),
      )
      .leftJoin('reference', (join) =>
        join
          .onRef('reference.workspaceId', '=', 'winResult.workspaceId')
          .onRef('reference.planId', '=', 'winResult.planId'),
      )
      .leftJoin('planParticipant as approver', (join) =>
        join
          .onRef('approver.workspaceId', '=', 'reference.workspaceId')
          .onRef('approver.planId', '=', 'reference.planId')
          .on(sql<SqlBool>`approver.participant_id = (reference.limits::jsonb ->> 'approverId')::uuid`),
      )
      .select([
        'plan.id as planId',
        'account.name as account',
        'plan.project',
        'plan.winVersion',
        'plan.timeZone',
        'winResult.statement',
        'winResult.measure',
        'winResult.unit',
        'winResult.baseline',
        'winResult.target',
        'winResult.measured',
        'winResult.confirmedOn',
        'planParticipant.name as confirmedBy',
        'participant.email',
        'reference.state',
        'reference.kinds',
        'reference.limits',
        'reference.usesPerQuarter',
        'reference.covers',
        'approver.name as approver',
      ])
      .where('winResult.workspaceId', '=', workspaceId)
      .orderBy('winResult.confirmedAt', 'desc')
      .orderBy('plan.id')
      .limit(bounds.listRows)
      .offset(rowsBefore(place))
      .execute()
    const rows = shown.map((stored): ReferenceRow => {
      const {
        state: _state,
        winVersion: _version,
        timeZone: _zone,
        kinds,
        limits,
        usesPerQuarter,
        covers,
        approver,
        email,
        ...row
      } = stored
      const { until, note, never } = readLimits(limits)
      const figures = { baseline: Number(row.baseline), target: Number(row.target), measured: Number(row.measured) }
      const answer = answerOf(stored, todayIn(stored.timeZone, now))
      return {
        ...row,
        ...figures,
        confirmedFrom: addressOwner(email),
        targetMet: compareWithTarget(figures, figures.measured) === 'met',
        answer,
        agreedFor: answer === 'on hold' ? coveredWords.parse(covers) : null,
        kinds: readKinds(kinds ?? []),
        limits: { callsPerQuarter: usesPerQuarter, until, note, never, approver },
      }
    })
    return { list: { rows, ...place }, agreed: Number(workspace.agreed), today: todayIn(workspace.timeZone, now) }
  })
}
