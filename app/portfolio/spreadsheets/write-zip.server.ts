import { crc32, deflateRawSync } from 'node:zlib'

type Entry = { name: string; text: string }

/** 1 January 1980, the first day that a ZIP can name: a file of the same contents is always the same bytes. */
const firstDay = 0x21
const deflated = 8
/** 2.0, the version that has folders and deflate, and the mark that names are UTF-8. */
const version = 20
const namesInUtf8 = 0x0800

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2))
  return bytes
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4))
  return bytes
}

/** A ZIP of texts. */
export function writeZip(entries: readonly Entry[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, text } of entries) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)]
    const packed = deflateRawSync(bytes)
    const facts = Buffer.concat([
      u16(version, namesInUtf8, deflated, 0, firstDay),
      u32(crc32(bytes), packed.length, bytes.length),
      u16(path.length, 0),
    ])
    const file = Buffer.concat([u32(0x04034b50), facts, path, packed])
    files.push(file)
    directory.push(Buffer.concat([u32(0x02014b50), u16(version), facts, u16(0, 0, 0), u32(0, offset), path]))
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = [u32(0x06054b50), u16(0, 0, entries.length, entries.length), u32(listed.length, offset), u16(0)]
  return Buffer.concat([...files, listed, ...end])
}
