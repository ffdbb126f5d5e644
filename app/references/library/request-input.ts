import { z } from 'zod'
import {
  oneOf,
  optionalLine,
  optionalName,
  requiredId,
  requiredName,
  requiredText,
  tickedBox,
  timeZone,
} from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { dealOutcomes, meetingKinds } from './call-rules.ts'
import { readWallTime } from './read-wall-time.ts'
import { requestRefusals } from './request-words.ts'

/** A day and a time of it, as the browser's own field posts them. The zone says which moment it is. */
const wallTime = () =>
  z
    .string({ error: requestRefusals.enterTime })
    .min(1, { error: requestRefusals.enterTime, abort: true })
    .refine((text) => readWallTime(text, 'UTC') !== null, requestRefusals.noSuchTime)

/** The fields of the three times, in their order. */
export const timeFields = ['firstTime', 'secondTime', 'thirdTime'] as const

export const requestInput = z.object({
  kind: oneOf(meetingKinds),
  /** The company that wants to hear from the reference. */
  deal: requiredName(),
  why: requiredText(textSizes.sentence),
  dealRegion: optionalName(),
  competitor: optionalName(),
  firstTime: wallTime(),
  secondTime: wallTime(),
  thirdTime: wallTime(),
  timeZone: timeZone(),
  /** That the person who must approve each use approved this one. */
  isApproved: tickedBox(),
})

export const acceptInput = z.object({ requestId: requiredId(), chosen: oneOf(['0', '1', '2']) })

export const declineInput = z.object({ requestId: requiredId(), declineReason: optionalLine(textSizes.sentence) })

export const cancelInput = z.object({ requestId: requiredId() })

export const outcomeInput = z.object({
  requestId: requiredId(),
  tookPlace: tickedBox(),
  outcome: oneOf(dealOutcomes),
})

export const describeInput = z.object({
  product: optionalLine(textSizes.title),
  provenCapabilities: optionalLine(textSizes.sentence),
  companySize: optionalLine(textSizes.dayOff),
  language: optionalLine(textSizes.dayOff),
})
