import type { WorkspaceReading } from '#db/reading.ts'
import { type FirstWin, type StoredWin, firstWinOf, winColumns } from '#app/plan/core/first-win.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { winRefusals } from './win-words.ts'

/** What was confirmed, word for word. */
export type KeptWin = {
  statement: string
  measure: string
  unit: string
  baseline: number
  target: number
  measuredValue: number
}

/** With the day on which it happened; null where no one has said. */
export type DatedWin = KeptWin & { reachedOn: IsoDate | null }

export const datedWinFields = [
  ...(['statement', 'measure', 'unit', 'baseline', 'target', 'measuredValue'] as const),
  'reachedOn',
] as const

const noWin = { statement: null, measure: null, unit: null, baseline: null, target: null, measuredValue: null }

/** A confirmed or withdrawn first win, as its event has it. */
export function changesOfWin(before: KeptWin | null, after: KeptWin | null) {
  const [was, is] = [before ?? noWin, after ?? noWin]
  return {
    statement: { before: was.statement, after: is.statement },
    measure: { before: was.measure, after: is.measure },
    unit: { before: was.unit, after: is.unit },
    baseline: { before: was.baseline, after: is.baseline },
    target: { before: was.target, after: is.target },
    measuredValue: { before: was.measuredValue, after: is.measuredValue },
  }
}

/** What a plan's own row says of its first win: what was agreed. @throws Refusal 409 while any part of it is open */
export function agreedWin(row: StoredWin): FirstWin {
  const win = firstWinOf(winColumns(row))
  if (!win) throw new Refusal(409, winRefusals.notDefined)
  return win
}

/** What was confirmed of a plan. @throws Refusal 409 before anything was */
export async function getKeptWin(trx: WorkspaceReading, workspaceId: string, planId: string): Promise<DatedWin> {
  const found = await trx
    .selectFrom('winResult')
    .select(['statement', 'measure', 'unit', 'baseline', 'target', 'measured', 'reachedOn'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .executeTakeFirst()
  if (!found) throw new Refusal(409, winRefusals.notConfirmed)
  const { baseline, target, measured, reachedOn, ...words } = found
  return {
    ...words,
    baseline: Number(baseline),
    target: Number(target),
    measuredValue: Number(measured),
    // The column is a date.
    reachedOn: reachedOn as IsoDate | null,
  }
}
