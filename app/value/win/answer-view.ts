import { todayIn } from '#app/kit/clock.ts'
import type { IsoDate } from '#app/schedule/model.ts'

/** What a side said about the first win before it is confirmed. */
export type AnswerView = {
  kind: 'asked' | 'not yet'
  text: string | null
  measureOn: string | null
  by: string
  on: IsoDate
}

type StoredAnswer = { kind: string; text: string | null; measureOn: string | null; by: string; at: string | Date }

/** An answer as its row has it, with its day in the plan's time zone. */
export const answerView = ({ kind, at, ...answer }: StoredAnswer, zone: string): AnswerView => ({
  ...answer,
  kind: kind === 'asked' ? 'asked' : 'not yet',
  on: todayIn(zone, new Date(at)),
})
