import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import type { Router } from 'express'

/** Removes the header that every answer gets first: it would win over the age that a file is given below. */
const mayBeKept = (res: ServerResponse) => void res.removeHeader('Cache-Control')

/**
 * The browser's files. What the build names by its content is kept for good, so that a page loads only what changed; the rest for an
 * hour. A missing script is 404 at once, and is not kept.
 */
export function builtFiles(folder: string): Router {
  const byContent = { immutable: true, maxAge: '1y', index: false, fallthrough: false, setHeaders: mayBeKept } as const
  return express
    .Router()
    .use('/assets', express.static(join(folder, 'assets'), byContent))
    .use(express.static(folder, { maxAge: '1h', index: false, redirect: false, setHeaders: mayBeKept }))
}
