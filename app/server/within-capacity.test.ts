import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '#app/kit/log.server.ts'
import { smallBuild } from '#tests/harness/small-build.ts'
import { withinCapacity } from './within-capacity.server.ts'
import { type ListeningServer, listen } from './listen.server.ts'
import { noteTarget } from './request-target.server.ts'
import { noteIdentity } from './request-identity.server.ts'

let listening: ListeningServer
afterEach(() => listening.close(1_000))

test('a request beyond capacity is refused at once, streams count apart, and one that ended makes room', async () => {
  const released = Promise.withResolvers<null>()
  const began = Promise.withResolvers<null>()
  const nothing = { loader: () => new Response() }
  const build = smallBuild({ slow: nothing, quick: nothing, events: { ...nothing, handle: { endless: true } } })
  const app = express()
  app.use(
    noteIdentity(createLog({ level: 'silent' }), () => false),
    noteTarget(build),
    withinCapacity(1),
  )
  app.get('/slow', (_req, res) => {
    began.resolve(null)
    void released.promise.then(() => res.send('finished'))
  })
  app.get(['/quick', '/events'], (_req, res) => void res.send('here'))
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
  const ask = (path: string) => fetch(`http://127.0.0.1:${listening.port}${path}`)

  const slow = ask('/slow')
  await began.promise
  const refused = await ask('/quick')
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.text()).toContain('Too busy')
  expect((await ask('/events')).status).toBe(200)
  released.resolve(null)
  expect((await slow).status).toBe(200)
  await expect.poll(async () => (await ask('/quick')).status).toBe(200)
})
