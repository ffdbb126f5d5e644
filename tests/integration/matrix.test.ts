import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { formPages } from '#app/policy/form-pages.ts'
import { closedStandings } from '#app/policy/standings.ts'
import { type CommandName, type Reader, commandRules, pageRules } from '#app/policy/policy.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { newId } from '#app/kit/ids.ts'
import { createDatabase } from '#db/connection.ts'
import type { Database } from '#db/connection.ts'
import { testParts } from '#tests/factories/parts.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { carriers } from '#tests/reach/carriers.ts'
import { type Asker, type Cast, makeCast } from '#tests/reach/cast.ts'
import { type Answer, type Form, ask, formBody, inParallel, startBuiltApp } from '#tests/reach/client.ts'
import { type Place, answersBefore, paramsOf, queryOf } from '#tests/reach/places.ts'
import { changed, snapshot } from '#tests/reach/snapshot.ts'
import { ofThisTurn, takeTurns, triesEveryCombination } from '#tests/reach/which-combinations.ts'
import { fill, isInTable, isPage, takesForms, urls } from '#tests/reach/urls.ts'

/**
 * Every URL and every command, requested by every kind of person on their own and on other plans, compared with the policy table. Forms
 * are valid except for their key, which is checked after authorisation: so what is allowed is answered 400 or 422, and nothing
 * ever changes. `npm run reach` asks all of it, `npm test` a part of it: other plans than theirs are opened by a third of the people
 * who expect the same answer.
 */

type Expected = 'allowed' | 401 | 403 | 404
type Cell = { what: string; who: string; expected: Expected; got: number }

let app: RunningApp
let db: Database
let ownerDb: Database
let cast: Cast
let before: Map<string, string>

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 3 })
  ownerDb = createDatabase(app.ownerUrl, { max: 1 })
  const parts = await testParts(db, app.appUrl, { now: runClock.now().toISOString() })
  cast = await makeCast({ ...parts, environment: readEnvironment(app.variables) })
  before = await snapshot(ownerDb)
}, 600_000)

afterAll(async () => {
  await Promise.all([db.destroy(), ownerDb.destroy()])
  await app.stop()
})

const isOfPlan = (url: string) => url.includes(':planId')

/** What the table says of this asker, by a line of it, in respect of a plan or of the workspace. */
function expectedOf(asker: Asker, place: { planId: string } | null, who: readonly Reader[]): Expected {
  if (!asker.workspace) return 401
  const all = place ? asker.plans.get(place.planId) : asker.workspace
  // Lines that do not name what someone is on a closed plan give them no access: the plan no longer exists for that person.
  const standings = all?.filter((it) => !closedStandings.includes(it) || who.includes(it)) ?? []
  if (place && standings.length === 0) return 404
  return standings.some((it) => who.includes(it)) ? 'allowed' : 403
}

function expectedOfPage(url: string, asker: Asker, place: { planId: string } | null): Expected {
  if (!isInTable(url)) throw new Error(`/${url} has no line in app/policy/policy.ts.`)
  const readers: readonly Reader[] = pageRules[url]
  if (readers.includes('anyone')) return answersBefore[url] ?? 'allowed'
  if (readers.includes('everyone signed in')) return asker.workspace ? 'allowed' : 401
  if (readers.includes('api key')) return asker.hasKey ? 'allowed' : 401
  const expected = expectedOf(asker, place, readers)
  return expected === 'allowed' && isClosed(place) && url in formPages ? 403 : expected
}

const isClosed = (place: { planId: string } | null) =>
  [cast.archived.planId, cast.kept.planId].some((planId) => planId === place?.planId)

/** The plans that each request about a plan is sent to. */
const places = (): [string, Place][] => [
  ['their plan', cast.home],
  ['another plan', cast.other],
  ['an archived plan', cast.archived],
  ['a won plan that is archived', cast.kept],
  ['another vendor’s plan', cast.foreign],
  ['no plan', { ...cast.home, planId: newId() }],
  ['no id', { ...cast.home, planId: 'nothing' }],
]

const someOf = takeTurns()

