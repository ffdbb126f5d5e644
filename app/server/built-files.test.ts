import { type IncomingHttpHeaders, request } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { beforeAll, expect, test } from 'vitest'
import { builtFiles } from './built-files.server.ts'
import { compressFiles } from './compressed-files.server.ts'
import { listen } from './listen.server.ts'

const script = 'export const words = "a plan, a plan, a plan"\n'.repeat(100)

let folder: string
let site: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firstwin-files-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/plans.page-E3ys8oRd.js'), script)
  writeFileSync(join(folder, 'assets/inter-BwkfbSeq.woff2'), 'a font')
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  compressFiles(folder)
  const app = express()
  app.disable('etag')
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  app.use(builtFiles(folder), (_req, res) => void res.send('a page'))
  app.use(((_error, _req, res, _next) => void res.sendStatus(404)) satisfies express.ErrorRequestHandler)
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  site = `http://127.0.0.1:${listening.port}`
  return async () => {
    await listening.close(1_000)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** As it is sent, still compressed. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((done, fail) => {
    request(`${site}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', fail)
      .end()
  })

test('a browser keeps the built files, though every other answer is not kept', async () => {
  const keptFor = async (path: string) => {
    const { status, headers } = await ask(path)
    return [status, headers['cache-control']]
  }
  expect(await keptFor('/assets/plans.page-E3ys8oRd.js')).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await keptFor('/favicon.svg')).toEqual([200, 'public, max-age=3600'])
  expect(await keptFor('/assets/plans.page-of-an-older-build.js')).toEqual([404, 'no-store'])
  expect(await keptFor('/plans')).toEqual([200, 'no-store'])
})

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
])('for a browser that takes %s a script is sent as %s, and caches are told', async (accepts, encoding, unpack) => {
  const { headers, body } = await ask('/assets/plans.page-E3ys8oRd.js', { 'accept-encoding': accepts })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-length']).toBe(String(body.length))
  expect(headers['content-type']).toMatch(/javascript/)
  expect(headers.vary).toBe('Accept-Encoding')
  expect(unpack(body).toString()).toBe(script)
  if (encoding) expect(body.length).toBeLessThan(script.length / 3)
})

test('each form of a file has a mark of its own, and who has it already gets nothing again', async () => {
  const path = '/assets/plans.page-E3ys8oRd.js'
  const [packed, plain] = [await ask(path, { 'accept-encoding': 'br' }), await ask(path)]
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
  const known = { 'accept-encoding': 'br', 'if-none-match': packed.headers.etag ?? '' }
  expect(await ask(path, known)).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  expect(await ask(path, { ...known, 'accept-encoding': 'identity' })).toMatchObject({ status: 200 })
})

test('a font is sent as it is; only its size is told where that is asked', async () => {
  const { headers, body } = await ask('/assets/inter-BwkfbSeq.woff2', { 'accept-encoding': 'br' }, 'HEAD')
  expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'content-length': '6' })
  expect(headers).not.toHaveProperty('content-encoding')
  expect(body).toHaveLength(0)
})

test('a build that takes the place of another leaves the files of the running one where its pages find them', async () => {
  rmSync(join(folder, 'assets'), { recursive: true })
  expect((await ask('/assets/plans.page-E3ys8oRd.js')).status).toBe(200)
})
