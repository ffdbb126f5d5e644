import { request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { addAddressToDirectory, directoryEntryOf } from '#app/access/core/directory.server.ts'
import { rateLimits } from '#app/kit/rate-limits.ts'
import { type SamplePlan, makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { withClient } from '#tests/harness/template.ts'
import { inParallel, startBuiltApp } from '#tests/reach/client.ts'

/** Many networks, one request each, on the app as it runs in production: they only use up the limits of strangers. */

const domain = 'halden.example'
const strangers = rateLimits['stranger entering a plan'].most
let app: RunningApp
let db: Database
let plan: SamplePlan
let champion = ''

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  plan = await makePlan(db)
  champion = await within(async (trx) => {
    await trx
      .updateTable('plan')
      .set({ entryDomains: [domain] })
      .where('id', '=', plan.planId)
      .execute()
    await addAddressToDirectory(trx, plan.workspaceId, directoryEntryOf(domain))
    const { email } = await trx
      .selectFrom('participant')
      .select('email')
      .where('id', '=', plan.champion.id)
      .executeTakeFirstOrThrow()
    await addAddressToDirectory(trx, plan.workspaceId, email)
    return email
  })
}, 300_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, plan.workspaceId, work)

/** Posts a form from an address of the loopback's network, each of which is a network of its own here. */
function post(from: string, path: string, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields).toString()
  return new Promise((done, fail) => {
    const asked = request(
      new URL(path, app.baseUrl),
      {
        method: 'POST',
        localAddress: from,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length },
      },
      (answer) => answer.resume().once('end', () => done(answer.statusCode ?? 0)),
    )
    asked.once('error', fail)
    asked.end(body)
  })
}

const askAtPlan = (from: string, email: string) => post(from, '/sign-in', { email, next: `/plans/${plan.planId}` })

/** Every address that a link was written for, and how many. */
async function written(): Promise<Map<string, number>> {
  const notices = await within((trx) =>
    trx.selectFrom('notice').select('toAddress').where('kind', '=', 'sign-in').execute(),
  )
  const counts = new Map<string, number>()
  for (const { toAddress } of notices) counts.set(toAddress, (counts.get(toAddress) ?? 0) + 1)
  return counts
}

const jobsDone = () =>
  expect
    .poll(
      async () => {
        const { rows } = await sql<{ open: number }>`
          select count(*)::int as open from pgboss.job
          where name = 'send-sign-in' and state in ('created', 'retry', 'active')`.execute(db)
        return rows[0]?.open
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(0)

const office = '127.77.0.1'
const botnet = (count: number) => Array.from({ length: count }, (_, n) => `127.20.${n >> 8}.${n & 255 || 255}`)

const linkIn = async (email: string) =>
  new URL(
    /href="([^"]*\/link\/[^"]+)"/.exec((await app.mailbox.waitFor(email, /.*/)).html)?.[1]?.replaceAll('&amp;', '&') ??
      '',
  )

test('a flood from many networks at a plan’s door keeps none of its people out', async () => {
  await askAtPlan(office, champion)
  const { pathname } = await linkIn(champion)
  expect(await post(office, pathname, { intent: 'continue' })).toBe(303)
  await askAtPlan('127.78.0.1', `early@${domain}`)
  await jobsDone()

  // The flood goes on for a while: these are its last requests.
  const left = 40
  const counted = `update limits.attempt set points = $1 where key like 'stranger entering a plan:%'`
  const { rowCount } = await withClient(app.ownerUrl, (client) => client.query(counted, [strangers - left]))
  expect(rowCount, 'one count for the plan').toBe(1)
  const bots = botnet(left + 40)
  const answers: number[] = []
  await inParallel(bots, 20, async (from) => {
    answers.push(await askAtPlan(from, `bot-${from}@${domain}`))
  })
  expect(new Set(answers), 'nobody is told').toEqual(new Set([200]))
  await jobsDone()
  const flooded = await written()
  const toBots = [...flooded].filter(([address]) => address.startsWith('bot-'))
  expect(toBots.length, 'strangers have so many mailboxes written to').toBe(left)

  for (const [who, from, email] of [
    ['the champion, from anywhere', '127.79.0.1', champion],
    ['a new colleague in the office', office, `colleague@${domain}`],
    ['who was written to before', '127.79.0.2', `early@${domain}`],
  ] as const) {
    expect(await askAtPlan(from, email), who).toBe(200)
    await jobsDone()
    expect((await written()).get(email) ?? 0, who).toBe((flooded.get(email) ?? 0) + 1)
  }
  expect(await askAtPlan('127.79.0.3', `stranger@${domain}`)).toBe(200)
  await jobsDone()
  expect((await written()).has(`stranger@${domain}`), 'one more stranger waits').toBe(false)
})

test('a flood at one address fills no mailbox, and its owner comes in by the newest email', async () => {
  const before = (await written()).get(champion) ?? 0
  await inParallel(botnet(60), 20, async (from) => {
    expect(await post(from, '/sign-in', { email: champion })).toBe(200)
  })
  await jobsDone()
  expect((await written()).get(champion) ?? 0).toBeLessThanOrEqual(before + 3)
  await expect
    .poll(() => within((trx) => trx.selectFrom('notice').select('id').where('state', '=', 'waiting').execute()), {
      timeout: 60_000,
      interval: 200,
    })
    .toHaveLength(0)
  const { pathname } = await linkIn(champion)
  expect(await post('127.79.0.9', pathname, { intent: 'continue' })).toBe(303)
  await post('127.79.0.9', '/sign-in', { email: champion })
  await jobsDone()
  expect((await written()).get(champion), 'after it was used, another one goes at once').toBeGreaterThan(before + 1)
})
