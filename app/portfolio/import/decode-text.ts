/** How the letters of a file are stored. */
export type FileEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Bytes that are looked at to tell UTF-16 without a mark: every second byte of a Western text is 0 there. */
const looked = 1_000

function isWide(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const some = bytes.subarray(0, looked)
  const zeros = some.filter((byte, at) => byte === 0 && at % 2 === zeroAt).length
  return some.length >= 4 && zeros > some.length / 4
}

/**
 * The text of a file: by its mark where it has one, else as UTF-8, and where its bytes are none, as Windows-1252, which older spreadsheets
 * write in Western Europe and which reads Latin-1, too.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: FileEncoding } {
  const as = (label: string, encoding: FileEncoding) => ({
    text: plain(new TextDecoder(label).decode(bytes)),
    encoding,
  })
  if (startsWith(bytes, 0xff, 0xfe) || isWide(bytes, 1)) return as('utf-16le', 'UTF-16')
  if (startsWith(bytes, 0xfe, 0xff) || isWide(bytes, 0)) return as('utf-16be', 'UTF-16')
  try {
    return { text: plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'UTF-8' }
  } catch {
    return as('windows-1252', 'Windows-1252')
  }
}

/** Without what shows nothing and cannot be stored. */
const plain = (text: string) => text.replaceAll('\0', '')