/** Who asks: of their own plan everyone, of others some of those who expect the same answer. */
function asked(where: string, place: Place, expectedOf: (asker: Asker) => Expected) {
  const all = cast.askers.map((asker) => ({ asker, expected: expectedOf(asker) }))
  return place === cast.home ? all : someOf(where, all, ({ expected }) => expected)
}

/** What a page of the workspace names is of the asker’s own vendor. */
const homeOf = (asker: Asker): Place => (asker.plans.has(cast.foreign.planId) ? cast.foreign : cast.home)

const wrong = <One extends Cell>(cells: readonly One[], fits: (cell: One) => boolean) =>
  cells
    .filter((cell) => !fits(cell))
    .map(({ what, who, expected, got }) => `${what} as ${who}: ${expected} expected, ${got} came`)

const counts: Record<string, number> = {}
const asWidely = 8

type Question = Omit<Cell, 'got'> & { ask: () => Promise<Answer> }

async function run<One extends Question>(questions: readonly One[]) {
  const cells: (One & Cell)[] = []
  await inParallel(questions, asWidely, async (question) => {
    cells.push({ ...question, got: (await question.ask()).status })
  })
  return cells
}

describe('the whole matrix', () => {
  test('every URL is known to the table', () => {
    expect([...urls].filter((url) => !isInTable(url))).toEqual([])
    expect(Object.keys(carriers).sort()).toEqual(Object.keys(commandRules).sort())
  })

  test('every page opens for the people in the table, and for no one else', { timeout: 600_000 }, async () => {
    const questions = urls.flatMap((url) =>
      (isOfPlan(url) ? places() : ([['', cast.home]] as [string, Place][])).flatMap(([where, place]) =>
        asked(where, place, (asker) => expectedOfPage(url, asker, isOfPlan(url) ? place : null)).map(
          ({ asker, expected }) => ({
            what: `GET /${url}${where && `, ${where}`}`,
            who: asker.name,
            expected,
            ask: () => open(url, asker, isOfPlan(url) ? place : homeOf(asker)),
          }),
        ),
      ),
    )
    const cells = await run(questions)
    counts['pages'] = cells.length
    expect(wrong(cells, ({ expected, got }) => (expected === 'allowed' ? got < 400 : got === expected))).toEqual([])
  })

  test('what is of another plan is not found under one’s own', async () => {
    // A piece is named by its kind, which every plan has.
    const elsewhereToo = ['planId', 'token', 'piece']
    const ids = Object.keys(paramsOf(cast.home, null)).filter((name) => !elsewhereToo.includes(name))
    const questions = urls
      .filter((url) => isOfPlan(url) && ids.some((id) => url.includes(`:${id}`)))
      .flatMap((url) =>
        Object.entries({ other: cast.other, foreign: cast.foreign }).flatMap(([where, elsewhere]) =>
          asked(`mixed, ${where}`, elsewhere, (asker) => expectedOfPage(url, asker, cast.home)).map(
            ({ asker, expected }) => {
              const params = { ...paramsOf(elsewhere, null), planId: cast.home.planId }
              return {
                what: `GET /${url}, mixed`,
                who: asker.name,
                expected: expected === 'allowed' ? (404 as const) : expected,
                ask: () => ask(new URL(fill(url, params), app.baseUrl), { headers: asker.headers }),
              }
            },
          ),
        ),
      )
    const cells = await run(questions)
    counts['mixed'] = cells.length
    expect(wrong(cells, ({ expected, got }) => got === expected)).toEqual([])
  })

  test('every command works for the people in the table, and for no one else', { timeout: 600_000 }, async () => {
    const names = Object.keys(commandRules) as CommandName[]
    const questions = names.flatMap((name) => {
      const carrier = carriers[name]
      if (carrier === 'a link') {
        expect(commandRules[name].who, name).toEqual(['link holder'])
        return []
      }
      const isPlans = commandRules[name].scope === 'plan'
      return (isPlans ? places() : ([['', cast.home]] as [string, Place][])).flatMap(([where, place]) =>
        asked(where, place, (asker) => expectedOf(asker, isPlans ? place : null, commandRules[name].who)).map(
          ({ asker, expected }) => ({
            what: `${name}${where && `, ${where}`}`,
            who: asker.name,
            expected,
            ask: () => post(carrier.url, { intent: name, ...carrier.form(place) }, asker, place),
          }),
        ),
      )
    })
    const cells = await run(questions)
    counts['commands'] = cells.length
    expect(
      wrong(cells, ({ expected, got }) => (expected === 'allowed' ? [400, 422].includes(got) : got === expected)),
    ).toEqual([])
  })

  test('a form whose intent its page does not have is refused, and does nothing', { timeout: 600_000 }, async () => {
    const isForAll = (url: string) => isInTable(url) && (pageRules[url] as readonly Reader[]).includes('anyone')
    const few = cast.askers.filter(({ name }) => ['nobody', 'lead', 'champion'].includes(name))
    const unknown: [string, Form][] = [
      ['an unknown intent', { intent: 'no-such-thing' }],
      ['no intent', {}],
    ]
    const questions = urls.flatMap((url) =>
      // A form of a page before signing in need not name its intent: programs post those too.
      (isForAll(url) ? unknown.slice(0, 1) : unknown).flatMap(([what, form]) =>
        someOf(
          what,
          (isForAll(url) ? few : cast.askers).map((asker) => ({
            what: `POST /${url}, ${what}`,
            who: asker.name,
            expected: expectedOfPage(url, asker, isOfPlan(url) ? cast.home : null),
            takesForms: takesForms(url),
            ask: () => post(url, form, asker, cast.home),
          })),
          ({ expected }) => expected,
        ),
      ),
    )
    expect(new Set(questions.filter((it) => it.takesForms).map(({ what }) => what)).size).toBeGreaterThan(60)
    const cells = await run(questions)
    counts['orders'] = cells.length
    const isRefused = ({ expected, got, takesForms: takes }: (typeof cells)[number]) => {
      if (expected === 401) return takes || got === 401 || got === 405
      return takes && expected === 'allowed' ? got === 400 : got >= 400 && got < 500
    }
    expect(wrong(cells, isRefused)).toEqual([])
  })

  test('and not one row has changed', async () => {
    expect(changed(before, await snapshot(ownerDb))).toEqual([])
    const cells = Object.values(counts).reduce((sum, count) => sum + count, 0)
    process.stdout.write(`The matrix: ${cells} cells, ${JSON.stringify(counts)}\n`)
    expect(cells).toBeGreaterThan(triesEveryCombination ? 20_000 : 5_000)
  })
})

