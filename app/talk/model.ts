import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { longestFileName } from './core/file-name.ts'
import { webAddress } from './core/link-name.ts'
import { commentInputRefusals, linkInputRefusals } from './talk-input-words.ts'

const optionalId = () =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(fields.requiredId()))

const body = fields.requiredText(textSizes.comment, commentInputRefusals.empty)

/** Who reads a comment: both companies, or the writer's own. */
const audiences = ['both', 'own'] as const

export const addCommentInput = z.object({
  /** The task or milestone that it is about; none for the plan itself. */
  about: optionalId(),
  /** The first comment of the thread that it replies to. */
  threadId: optionalId(),
  body,
  audience: fields.oneOf(audiences, commentInputRefusals.noAudience).default('both'),
})

export const editCommentInput = z.object({ commentId: fields.requiredId(), body })
export const commentIdInput = z.object({ commentId: fields.requiredId() })

export const addFileInput = z.object({
  taskId: fields.requiredId(),
  /** What was stored before, by its name and the SHA-256 of what it holds. */
  name: fields.requiredText(2 * longestFileName),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export const addLinkInput = z.object({
  taskId: fields.requiredId(),
  url: fields.requiredText(textSizes.url, linkInputRefusals.noAddress).transform((typed, { addIssue }) => {
    const address = webAddress(typed)
    if (address === null || address.length > textSizes.url) {
      addIssue({ code: 'custom', message: linkInputRefusals.notAnAddress })
      return z.NEVER
    }
    return address
  }),
  linkTitle: fields.optionalText(textSizes.title),
})
export const attachmentIdInput = z.object({ attachmentId: fields.requiredId() })

export const askQuestionInput = z.object({
  about: optionalId(),
  body,
  /** Who asked, where a member notes it: a participant, or someone else by name. */
  askerId: optionalId(),
  askerName: fields.optionalName(),
})

export const questionIdInput = z.object({ questionId: fields.requiredId() })
export const answerQuestionInput = z.object({ questionId: fields.requiredId(), body })
export const handQuestionInput = z.object({ questionId: fields.requiredId(), ownerId: fields.requiredId() })
