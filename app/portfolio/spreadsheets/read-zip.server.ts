import { inflateRawSync } from 'node:zlib'

/** Why a ZIP was not read. */
export class UnreadableZip extends Error {
  override name = 'UnreadableZip'
  readonly why: 'broken' | 'locked' | 'too large'

  constructor(why: UnreadableZip['why']) {
    super(`The ZIP is ${why}`)
    this.why = why
  }
}

export type ZipBounds = {
  /** Files in it. */
  files: number
  /** Bytes of all files that are read of it, unpacked. */
  bytes: number
}

type Entry = { method: number; flags: number; packed: number; unpacked: number; at: number }

const stored = 0
const deflated = 8
const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50
/** The length of the end of a directory, which a comment may follow. */
const endSize = 22
const longestComment = 0xffff

const broken = () => new UnreadableZip('broken')
const tooLarge = () => new UnreadableZip('too large')

/**
 * The files of a ZIP by their names, each unpacked when it is asked for. What the directory says of their sizes is asked first, but not
 * believed: unpacking ends at the bound.
 * @throws UnreadableZip also when a file is taken
 */
export function readZip(bytes: Buffer, bounds: ZipBounds): (name: string) => Buffer | null {
  const entries = within(() => entriesOf(bytes, bounds))
  let left = bounds.bytes
  return (name) => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.unpacked > left) throw tooLarge()
    const file = within(() => unpacked(bytes, entry, left))
    left -= file.length
    return file
  }
}

/** Whatever lies outside of the bytes is a broken file. */
function within<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableZip) throw error
    throw broken()
  }
}

function entriesOf(bytes: Buffer, bounds: ZipBounds): Map<string, Entry> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > bounds.files) throw tooLarge()
  const found = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw broken()
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    found.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return found
}

/** Where the end of the directory begins: the last such mark. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endSize - longestComment)
  for (let at = bytes.length - endSize; at >= first; at--) if (bytes.readUInt32LE(at) === endMark) return at
  throw broken()
}

function unpacked(bytes: Buffer, { flags, method, packed, at }: Entry, most: number): Buffer {
  if ((flags & 1) === 1) throw new UnreadableZip('locked')
  if (bytes.readUInt32LE(at) !== fileMark) throw broken()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const file = bytes.subarray(from, from + packed)
  if (file.length < packed) throw broken()
  if (method === stored) {
    if (file.length > most) throw tooLarge()
    return file
  }
  if (method !== deflated) throw broken()
  try {
    return inflateRawSync(file, { maxOutputLength: most })
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : broken()
  }
}
