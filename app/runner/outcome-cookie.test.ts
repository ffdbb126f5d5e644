import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { redirectTelling, takeOutcome } from './outcome-cookie.server.ts'

const now = new Date('2026-11-28T10:00:00Z')
const linkSecret = 'a secret for tests, long enough to be one'
const keeper = (at = now) =>
  ({ environment: { appUrl: 'https://plans.example.com', linkSecret }, clock: { now: () => at } }) as Parameters<
    typeof redirectTelling
  >[0]

const said = { words: 'You signed out a phone.' }

function led(personId: string | undefined, path: string) {
  const { headers } = redirectTelling(keeper(), personId, path, said)
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return (to: string) => new Request(new URL(to, 'https://plans.example.com'), { headers: { cookie } })
}

test('what a form did is told on the page that it leads to, to the one who sent it, for a minute', () => {
  const [ana, priya] = [newId(), newId()]
  const request = led(ana, '/devices?from=here#top')
  expect(takeOutcome(keeper(), request('/devices'), ana)).toMatchObject({ told: said })
  expect(takeOutcome(keeper(), request('/plans'), ana)).toBeUndefined()
  expect(takeOutcome(keeper(), request('/devices'), priya)).toBeUndefined()
  expect(takeOutcome(keeper(), request('/devices'), undefined)).toBeUndefined()
  expect(takeOutcome(keeper(new Date(now.getTime() + 60_000)), request('/devices'), ana)).toBeUndefined()
})

test('after signing out it is told to a browser that is signed in no more, and to nobody who signs in next', () => {
  const request = led(undefined, '/sign-in')
  expect(takeOutcome(keeper(), request('/sign-in'), undefined)).toMatchObject({ told: said })
  expect(takeOutcome(keeper(), request('/sign-in'), newId())).toBeUndefined()
})
