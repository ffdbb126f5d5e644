import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Below that a file fits into one packet anyway. */
const leastBytes = 1_000

const isText = /\.(?:js|css|svg|json|webmanifest|txt)$/

/** Compressed as far as each can: it is done once, when they are built. The first that a browser takes is sent. */
export const encodings = [
  {
    name: 'br',
    extension: '.br',
    compress: (bytes: Buffer) =>
      brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
  },
  { name: 'gzip', extension: '.gz', compress: (bytes: Buffer) => gzipSync(bytes, { level: 9 }) },
] as const

/** Puts the compressed forms of a folder's files beside them. */
export function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isText.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    if (bytes.length < leastBytes) continue
    for (const { extension, compress } of encodings) writeFileSync(path + extension, compress(bytes))
  }
}
