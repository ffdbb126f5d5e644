import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { inWorkspace } from '#db/workspace.ts'
import { runClock } from '#tests/harness/clock.ts'
import type { Asker } from '#tests/reach/cast.ts'
import { type Answer, ask, inParallel, wordsOf } from '#tests/reach/client.ts'
import { type Place, paramsOf, queryOf } from '#tests/reach/places.ts'
import { type StagedCast, startWithCast } from '#tests/reach/start-with-cast.ts'
import { fill, isPage, urls } from '#tests/reach/urls.ts'
import { ofThisTurn, triesEveryCombination } from '#tests/reach/which-combinations.ts'

/** What a signed-in person sees if a page is missing or not theirs: each such page offers links to continue. */

let app: StagedCast['app']
let db: StagedCast['db']
let cast: StagedCast['cast']
let stop: StagedCast['stop']

beforeAll(async () => {
  ;({ app, db, cast, stop } = await startWithCast(inject('templateServer')))
}, 600_000)

afterAll(() => stop())

const get = (path: string, headers: Readonly<Record<string, string>>, init: RequestInit = {}) =>
  ask(new URL(path, app.baseUrl), { ...init, headers: { accept: 'text/html', ...headers } })
const html = ({ body }: Answer) => body.toString('utf8')
const offersAnother = (answer: Answer) => /href="\/sign-in\?another=yes|name="email"/.test(html(answer))
const asker = (name: string): Asker => {
  const found = cast.askers.find((it) => it.name === name)
  if (!found) throw new Error(`Nobody is called ${name}: ${cast.askers.map((it) => it.name).join(', ')}`)
  return found
}
const signedIn = () => cast.askers.filter(({ workspace }) => workspace !== null)

/** Addresses that no route answers, in the shapes in which people and programs write them. */
const unknown = () => [
  '/nowhere',
  '/nowhere/at/all?x=1',
  '/plan',
  `/plans/${cast.home.planId}/nowhere`,
  `/plans/${cast.home.planId}/tasks`,
  '/PLANS/x/y',
  '/robots.txt',
  '/api/v1/nothing',
]

describe('an address that no route answers', () => {
  test('is not found, and says to everyone signed in who they are and how to be someone else', async () => {
    for (const who of signedIn())
      for (const path of unknown()) {
        const answer = await get(path, who.headers)
        expect([answer.status, path, who.name]).toEqual([404, path, who.name])
        expect(wordsOf(answer), `${path} as ${who.name}`).toMatch(/Page not found.*You are signed in as [^.]+\./)
        expect(offersAnother(answer), `${path} as ${who.name}`).toBe(true)
      }
  })

  test('is not found as bare data either, nor as a place that takes a form', async () => {
    for (const path of unknown()) {
      const data = await get(`${path.split('?')[0]}.data`, asker('lead').headers)
      expect([data.status, path]).toEqual([404, path])
      const posted = await get(path, asker('lead').headers, {
        method: 'POST',
        body: new URLSearchParams({ note: 'Kept' }),
      })
      expect([posted.status, path]).toEqual([404, path])
      expect(html(posted), 'what was typed comes back').toContain('Kept')
    }
  })

  test('asks a stranger to sign in, and names no one', async () => {
    const answer = await get('/nowhere', {})
    expect(answer.status).toBe(404)
    expect(wordsOf(answer)).not.toContain('signed in as')
    expect(offersAnother(answer)).toBe(true)
  })
})

test('every page that is refused offers to sign in as someone else', async () => {
  const places: [string, Place][] = [
    ['home', cast.home],
    ['other', cast.other],
    ['archived', cast.archived],
    ['foreign', cast.foreign],
    ['none', { ...cast.home, planId: newId() }],
  ]
  const questions = urls
    // What a link shares is the same for everyone: to be someone else would change nothing.
    .filter((url) => isPage(url) && url !== 'shared/:shared')
    .flatMap((url) =>
      places.flatMap(([where, place]) => (url.includes(':') || where === 'home' ? [{ url, where, place }] : [])),
    )
    .flatMap((question) => signedIn().map((who) => ({ ...question, who })))
  const dead: string[] = []
  let refused = 0
  await inParallel(ofThisTurn(questions, 3), 8, async ({ url, where, place, who }) => {
    const answer = await get(`${fill(url, paramsOf(place, who.personId))}${queryOf(url, place)}`, who.headers)
    if (answer.status !== 403 && answer.status !== 404) return
    refused++
    if (!offersAnother(answer)) dead.push(`/${url}, ${where}, as ${who.name}: ${wordsOf(answer).slice(0, 200)}`)
  })
  expect(dead).toEqual([])
  expect(refused).toBeGreaterThan(triesEveryCombination ? 2_500 : 800)
}, 600_000)

test('what is refused before a page is asked for offers it as well', async () => {
  for (const path of ['/plans%2fx', '/plans/x%5cy', '/assets/none.js', '/nothing.%64ata'])
    expect([path, offersAnother(await get(path, asker('lead').headers))]).toEqual([path, true])
})

test('the way leads to the other plans, and to the other workspaces, of someone who has some', async () => {
  const ways = async (path: string, cookie: string) =>
    [...html(await get(path, { cookie })).matchAll(/<a (?=[^>]*class="btn)[^>]*href="([^"?]*)/g)].map(([, to]) => to)
  const { cookie = '' } = asker('champion').headers
  expect(await ways('/nowhere', cookie)).toEqual(['/', '/sign-in'])

  const { workspaceId, home, other } = cast
  const { id: participantId, name } = home.people.champion
  const seat = { workspaceId, planId: other.planId, participantId, name, role: 'viewer', mayConfirm: false }
  const came = { invitedAt: runClock.now(), joinedAt: runClock.now(), acceptedAt: runClock.now() }
  await inWorkspace(db, workspaceId, (trx) =>
    trx
      .insertInto('planParticipant')
      .values({ ...seat, ...came })
      .execute(),
  )
  for (const path of ['/nowhere', '/workspace', `/plans/${cast.foreign.planId}`])
    expect([path, await ways(path, cookie)]).toEqual([path, ['/', '/your-plans', '/sign-in']])

  const elsewhere = asker('champion of another vendor’s plan').headers['cookie'] ?? ''
  for (const path of ['/nowhere', '/workspace', `/plans/${newId()}`])
    expect([path, await ways(path, `${elsewhere}; ${cookie}`)]).toEqual([path, ['/', '/switch', '/sign-in']])
})
