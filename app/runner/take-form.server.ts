import { throwAsPage } from './throw-as-page.server.ts'
import { readForm, readFormWithFile } from './read-form.server.ts'
import { Refusal } from './refusal.ts'
import type { PostedValues } from './reply.ts'
import { type refusedReply, asResponse, replyOrPage } from './submit.server.ts'
import { refusals } from './refusal-words.ts'

/** What a page does with one of its forms. */
export type FormHandler<Answer> = (values: PostedValues, file: Uint8Array | null) => Promise<Answer>

export type FormOptions = {
  /** The field that carries a file, kept apart from the values. */
  file?: string
  /** What a form without an intent means, on a page whose one form programs post too. A wrong intent never means it. */
  unnamed?: string
}

/**
 * Reads a posted form once and hands it to the handler that its `intent` names. Nothing is done by default: a form that names no
 * intent, two, or one that the page does not have is refused.
 * @throws a 400 page for an unknown intent, 413 and 415 as `readForm`; a refusal of the handler as its page
 */
export async function takeForm<Answer>(
  request: Request,
  handlers: Readonly<Record<string, FormHandler<Answer>>>,
  { file: fileField, unnamed }: FormOptions = {},
): Promise<Answer> {
  const posted = fileField
    ? readFormWithFile(request, fileField)
    : readForm(request).then((values) => ({ values, file: null }))
  const { values, file } = await posted.catch(throwAsPage)
  const intent = values['intent'] ?? unnamed
  // Own properties alone: `constructor` is an intent that someone may send.
  const handler = typeof intent === 'string' && Object.hasOwn(handlers, intent) ? handlers[intent] : undefined
  if (!handler) throw asResponse(new Refusal(400, refusals.formInvalid))
  return handler(values, file).catch(throwAsPage)
}

/** A handler whose refusals come back as a reply to the same form, with all that was typed, as `submit` gives it. */
export const asReply =
  <Answer>(request: Request, handler: FormHandler<Answer>): FormHandler<Answer | ReturnType<typeof refusedReply>> =>
  async (values, file) => {
    try {
      return await handler(values, file)
    } catch (error) {
      if (error instanceof Refusal) return replyOrPage(error, request, values)
      throw error
    }
  }