/**
 * The plan that everyone is on is requested as whole pages, as without JavaScript, by those whose turn it is; all else as bare data, as
 * with JavaScript.
 */
const addressOf = (url: string, asker: Asker, place: Place, method: 'GET' | 'POST') => {
  const path = fill(url, paramsOf(place, asker.personId))
  const isTheirTurn = ofThisTurn([asker], 3, cast.askers.indexOf(asker) + urls.indexOf(url)).length > 0
  const asData = isPage(url) && (method === 'POST' || place !== cast.home || !isTheirTurn)
  return new URL(asData ? `${path}.data` : path, app.baseUrl)
}

/** An address for programs that takes no GET gets the POST that it names. */
async function open(url: string, asker: Asker, place: Place): Promise<Answer> {
  const at = new URL(addressOf(url, asker, place, 'GET').href + queryOf(url, place))
  const answer = await ask(at, { headers: asker.headers })
  if (answer.status !== 405 || answer.headers.get('allow') !== 'POST') return answer
  const body = JSON.stringify({ calendars: {}, tasks: [] })
  const headers = { ...asker.headers, 'content-type': 'application/json' }
  const posted = await ask(at, { method: 'POST', headers, body })
  // Whether the input is valid says nothing about who may send it.
  return posted.status === 422 ? { ...posted, status: 200 } : posted
}

const post = (url: string, form: Form, asker: Asker, place: Place) =>
  ask(addressOf(url, asker, place, 'POST'), { method: 'POST', headers: asker.headers, body: formBody(form) })
