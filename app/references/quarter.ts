import type { IsoDate } from '#app/schedule/model.ts'

/** A calendar quarter. */
export type Quarter = { year: number; quarter: QuarterNumber }
export type QuarterNumber = 1 | 2 | 3 | 4

export const quarterNumbers = [1, 2, 3, 4] as const satisfies QuarterNumber[]

/** The calendar quarter of a day. */
export function quarterOf(day: IsoDate): Quarter {
  const month = Number(day.slice(5, 7))
  const quarter = quarterNumbers.find((it) => month <= it * 3) ?? 4
  return { year: Number(day.slice(0, 4)), quarter }
}

/** The quarter that a name stands for. */
export const quarterNamed = (name: string): Quarter => ({
  year: Number(name.slice(0, 4)),
  quarter: quarterNumbers.find((it) => it === Number(name.slice(6))) ?? 4,
})

/** A quarter by a name that sorts by itself: "2026-Q3". */
export const quarterName = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`
