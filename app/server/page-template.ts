import { constants, crc32, deflateRawSync } from 'node:zlib'
import { timeAgo } from '#app/ui/date-words.ts'

/** What a page carries that belongs to one request alone. */
export type RequestMarks = { cspNonce: string; requestId: string; formKey: string }

/** A page with holes for what is not the same at each look: the marks of the request, and how long ago something was. */
export type PageTemplate = {
  bytes: number
  fill(marks: RequestMarks, now: Date): FilledPage
}

/** The page for one request, in the coding that its browser takes. */
export type FilledPage = { plain(): Buffer<ArrayBuffer>; gzip(): Buffer<ArrayBuffer> }

/** Bytes in which the marks of a request are written over those of another, which are as long. */
type Form = { bytes: Buffer; holes: Hole[] }
type Hole = { at: number; mark: keyof RequestMarks; length: number }

const requestId = '<meta name="request-id" content="'
/** As `ui/moment.tsx` shows them; other times say when, not how long ago. */
const moments = /(<time class="ago" dateTime="([^"]+)">)[^<]*/g

/** Takes a page apart that was made with these marks. */
export function templateOf(html: string, marks: RequestMarks): PageTemplate {
  const times = [...html.matchAll(moments)].map(([, , at = '']) => at)
  let cut = { key: '', forms: formsOf(html, marks) }
  return {
    bytes: Buffer.byteLength(html),
    fill(given, now) {
      // A hole has one length: a reference that a proxy gave may be longer than ours.
      const lengths = [given.cspNonce, given.requestId, given.formKey].map((mark) => mark.length)
      const key = [...lengths, ...times.map((at) => timeAgo(at, now))].join()
      if (cut.key !== key) {
        const told = html
          .replace(moments, (_all, tag: string, at: string) => tag + timeAgo(at, now))
          .replaceAll(marks.cspNonce, () => given.cspNonce)
          .replaceAll(marks.formKey, () => given.formKey)
          .replace(requestId + marks.requestId, () => requestId + given.requestId)
        cut = { key, forms: formsOf(told, given) }
      }
      const { plain, compressed } = cut.forms
      return { plain: () => filled(plain, given), gzip: () => filledGzip(compressed(), plain, given) }
    },
  }
}

/** A page as it is, and compressed once it is asked for so. */
function formsOf(html: string, marks: RequestMarks) {
  const bytes = Buffer.from(html)
  const places = (mark: keyof RequestMarks, before: string): Hole[] => {
    const [text, length] = [before + marks[mark], marks[mark].length]
    const found: Hole[] = []
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length))
      found.push({ at: at + before.length, mark, length })
    return found
  }
  const holes = [...places('cspNonce', ''), ...places('formKey', ''), ...places('requestId', requestId)]
  const plain: Form = { bytes, holes: holes.sort((a, b) => a.at - b.at) }
  let compressed: Form | undefined
  return { plain, compressed: () => (compressed ??= compress(plain)) }
}

function fillIn(bytes: Buffer, holes: readonly Hole[], marks: RequestMarks) {
  for (const { at, mark } of holes) bytes.write(marks[mark], at, 'latin1')
}

function filled({ bytes, holes }: Form, marks: RequestMarks): Buffer<ArrayBuffer> {
  const copy = Buffer.from(bytes)
  fillIn(copy, holes, marks)
  return copy
}

/** Of a gzip file, RFC 1952: deflate, no flags, no time, unknown system. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
/** An empty last block, and room for the checksum and the length. */
const gzipEnd = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** How far back a piece may repeat what stands before it: some rows of a table. */
const reach = 8 * 1024

/**
 * One gzip file whose holes are stored as they are (RFC 1951, 3.2.4), between compressed pieces that repeat nothing of them:
 * what fills them later changes nothing else but the checksum.
 */
function compress({ bytes, holes }: Form): Form {
  // No text in UTF-8 has such a byte, so none repeats one.
  const masked = Buffer.from(bytes)
  for (const { at, length } of holes) masked.fill(0xff, at, at + length)
  const parts: Buffer[] = [gzipHeader]
  let size = gzipHeader.length
  const add = (part: Buffer) => {
    parts.push(part)
    size += part.length
  }
  const piece = (from: number, to: number) =>
    deflateRawSync(masked.subarray(from, to), {
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(from > 0 && { dictionary: masked.subarray(Math.max(0, from - reach), from) }),
    })
  let from = 0
  const packed = holes.map(({ at, mark, length }): Hole => {
    add(piece(from, at))
    add(storedBlock(length))
    const hole = { at: size, mark, length }
    add(bytes.subarray(at, at + length))
    from = at + length
    return hole
  })
  add(piece(from, bytes.length))
  add(gzipEnd)
  return { bytes: Buffer.concat(parts), holes: packed }
}

/** What stands before bytes that are stored as they are: not the last block, their number, and its complement. */
function storedBlock(length: number): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt16LE(length, 1)
  header.writeUInt16LE(0xffff - length, 3)
  return header
}

function filledGzip(compressed: Form, { bytes, holes }: Form, marks: RequestMarks): Buffer<ArrayBuffer> {
  // The checksum is that of the whole page. What stands in its holes is written over each time, so it takes no copy.
  fillIn(bytes, holes, marks)
  const file = filled(compressed, marks)
  file.writeUInt32LE(crc32(bytes), file.length - 8)
  file.writeUInt32LE(bytes.length, file.length - 4)
  return file
}
