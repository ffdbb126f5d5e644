import type { Computation } from '#app/kit/computations.ts'
import { UnreadableJson, readJson } from '#app/kit/read-json.ts'
import { answerScheduleRequest } from '#app/schedule/answer-schedule-request.ts'
import { findHolidayDates } from '#app/schedule/holidays.server.ts'

export type ScheduleOrder = {
  /** The request's body, as it came. */
  body: Uint8Array
  /** The moment on whose day the plan starts where the request leaves `startOn` out, in milliseconds. */
  now: number
}

export type ScheduleReply = { status: number; contentType: string; body: string }

/** `POST /api/v1/schedule` from bytes to bytes: reading, computing and writing a large plan all take their time. */
export const answerSchedule = {
  name: 'answer schedule',
  compute({ body, now }) {
    let request: unknown
    try {
      request = readJson(new TextDecoder().decode(body))
    } catch (error) {
      const title = error instanceof UnreadableJson ? error.message : 'The request could not be read.'
      return {
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title, status: 400 }),
      }
    }
    const answer = answerScheduleRequest(request, findHolidayDates, new Date(now))
    return { ...answer, body: JSON.stringify(answer.body) }
  },
} satisfies Computation<ScheduleOrder, ScheduleReply>
