import { beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { issueApiKey } from '#app/api/keys/api-key.server.ts'
import { action, loader } from '#app/api/schedule.route.ts'
import { OverloadedError } from '#app/kit/computations.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type TestParts, testParts } from '#tests/factories/parts.ts'
import { makeMember, makeWorkspace } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

let parts: TestParts
let key: string
let workspaceId: string

beforeAll(async () => {
  const { db, appUrl } = await testDatabase()
  parts = await testParts(db, appUrl)
  workspaceId = await makeWorkspace(db)
  const { id: memberId } = await makeMember(db, workspaceId, { name: 'Mara Keller' })
  key = await inWorkspace(db, workspaceId, (trx) =>
    issueApiKey(trx, { workspaceId, name: 'Test', memberId }, parts.clock.now()),
  )
})

const ask = (
  body: string,
  authorization: string | null = `Bearer ${key}`,
  { method = 'POST', ...other }: { method?: string } & Partial<TestParts> = {},
) =>
  action({
    request: new Request('http://localhost/api/v1/schedule', {
      method,
      body,
      headers: authorization === null ? {} : { authorization },
    }),
    params: {},
    context: loadContext({ ...parts, ...other }),
  })

const tasks = [
  { id: 'scope', side: 'both', durationDays: 2 },
  { id: 'legal', side: 'customer', durationDays: 10, dependsOn: [{ task: 'scope' }] },
]

test('a plan that is stored nowhere is computed, from today where no start is given', async () => {
  const response = await ask(JSON.stringify({ timeZone: 'Europe/Berlin', tasks }))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toMatchObject({
    feasible: true,
    finish: '2026-07-02',
    criticalPath: ['scope', 'legal'],
  })
})

test('a region’s holidays count', async () => {
  const calendars = { customer: { region: 'DE-BY' } }
  const response = await ask(
    JSON.stringify({ startOn: '2026-06-04', calendars, tasks: [tasks[1] && { ...tasks[1], dependsOn: [] }] }),
  )
  expect(await response.json()).toMatchObject({ finish: '2026-06-18' })
})

test('faults come back all at once', async () => {
  const response = await ask(
    JSON.stringify({ startOn: '2026-02-30', tasks: [{ id: 'a', side: 'nobody', durationDays: 1 }] }),
  )
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { errors } = (await response.json()) as { errors: { field: string }[] }
  expect(errors.map(({ field }) => field).sort()).toEqual(['side', 'startOn'])
})

test('what is not JSON is 400', async () => {
  expect((await ask('{"tasks": [')).status).toBe(400)
})

test.each([
  ['none', () => null],
  ['another scheme', () => `Basic ${key}`],
  ['another secret', () => `Bearer ${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
  ['another workspace', () => `Bearer ${key.replace(workspaceId, crypto.randomUUID())}`],
  ['nonsense', () => 'Bearer fw_1_2_3'],
])('with %s for a key it is 401, before the body is read', async (_what, authorization) => {
  const response = await ask('{', authorization())
  expect(response.status).toBe(401)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})

test('other methods are 405', async () => {
  expect((await ask('{}', `Bearer ${key}`, { method: 'PUT' })).status).toBe(405)
  expect(loader().status).toBe(405)
})

test('a key that asks too often waits, each key for itself', async () => {
  const counted: string[] = []
  const limits: TestParts['limits'] = {
    count: (name, of) => Promise.resolve(counted.push(`${name} ${of}`) > 1 ? 37 : 0),
  }
  const authorization = `Bearer ${key}`
  expect((await ask(JSON.stringify({ tasks }), authorization, { limits })).status).toBe(200)
  const response = await ask(JSON.stringify({ tasks }), authorization, { limits })
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '37'])
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(new Set(counted)).toEqual(new Set([`schedule by a key ${key.split('_')[2]}`]))
})

test.each(['busy', 'too long'] as const)(
  'threads that are %s are told as a problem, with when to come back',
  async (reason) => {
    const computations: TestParts['computations'] = { run: () => Promise.reject(new OverloadedError(reason)) }
    const response = await ask(JSON.stringify({ tasks }), `Bearer ${key}`, { computations })
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  },
)
