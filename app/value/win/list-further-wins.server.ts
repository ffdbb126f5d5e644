import type { WorkspaceReading } from '#db/reading.ts'
import { measurementsOf } from './measurements-of.server.ts'
import type { MeasurementView } from './measurement-view.ts'

export type FurtherWinView = {
  id: string
  /** What was said at the confirmation; before it, what was defined. */
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
    .select(measurementsOf(trx, workspaceId, 'furtherWin').as('measurements'))
    .where('furtherWin.workspaceId', '=', workspaceId)
    .where('furtherWin.planId', '=', planId)
    .orderBy('furtherWin.createdAt')
    .orderBy('furtherWin.id')
    .execute()
  return found.map(({ id, statement, measure, unit, baseline, target, winBy, measurements, ...rest }) => ({
    ...{
      id,
      statement: rest.confirmedStatement ?? statement,
      measure,
      unit,
      winBy,
      baseline: Number(baseline),
      target: Number(target),
    },
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
