import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { WorkspaceReading } from '#db/reading.ts'
import type { MeasurementView } from './measurement-view.ts'

export type FurtherWinView = {
  id: string
  statement: string
  measure: string
  unit: string
  baseline: number
  target: number
  winBy: string | null
  measurements: MeasurementView[]
  confirmed: { by: string; on: string; measured: number; reachedOn: string } | null
}

type Which = { workspaceId: string; planId: string }

/** The wins of a plan besides the first one, in the order in which they were added, with what was measured and confirmed of each. */
export async function listFurtherWins(
  trx: WorkspaceReading,
  { workspaceId, planId }: Which,
): Promise<FurtherWinView[]> {
  const found = await trx
    .selectFrom('furtherWin')
    .selectAll('furtherWin')
    .select((win) =>
      jsonArrayFrom(
        win
          .selectFrom('measurement')
          .innerJoin('planParticipant', (join) =>
            join
              .onRef('planParticipant.workspaceId', '=', 'measurement.workspaceId')
              .onRef('planParticipant.planId', '=', 'measurement.planId')
              .onRef('planParticipant.participantId', '=', 'measurement.participantId'),
          )
          .select([
            'measurement.id',
            'measurement.measured',
            'measurement.measuredOn as on',
            'measurement.note',
            'planParticipant.name as by',
          ])
          .where('measurement.workspaceId', '=', workspaceId)
          .where('measurement.planId', '=', planId)
          .whereRef('measurement.winId', '=', 'furtherWin.id')
          .orderBy('measurement.measuredOn')
          .orderBy('measurement.createdAt'),
      ).as('measurements'),
    )
    .where('furtherWin.workspaceId', '=', workspaceId)
    .where('furtherWin.planId', '=', planId)
    .orderBy('furtherWin.createdAt')
    .orderBy('furtherWin.id')
    .execute()
  return found.map(({ id, statement, measure, unit, baseline, target, winBy, measurements, ...rest }) => ({
    ...{ id, statement, measure, unit, winBy, baseline: Number(baseline), target: Number(target) },
    measurements: measurements.map((one) => ({ ...one, measured: Number(one.measured) })),
    confirmed:
      rest.confirmedOn === null
        ? null
        : {
            by: rest.confirmedBy ?? '',
            on: rest.confirmedOn,
            measured: Number(rest.measured),
            reachedOn: rest.reachedOn ?? rest.confirmedOn,
          },
  }))
}
