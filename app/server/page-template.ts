import { ago } from '#app/ui/date-words.ts'

/** What a page carries that belongs to one request alone. */
export type RequestMarks = { cspNonce: string; requestId: string; formKey: string }

/** A page with holes for what is not the same at each look: the marks of the request, and how long ago something was. */
export type PageTemplate = {
  bytes: number
  fill(marks: RequestMarks, now: Date): Uint8Array
}

const requestId = '<meta name="request-id" content="'
const moment = /^<time dateTime="(\d{4}-[^"]+Z)">/

const escaped = (text: string) => text.replace(/[^\w -]/g, String.raw`\$&`)

/** Takes a page apart that was made with these marks. */
export function templateOf(html: string, marks: RequestMarks): PageTemplate {
  const { cspNonce, formKey } = marks
  const holes = new RegExp(
    [escaped(cspNonce), escaped(formKey), escaped(requestId + marks.requestId), '<time dateTime="[^"]+">[^<]*'].join(
      '|',
    ),
    'g',
  )
  const parts: { text: Buffer; hole: string }[] = []
  let from = 0
  for (const { 0: hole, index } of html.matchAll(holes)) {
    parts.push({ text: Buffer.from(html.slice(from, index)), hole })
    from = index + hole.length
  }
  const last = Buffer.from(html.slice(from))

  const filled = (hole: string, given: RequestMarks, now: Date): string => {
    if (hole === cspNonce) return given.cspNonce
    if (hole === formKey) return given.formKey
    if (hole.startsWith(requestId)) return requestId + given.requestId
    const [tag, at] = moment.exec(hole) ?? []
    return tag && at ? tag + ago(at, now) : hole
  }

  return {
    bytes: Buffer.byteLength(html),
    fill: (given, now) =>
      Buffer.concat([...parts.flatMap(({ text, hole }) => [text, Buffer.from(filled(hole, given, now))]), last]),
  }
}
