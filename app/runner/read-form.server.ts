import type { PostedValues } from './reply.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusal-words.ts'

const maxFields = 2_000

/**
 * Reads a posted form once, for every page: many values of one name become a list. NUL, which comes along with what is copied from some
 * programs, shows nothing and cannot be stored, so it is left out.
 * @throws Refusal 415 for other kinds of body, 400 for one that cannot be read, 413 for too many fields
 */
export const readForm = async (request: Request): Promise<PostedValues> => (await readParts(request, null)).values

/**
 * Reads a form that carries one file, which is kept apart from the values, so that it is never sent back with them.
 * @param name the file's field
 * @returns null for the file when none was chosen
 * @throws Refusal as `readForm`
 */
export const readFormWithFile = (request: Request, name: string) => readParts(request, name)

async function readParts(
  request: Request,
  fileName: string | null,
): Promise<{ values: PostedValues; file: Uint8Array | null }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Refusal(415, refusals.ownFormOnly)
  const form = await formIn(request, type)
  const values: PostedValues = Object.create(null) as PostedValues
  let count = 0
  let file: Uint8Array | null = null
  for (const [name, value] of form) {
    if (++count > maxFields) throw tooManyFields()
    if (typeof value !== 'string' && name === fileName) {
      if (value.size > 0) file = new Uint8Array(await value.arrayBuffer())
      continue
    }
    if (typeof value !== 'string') throw new Refusal(415, refusals.noFiles)
    const shown = value.replaceAll('\0', '')
    const earlier = values[name]
    values[name] = earlier === undefined ? shown : Array.isArray(earlier) ? [...earlier, shown] : [earlier, shown]
  }
  return { values: { ...values }, file }
}

/** Fields are counted before the form is parsed: half a million empty ones would block the process. */
async function formIn(request: Request, type: string): Promise<FormData> {
  const body = Buffer.from(await request.arrayBuffer())
  if (holdsMore(body, separatorIn(type), maxFields)) throw tooManyFields()
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new Refusal(400, refusals.formUnreadable)
  }
}

/** What stands before each further field, whatever boundary the header names: a decoy there must not hide fields. */
const separatorIn = (type: string) => (/^multipart/i.test(type) ? '\r\n--' : '&')

const tooManyFields = () => new Refusal(413, refusals.tooManyFields)

function holdsMore(body: Buffer, separator: string, most: number): boolean {
  for (let at = body.indexOf(separator), count = 1; at >= 0; at = body.indexOf(separator, at + 1), count++)
    if (count > most) return true
  return false
}

/** One text of a form, or nothing. */
export const firstValue = (values: PostedValues, name: string): string | undefined => {
  const value = values[name]
  return Array.isArray(value) ? value[0] : value
}
