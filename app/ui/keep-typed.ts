import { type ClientActionFunctionArgs, isRouteErrorResponse } from '@remix-run/react'
import { fileTooLarge, uploadTooLarge } from '#app/kit/field-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { noteTaken } from './drafts.ts'
import { type FormFault, type FormReply, type FormValues, type UnsentReply, oneValue } from './form-reply.ts'
import { keepOutcomeName } from './next-outcome.ts'
import { unsentWords } from './form-words.ts'

/** The longest wait for the answer to a form, in milliseconds: longer than the server itself takes before it gives up. */
export const answerPatience = 30_000
/** The same for a file of a task, which may take minutes to arrive. */
export const uploadPatience = 10 * answerPatience

/** What a form's answer is waited for, and how large its file may be, with what is said of a larger one. */
type Bounds = { patience: number; mostBytes: number; tooLarge: string }

/**
 * The client action of every page with a form: posts as usual, and turns a post that failed before its command could answer (no
 * connection, a proxy's error, a session that ended, something removed meanwhile) into a reply to the same page. The error page
 * would replace the form with all that was typed.
 */
export const keepTyped = (args: ClientActionFunctionArgs): Promise<unknown> =>
  keepWithin({ patience: answerPatience, mostBytes: bounds.file, tooLarge: fileTooLarge }, args)

/** The same for a page that adds a file to a task, which may take minutes to arrive. */
export const keepTypedUpload = (args: ClientActionFunctionArgs): Promise<unknown> =>
  keepWithin({ patience: uploadPatience, mostBytes: bounds.upload, tooLarge: uploadTooLarge }, args)

/** The same for a page with bounds of its own. */
export async function keepWithin(
  limits: Bounds,
  { request, serverAction }: ClientActionFunctionArgs,
): Promise<unknown> {
  const form = await request.clone().formData()
  const values = valuesOf(form)
  // Before it is sent: a server or proxy may refuse the whole body, and say nothing about the field.
  const faults = tooLargeFiles(form, limits)
  if (faults.length > 0)
    return Response.json({ status: 'invalid', faults, values } satisfies FormReply, { status: 422 })
  const key = oneValue(values['idempotencyKey'], '')
  try {
    const reply = await withinPatience(limits.patience, serverAction())
    if (isTaken(reply)) noteTaken(key)
    return reply
  } catch (error) {
    // A redirect means that it was saved; after navigation no one waits for an answer.
    if (error instanceof Response) {
      noteTaken(key)
      throw keepOutcomeName(error)
    }
    if (request.signal.aborted) throw error
    const { status, unsent, message } = reasonOf(error)
    const reply: UnsentReply = { status: 'invalid', unsent, message, faults: [], values }
    // As a response, since its status alone keeps Remix from loading the page again.
    return Response.json(reply, { status })
  }
}

/** Whether the form is finished. */
const isTaken = (reply: unknown) =>
  !(typeof reply === 'object' && reply !== null && 'status' in reply) ||
  !['invalid', 'conflict', 'previewed'].includes(String(reply.status))

type Reason = { status: number; unsent: UnsentReply['unsent']; message: string }

/** Why a post was not taken, in words for people. */
function reasonOf(error: unknown): Reason {
  if (!isRouteErrorResponse(error))
    return {
      status: 503,
      unsent: 'failed',
      message: `${isFault(error) ? unsentWords.ourFault : unsentWords.noResponse} ${unsentWords.again}`,
    }
  const { status, data } = error
  if (status >= 500) return { status, unsent: 'failed', message: `${unsentWords.ourFault} ${unsentWords.again}` }
  if (status === 401)
    return {
      status,
      unsent: 'signed out',
      message: unsentWords.signedOut,
    }
  if (status === 404)
    return {
      status,
      unsent: 'refused',
      message: unsentWords.removed,
    }
  return { status, unsent: 'refused', message: saidIn(data) ?? unsentWords.ourFault }
}

/** All that Remix tells the browser about an error on the server. */
const isFault = (error: unknown) => error instanceof Error && error.message === 'Unexpected Server Error'

const saidIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string'
    ? data.message
    : undefined

/** A fault for each field whose file is larger than any file may be. */
const tooLargeFiles = (form: FormData, { mostBytes, tooLarge }: Bounds): FormFault[] =>
  [...form]
    .filter(([, value]) => typeof value !== 'string' && value.size > mostBytes)
    .map(([field]) => ({ field, message: tooLarge }))

/** Every text of a form; a chosen file stays in its field. */
function valuesOf(form: FormData): FormValues {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    values[name] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return values
}

async function withinPatience<Result>(patience: number, work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('No response in time')), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
