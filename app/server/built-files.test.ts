import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { builtFiles } from './built-files.server.ts'
import { listen } from './listen.server.ts'

test('a browser keeps the built files, though every other answer is not kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-files-'))
  mkdirSync(join(folder, 'assets'))
  for (const name of ['assets/plans.page-E3ys8oRd.js', 'favicon.svg']) writeFileSync(join(folder, name), '/**/')
  const app = express()
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  app.use(builtFiles(folder), (_req, res) => void res.send('a page'))
  app.use(((_error, _req, res, _next) => void res.sendStatus(404)) satisfies express.ErrorRequestHandler)
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await listening.close(1_000)
    rmSync(folder, { recursive: true })
  })
  const keptFor = async (path: string) => {
    const { status, headers } = await fetch(`http://127.0.0.1:${listening.port}${path}`)
    return [status, headers.get('cache-control')]
  }
  expect(await keptFor('/assets/plans.page-E3ys8oRd.js')).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await keptFor('/favicon.svg')).toEqual([200, 'public, max-age=3600'])
  expect(await keptFor('/assets/plans.page-of-an-older-build.js')).toEqual([404, 'no-store'])
  expect(await keptFor('/plans')).toEqual([200, 'no-store'])
})
