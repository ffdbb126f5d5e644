import type { Page } from '@playwright/test'
import { takenOver } from './cast.ts'

/** What a person does on pages: presses of the mouse that end where they began, drags, keys, and pages that load. */
export type Effort = { presses: number; drags: number; keys: number; pages: number }

/** Tells what the page receives from the person, across the pages that follow. */
function watchPerson() {
  let [x, y] = [0, 0]
  const tell = (what: string) =>
    void (window as unknown as Record<string, (what: string) => void>)['tellEffort']?.(what)
  addEventListener('pointerdown', (event) => ([x, y] = [event.clientX, event.clientY]), true)
  const onUp = (event: PointerEvent) => tell(Math.hypot(event.clientX - x, event.clientY - y) > 5 ? 'drags' : 'presses')
  addEventListener('pointerup', onUp, true)
  addEventListener('keydown', () => tell('keys'), true)
}

/**
 * Watches what a person does on a page, as the page receives it.
 * @returns begins a count; what it gives ends it
 */
export async function watchEffort(page: Page): Promise<() => () => Promise<Effort>> {
  const all: Effort = { presses: 0, drags: 0, keys: 0, pages: 0 }
  await takenOver(page)
  await page.exposeFunction('tellEffort', (what: keyof Effort) => (all[what] += 1))
  page.on('request', (request) => (all.pages += request.isNavigationRequest() ? 1 : 0))
  await page.addInitScript(watchPerson)
  await page.evaluate(watchPerson)
  return () => {
    const before = { ...all }
    return async () => {
      // What was done before this call is told before its answer.
      await page.evaluate(() => null)
      return {
        presses: all.presses - before.presses,
        drags: all.drags - before.drags,
        keys: all.keys - before.keys,
        pages: all.pages - before.pages,
      }
    }
  }
}

/**
 * How long that takes a person at average speed, in seconds, by the keystroke-level model (Card, Moran and Newell, 1980): 0.28 a key, 1.1 to point
 * and 0.2 to press, 1.35 to think before each press.
 */
export const secondsFor = ({ presses, drags, keys }: Effort): number =>
  keys * 0.28 + (presses + drags) * (1.1 + 0.2 + 1.35)
