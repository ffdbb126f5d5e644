import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { rateLimits } from '#app/kit/rate-limits.ts'
import { ask, formBody, inParallel, wordsOf } from '#tests/reach/client.ts'
import { type SignedInPlan, startWithPlan } from '#tests/reach/signed-in-plan.ts'

/** How much one person may have computed, on the app as it runs in production. */

let staged: SignedInPlan

beforeAll(async () => {
  staged = await startWithPlan(inject('templateServer'))
})

afterAll(() => staged.stop())

type Who = keyof SignedInPlan['cookies']

const at = (path: string) => new URL(`/plans/${staged.plan.planId}${path}`, staged.app.baseUrl)
const open = (who: Who, path: string) => ask(at(path), { headers: { cookie: staged.cookies[who] } })
const previewAs = (who: Who, title: string) =>
  ask(at(`/tasks/${staged.plan.taskIds['legal']}`), {
    method: 'POST',
    headers: { cookie: staged.cookies[who], origin: new URL(staged.app.baseUrl).origin },
    body: formBody({
      intent: 'edit-task',
      taskId: staged.plan.taskIds['legal'] ?? '',
      title,
      durationDays: '12',
      preview: 'yes',
      idempotencyKey: newId(),
    }),
  })

test('who had much computed waits, with what was typed; others go on, and so does reading', async () => {
  const { most, seconds } = rateLimits['computation by a person']
  const statuses: number[] = []
  await inParallel(
    Array.from({ length: most }, (_, time) => time),
    8,
    async () => {
      statuses.push((await open('champion', '/try')).status)
    },
  )
  expect(new Set(statuses)).toEqual(new Set([200]))

  const refused = await previewAs('champion', 'A title typed with care')
  expect(refused.status).toBe(429)
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(seconds)
  expect(wordsOf(refused)).toContain('Too many attempts')
  expect(refused.body.toString()).toContain('value="A title typed with care"')

  const page = await open('champion', '/try')
  expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await open('champion', '')).status).toBe(200)
  expect((await previewAs('lead', 'Another title')).status).toBe(200)
  expect((await open('lead', '/try')).status).toBe(200)
})
