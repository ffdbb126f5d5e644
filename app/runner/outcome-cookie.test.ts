import { expect, test } from 'vitest'
import { cookieJar } from '#tests/factories/cookie-jar.ts'
import { newId } from '#app/kit/ids.ts'
import { redirectTelling, takeOutcome } from './outcome-cookie.server.ts'

const appUrl = 'https://plans.example.com'
const linkSecret = 'a secret for tests, long enough to be one'
const [ana, priya] = [newId(), newId()]

/** One browser, whose tabs share its cookies, at a moment that passes by hand. */
function browser() {
  let now = new Date('2026-11-28T10:00:00Z')
  const jar = cookieJar()
  const keeper = { environment: { appUrl, linkSecret }, clock: { now: () => now } } as Parameters<
    typeof redirectTelling
  >[0]
  /** @param by the browser itself, which opens a page, or a page's script */
  const request = (path: string, by: 'browser' | 'script') =>
    new Request(new URL(path, appUrl), {
      headers: { cookie: jar.header(), 'sec-fetch-dest': by === 'script' ? 'empty' : 'document' },
    })
  return {
    jar,
    wait: (ms: number) => (now = new Date(now.getTime() + ms)),
    /** What a form was answered, before the browser has taken it in. */
    answer: (words: string, path = '/devices', by: 'browser' | 'script' = 'browser', who: string | null = ana) =>
      redirectTelling(keeper, { request: request('/devices', by), personId: who ?? undefined, path, told: { words } }),
    /** Takes an answer in. @returns where it leads */
    follow({ headers }: Response) {
      jar.keep(headers)
      return headers.get('location') ?? ''
    },
    open(path: string, by: 'browser' | 'script' = 'browser', who: string | null = ana) {
      const taken = takeOutcome(keeper, request(path, by), who ?? undefined)
      if (taken) jar.keep(new Headers({ 'Set-Cookie': taken.end }))
      return taken && 'words' in taken.told ? taken.told.words : undefined
    },
  }
}

test('what a form did is told once, on the page that it leads to, whose address stays clean', () => {
  const it = browser()
  const path = it.follow(it.answer('You signed out a phone.', '/devices?from=here#top'))
  expect(path).toBe('/devices?from=here#top')
  expect(it.open('/plans')).toBeUndefined()
  expect(it.open('/devices', 'browser', priya)).toBeUndefined()
  expect(it.open('/devices', 'browser', null)).toBeUndefined()
  expect(it.open(path)).toBe('You signed out a phone.')
  expect(it.open(path)).toBeUndefined()
  expect(it.jar.header()).toBe('')
})

test('a page that opens later than a minute after the form tells nothing', () => {
  const it = browser()
  const path = it.follow(it.answer('You signed out a phone.'))
  it.wait(60_000)
  expect(it.open(path)).toBeUndefined()
})

test('after signing out it is told to a browser that is no longer signed in, and to no one who signs in next', () => {
  const it = browser()
  const path = it.follow(it.answer('You signed out everywhere.', '/sign-in', 'browser', null))
  expect(it.open(path, 'browser', ana)).toBeUndefined()
  expect(it.open(path, 'browser', null)).toBe('You signed out everywhere.')
})

test.each(['browser', 'script'] as const)('two tabs that send forms by %s are each told about their own', (by) => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const it = browser()
    const said = ['first', 'second'] as const
    const paths = said.map((words) => it.follow(it.answer(words, '/devices', by)))
    for (const tab of order) expect(it.open(paths[tab] ?? '', by)).toBe(said[tab])
    for (const path of paths) expect(it.open(path, by)).toBeUndefined()
  }
})

test('a page that its script loads again takes nothing from the tab where the form was sent', () => {
  const it = browser()
  const path = it.follow(it.answer('You checked off a task.', '/devices', 'script'))
  expect(it.open('/devices', 'script')).toBeUndefined()
  expect(it.open('/devices', 'browser')).toBeUndefined()
  expect(it.open(path, 'script')).toBe('You checked off a task.')
  it.follow(it.answer('Sent without script', '/devices', 'browser'))
  expect(it.open('/devices', 'script')).toBeUndefined()
  expect(it.open('/devices', 'browser')).toBe('Sent without script')
})

test.each([1, 40])('outcomes that no page tells stay few, with %i forms on their way at a time', (atOnce) => {
  const it = browser()
  let newest = ''
  for (let sent = 0; sent < 80; sent += atOnce) {
    const answers = Array.from({ length: atOnce }, (_, at) => it.answer(`${sent + at} ${'€'.repeat(300)}`))
    for (const answer of answers) newest = it.follow(answer)
  }
  expect(it.jar.header().length).toBeLessThan(8 * 1024)
  expect(it.open(newest)).toMatch(/^79 €/)
})
