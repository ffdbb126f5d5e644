import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BusboyFileStream, Busboy } from '@fastify/busboy'
import type { PostedValues } from './reply.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusal-words.ts'

/** A file that is arriving. Its bytes come as fast as they are taken, and fail where the sender leaves. */
export type ArrivingFile = { name: string; bytes: AsyncIterable<Buffer> }

/** Far more than a form with one file has. */
const limits = { fields: 50, fieldNameSize: 100, fieldSize: 20_000, parts: 60, headerPairs: 50 }

const unreadable = () => new Refusal(400, refusals.formUnreadable)

/**
 * Reads a form that carries one file, which is taken while it arrives and never held as a whole. What is left of it when `take` is done is
 * read and dropped, so that the sender can read the answer.
 * @param field the file's
 * @param take is given the values that came before the file, too
 * @returns null for the file when none was chosen
 * @throws Refusal 415 for other kinds of body, 400 for one that cannot be read or that ends early; what `take` throws
 */
export async function readUpload<Taken>(
  body: Readable,
  type: string | null,
  field: string,
  take: (file: ArrivingFile, before: PostedValues) => Promise<Taken>,
): Promise<{ values: PostedValues; taken: Taken | null }> {
  const values = Object.create(null) as PostedValues
  const arriving: { stream: BusboyFileStream; taken: Promise<Taken> }[] = []
  const parser = parserFor(type)
  parser.on('field', (name, value) => void (values[name] = value.replaceAll('\0', '')))
  parser.on('file', (name, stream, filename) => {
    // Its errors come by its bytes, if anyone still takes them.
    stream.on('error', () => undefined)
    if (name !== field || !filename || arriving.length > 0) return void stream.resume()
    const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
    const taken = take({ name: filename, bytes }, { ...values }).finally(() => stream.resume())
    // It may fail before anyone waits for it.
    taken.catch(() => undefined)
    arriving.push({ stream, taken })
  })
  const [read] = await Promise.allSettled([pipeline(body, parser)])
  const [file] = arriving
  if (read.status === 'rejected') {
    file?.stream.destroy(unreadable())
    await file?.taken.catch(() => undefined)
    throw unreadable()
  }
  return { values: { ...values }, taken: file ? await file.taken : null }
}

function parserFor(type: string | null): InstanceType<typeof Busboy> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type ?? ''))
    throw new Refusal(415, refusals.ownFormOnly)
  try {
    return new Busboy({ headers: { 'content-type': type ?? '' }, limits })
  } catch {
    throw unreadable()
  }
}
