import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

const event = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().optional(),
  /** CPU time of the thread, without other programs. */
  tts: z.number().optional(),
  tdur: z.number().optional(),
  tid: z.number(),
  args: z
    .object({ data: z.object({ type: z.string().optional() }).loose().optional() })
    .loose()
    .optional(),
})
const trace = z.object({ traceEvents: z.array(event) })

/** What Chromium counts as running JavaScript; they nest, so their union is taken. */
const scripting = [
  'EventDispatch',
  'FunctionCall',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
  'EvaluateScript',
  'V8.GC',
]

export type KeyCost = {
  /** Until the frame that shows the result of the key. */
  frame: number
  /** Including later work, in slices that let the next key through. */
  all: number
}

/**
 * Presses the right arrow this many times and reads from Chromium's trace how long JavaScript ran for each key, in milliseconds of the
 * page's thread. The first ten keys warm up.
 */
export async function scriptingPerKey(page: Page, browser: Browser, keys: number): Promise<KeyCost[]> {
  const press = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await page.keyboard.press('ArrowRight')
      await new Promise((done) => setTimeout(done, 80))
    }
  }
  await press(10)
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] })
  await press(keys)
  const { traceEvents } = trace.parse(JSON.parse((await browser.stopTracing()).toString()))
  const downs = traceEvents.filter((it) => it.name === 'EventDispatch' && it.args?.data?.type === 'keydown')
  const own = traceEvents.filter((it) => it.tid === downs[0]?.tid).sort((a, b) => a.ts - b.ts)
  return downs.map((down, at) => {
    const end = downs[at + 1]?.ts ?? Infinity
    const runs = own.filter((it) => it.ts >= down.ts && it.ts < end)
    const shown = runs.find((it) => it.name === 'Paint')?.ts ?? end
    return { frame: union(runs.filter((it) => it.ts < shown)), all: union(runs) }
  })
}

/** How long any of these ran, in milliseconds: they nest. */
function union(events: readonly z.infer<typeof event>[]): number {
  let covered = 0
  let time = 0
  for (const { name, ph, tts = 0, tdur = 0 } of events) {
    if (ph !== 'X' || !scripting.includes(name)) continue
    const until = tts + tdur
    if (until > covered) time += until - Math.max(covered, tts)
    covered = Math.max(covered, until)
  }
  return time / 1_000
}
