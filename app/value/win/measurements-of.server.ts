import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { WorkspaceReading } from '#db/reading.ts'

/** The wins of a query whose measurements are asked for: its plan's first one, or each of those besides it. */
const ofWin = {
  plan: sql<SqlBool>`measurement.plan_id = plan.id and measurement.win_id is null`,
  furtherWin: sql<SqlBool>`measurement.plan_id = further_win.plan_id and measurement.win_id = further_win.id`,
}

/** What was measured of a win, the latest last, with who said it: a column of a query of plans, or of wins besides the first one. */
export const measurementsOf = (trx: WorkspaceReading, workspaceId: string, query: keyof typeof ofWin) =>
  jsonArrayFrom(
    trx
      .selectFrom('measurement')
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'measurement.workspaceId')
          .onRef('planParticipant.planId', '=', 'measurement.planId')
          .onRef('planParticipant.participantId', '=', 'measurement.participantId'),
      )
      .select(['measurement.id', 'measurement.measured', 'measurement.measuredOn as on', 'measurement.note'])
      .select('planParticipant.name as by')
      .where('measurement.workspaceId', '=', workspaceId)
      .where(ofWin[query])
      .orderBy('measurement.measuredOn')
      .orderBy('measurement.createdAt'),
  )
