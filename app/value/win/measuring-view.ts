/** How a first win is measured, and who of the vendor's services has looked at the words that hold now. */
export type MeasuringView = {
  baselineHow: string | null
  measuredBy: string | null
  measureOn: string | null
  winVersion: number
  looked: { by: string; on: string } | null
}
