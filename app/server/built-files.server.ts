import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { RequestHandler } from 'express'
import { encodings } from './compressed-files.server.ts'

type BuiltFile = {
  type: string
  cacheControl: string
  body: Variant
  /** The same, compressed when it was built. */
  compressed: { encoding: string; variant: Variant }[]
}

type Variant = { bytes: Buffer; etag: string }

const variantOf = (bytes: Buffer): Variant => ({
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
})

const urlPathOf = (name: string) => ['', ...name.split(sep)].join('/')

/** Every file of a folder by its path in an address, held in memory: what a later build removes from the disk is still there for this one's pages. */
function filesIn(folder: string): Map<string, BuiltFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const read = (name: string) => variantOf(readFileSync(join(folder, name)))
  const isCompressed = (name: string) => encodings.some(({ extension }) => name.endsWith(extension))
  return new Map(
    found
      .filter((name) => !isCompressed(name))
      .map((name) => [
        urlPathOf(name),
        {
          type: name.slice(name.lastIndexOf('.')),
          cacheControl: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
          body: read(name),
          compressed: encodings
            .filter(({ extension }) => found.includes(name + extension))
            .map(({ name: encoding, extension }) => ({ encoding, variant: read(name + extension) })),
        },
      ]),
  )
}

/**
 * The browser's files, found by name without a look at the disk. What the build names by its content is kept by browsers for good, so
 * that a page loads only what changed; the rest for an hour. A missing script is 404 at once, and is not kept.
 */
export function builtFiles(folder: string): RequestHandler {
  const files = filesIn(folder)
  return (req, res, next) => {
    const file = ['GET', 'HEAD'].includes(req.method) ? files.get(req.path) : undefined
    if (!file) {
      next(
        req.path.startsWith('/assets/')
          ? Object.assign(new Error('There is no such file.'), { status: 404 })
          : undefined,
      )
      return
    }
    const accepted = file.compressed.find(({ encoding }) => req.acceptsEncodings(encoding))
    const { bytes, etag } = accepted?.variant ?? file.body
    if (accepted) res.set('Content-Encoding', accepted.encoding)
    if (file.compressed.length > 0) res.vary('Accept-Encoding')
    res.set({ 'Cache-Control': file.cacheControl, ETag: etag }).type(file.type).send(bytes)
  }
}
