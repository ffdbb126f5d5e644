import type { IsoDate } from '#app/schedule/model.ts'

/** What will be announced, its measure with baseline and target, by when, and who will be told. */
export type FirstWin = {
  statement: string
  measure: string
  unit: string
  baseline: number
  target: number
  winBy: IsoDate
  announcedTo: string
}

/** A part of the first win that can be said after the plan was created. */
export type WinPart = Exclude<keyof FirstWin, 'winBy'>

/** What a plan's own row says of its first win; null where that was not said yet. */
export type WinColumns = {
  winStatement: string | null
  winMeasure: string | null
  winUnit: string | null
  winBaseline: number | null
  winTarget: number | null
  winBy: IsoDate
  winAnnouncedTo: string | null
}

/** The same columns as the database has them: texts that were not said yet are empty. */
export type StoredWin = {
  winStatement: string
  winMeasure: string
  winUnit: string
  winBaseline: string | null
  winTarget: string | null
  winBy: string
  winAnnouncedTo: string
}

export const saidOrNull = (text: string) => (text === '' ? null : text)

export const winColumns = (row: StoredWin): WinColumns => ({
  winStatement: saidOrNull(row.winStatement),
  winMeasure: saidOrNull(row.winMeasure),
  winUnit: saidOrNull(row.winUnit),
  winBaseline: numberOrNull(row.winBaseline),
  winTarget: numberOrNull(row.winTarget),
  // The column is a date.
  winBy: row.winBy as IsoDate,
  winAnnouncedTo: saidOrNull(row.winAnnouncedTo),
})

export const numberOrNull = (value: string | null) => (value === null ? null : Number(value))

const partsOf = (plan: WinColumns) => ({
  statement: plan.winStatement,
  measure: plan.winMeasure,
  unit: plan.winUnit,
  baseline: plan.winBaseline,
  target: plan.winTarget,
  announcedTo: plan.winAnnouncedTo,
})

const winParts = ['statement', 'measure', 'unit', 'baseline', 'target', 'announcedTo'] as const

/** The parts of a plan's first win that no one has said yet, in the order of its form. */
function openPartsOf(plan: WinColumns): WinPart[] {
  const parts = partsOf(plan)
  return winParts.filter((part) => parts[part] === null)
}

/** The first win of a plan; null while any part of it is open. */
export function firstWinOf(plan: WinColumns): FirstWin | null {
  const { statement, measure, unit, baseline, target, announcedTo } = partsOf(plan)
  if (statement === null || measure === null || unit === null || announcedTo === null) return null
  if (baseline === null || target === null) return null
  return { statement, measure, unit, baseline, target, winBy: plan.winBy, announcedTo }
}

/** A first win that is not fully defined: its day, its announcement if there is one, and what is missing. */
export type OpenWin = { winBy: IsoDate; statement: string | null; open: WinPart[] }

/** The first win of a plan, or what there is of it. */
export const winSoFar = (plan: WinColumns): FirstWin | OpenWin =>
  firstWinOf(plan) ?? { winBy: plan.winBy, statement: plan.winStatement, open: openPartsOf(plan) }

/** What has to be said before anyone can agree to a plan. */
export const openTermsOf = (plan: WinColumns & { criticalReason: string | null }) => ({
  reason: plan.criticalReason === null,
  win: firstWinOf(plan) === null,
})
