import { createRequestHandler } from '@remix-run/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallBuild } from '#tests/harness/small-build.ts'
import type { ServerContext } from '#app/kit/parts.ts'
import { remixAnswer } from './remix-answer.server.ts'
import { findTarget, isForPrograms, pathOf, readAddress } from './request-target.server.ts'

const patterns = ['plans', 'plans/:planId', 'plans/:planId/events', 'api/v1/schedule', 'sign-in', 'look/:sheet']
let ran: string | undefined
const build = smallBuild(
  Object.fromEntries(
    patterns.map((pattern) => {
      const answer = () => {
        ran = pattern
        return new Response('')
      }
      return [pattern, { loader: answer, action: answer, handle: { endless: pattern.endsWith('events') } }]
    }),
  ),
)
const remix = createRequestHandler(build)
const byPattern = remixAnswer(build, 'production')

/** The route whose loader Remix runs for a target, of all routes or of those around it. */
async function answeredBy(target: string, answer: (request: Request) => Promise<Response> = remix) {
  ran = undefined
  const { status, body } = await answer(new Request(`http://here.example${target}`))
  await body?.cancel()
  return { route: ran, status }
}

const recoded = (text: string) =>
  fc
    .array(fc.constantFrom('as it is', 'upper', 'encoded', 'encoded twice'), {
      minLength: text.length,
      maxLength: text.length,
    })
    .map((ways) =>
      [...text]
        .map((letter, at) => {
          const hex = letter.charCodeAt(0).toString(16)
          const ways_ = { upper: letter.toUpperCase(), encoded: `%${hex}`, 'encoded twice': `%25${hex}` }
          const way = ways[at]
          return letter === '/' || way === undefined || way === 'as it is' ? letter : ways_[way as keyof typeof ways_]
        })
        .join(''),
    )
const sometimes = (arbitrary: fc.Arbitrary<string>) => fc.oneof(arbitrary, fc.constant(''))
const noise = sometimes(
  fc.constantFrom(
    '/',
    '//',
    '.',
    '..',
    '/.',
    '/..',
    '/./',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    ';x',
    '/%2e%2e/',
    '.data',
    '.DATA',
  ),
)

/** Addresses near real ones, mangled in every way that one reader takes for another's. */
const target = fc
  .tuple(
    noise,
    fc
      .constantFrom('/plans/1/events', '/plans/1', '/api/v1/schedule', '/sign-in', '/look/a.css', '/nowhere')
      .chain((path) => fc.oneof({ weight: 2, arbitrary: fc.constant(path) }, { weight: 1, arbitrary: recoded(path) })),
    noise,
    sometimes(fc.constantFrom('.data', '/.data', '.%64ata')),
    noise,
    sometimes(fc.constantFrom('?_routes=plans/:planId/events', '?index', '?x=.data', '?_routes=')),
  )
  .map((parts) => `/${parts.join('').replace(/^\//, '')}`)

test('a target is the route that Remix runs, for every address that is let through', async () => {
  let matched = 0
  await fc.assert(
    fc.asyncProperty(target, async (it) => {
      if (readAddress(it) !== 'plain') return
      const target = findTarget(build, pathOf(it))
      const all = await answeredBy(it)
      const around = await answeredBy(it, (request) => byPattern(request, {} as ServerContext, target.pattern))
      expect(around).toEqual(all)
      const answered = all.route
      // `_routes` may leave loaders out, never bring another in.
      if (answered !== undefined) expect(target.pattern).toBe(answered)
      if (answered !== undefined) matched++
      expect(target.isEndless).toBe(target.pattern === 'plans/:planId/events')
      if (answered === 'api/v1/schedule') expect(isForPrograms(target)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
  expect(matched).toBeGreaterThan(100)
})

test('an address that a URL reader would change is never plain', () => {
  fc.assert(
    fc.property(target, (it) => {
      if (readAddress(it) !== 'plain') return
      expect(new URL(`http://here.example${it}`).pathname).toBe(pathOf(it))
      expect(decodeURIComponent(pathOf(it)).split('/')).not.toContain('..')
    }),
    { numRuns: 3_000 },
  )
})

test('ordinary addresses are plain', () => {
  for (const path of [
    '/',
    '/plans?show=mine%2Fall',
    '/link/aGk.aGk.aGk',
    '/_root.data?index',
    '/assets/page-BxY_1.js',
    '/sso/x/callback?code=a%20b',
    '/plans/%27%3B--',
  ])
    expect([path, readAddress(path)]).toEqual([path, 'plain'])
})
