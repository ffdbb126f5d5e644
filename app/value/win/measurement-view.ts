/** A value measured on the way to a win, with its day, who said it, and a note. */
export type MeasurementView = { id: string; measured: number; on: string; by: string; note: string | null }
