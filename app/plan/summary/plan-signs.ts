import type { IsoDate } from '#app/schedule/model.ts'

/** What is known of a plan besides its rows. */
export type PlanSigns = {
  /** The last day on which someone of the customer did something that the vendor may read; null before anyone has joined. */
  customerOn: IsoDate | null
  /** The day of the oldest question that waits for its answer. */
  questionOn: IsoDate | null
}

export const noSigns: PlanSigns = { customerOn: null, questionOn: null }
