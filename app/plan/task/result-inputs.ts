import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { resultKinds } from '../core/task-result.ts'

/** What a task asks for as its result; nothing for nothing. @property approver `member:ID` or `participant:ID` */
export const askResultInput = z.object({
  taskId: fields.requiredId(),
  resultAsks: z.preprocess((value) => (value === '' ? null : value), fields.oneOf(resultKinds).nullable()).optional(),
  approver: fields.optionalText(260).optional(),
})
export const giveResultInput = z.object({
  taskId: fields.requiredId(),
  result: fields.optionalText(textSizes.sentence),
})
export const answerApprovalInput = z.object({
  taskId: fields.requiredId(),
  answer: fields.oneOf(['approve', 'send-back']),
  reason: fields.optionalText(textSizes.sentence).default(null),
})
