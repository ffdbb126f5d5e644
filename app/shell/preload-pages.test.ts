import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { preloadPages } from './preload-pages.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('')))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** @returns what was fetched on a page with links to the given scripts */
function fetchedOnPage(scripts: string[], connection?: { saveData: boolean }) {
  const routes = Object.fromEntries(scripts.map((module) => [module, { module }]))
  vi.stubGlobal('window', { __remixManifest: { routes } })
  vi.stubGlobal('navigator', { connection })
  preloadPages()
  vi.runAllTimers()
  return vi.mocked(fetch).mock.calls.map(([url]) => url)
}

test('the scripts of the pages one link away are fetched once', () => {
  expect(fetchedOnPage(['/plan.js', '/task.js'])).toEqual(['/plan.js', '/task.js'])
  expect(fetchedOnPage(['/plan.js', '/terms.js'], { saveData: false })).toEqual(['/plan.js', '/task.js', '/terms.js'])
})

test('nothing is fetched ahead for a reader whose browser saves data', () => {
  expect(fetchedOnPage(['/agreed.js'], { saveData: true })).toEqual([])
})
