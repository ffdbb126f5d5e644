import { beforeAll, expect, test } from 'vitest'
import type { ServerContext } from '#app/kit/parts.ts'
import { findTarget } from '#app/server/request-target.server.ts'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { type WatchedPlan, watchedPlan } from '#tests/factories/watched-plan.ts'
import { bundleAnswer } from '#tests/harness/bundle-pages.ts'

/** Pages that Remix makes of the routes around their address alone. */

let it: WatchedPlan
let answer: Awaited<ReturnType<typeof bundleAnswer>>
let patternOf: (path: string) => string | undefined
let version: string

beforeAll(async () => {
  it = await watchedPlan()
  answer = await bundleAnswer()
  const { build } = await loadBundle()
  patternOf = (path) => findTarget(build, path).pattern
  version = build.assets.version
}, 600_000)

const marks = { requestId: 'test', cspNonce: 'test' }
/** Keys of forms are new each time. */
const withoutKeys = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')

test('a page is the same as with all routes, with what it tells the browser about routes', async () => {
  const plan = `/plans/${it.planId}`
  const taskId = Object.values(it.taskIds)[0] ?? ''
  const pages = ['', '/activity', '/terms', `/tasks/${taskId}`, `/tasks/${taskId}/edit`, '/invite', '.data', '/nothing']
  const paths = [
    ...pages.map((below) => plan + below),
    '/plans',
    '/plans.data',
    '/references',
    '/sign-in',
    '/',
    '/nothing',
  ]
  const open = async (path: string, pattern?: string) => {
    const request = new Request(it.parts.environment.appUrl + path, {
      headers: { cookie: it.cookies.get('lead') ?? '' },
    })
    const response = await answer(request, { parts: it.parts, ...marks } as ServerContext, pattern)
    return { path, status: response.status, text: withoutKeys(await response.text()) }
  }
  // The first look at a plan is noted, and its page says so once.
  await open(plan)
  const found = paths.filter((path) => patternOf(path) !== undefined)
  expect(found.length).toBeGreaterThan(10)
  for (const path of found) expect(await open(path, patternOf(path)), path).toEqual(await open(path))
})

test('a browser that asks which routes lead on is told all of them', async () => {
  const asked = new URLSearchParams({ version, p: '/references' })
  const request = new Request(`${it.parts.environment.appUrl}/__manifest?${asked}`)
  const response = await answer(request, { parts: it.parts, ...marks } as ServerContext, patternOf('/__manifest'))
  expect(Object.keys(await response.json())).toContain('references/board/references.page')
})
