import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { findApiKey, issueApiKey } from '#app/api/keys/api-key.server.ts'
import { action, loader } from '#app/api/keys/api-keys.page.tsx'
import { action as computeSchedule } from '#app/api/schedule.route.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { answerOf, makePlanWithSignIn } from '#tests/factories/plan-with-sign-in.ts'
import { makeMember } from '#tests/factories/workspace.ts'

const day = 24 * 60 * 60 * 1000

async function begin() {
  const it = await makePlanWithSignIn()
  const admin = await makeMember(it.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const session = async () =>
    (
      await inWorkspace(it.db, it.workspaceId, (trx) =>
        beginSession(it.parts, trx, it.workspaceId, { memberId: admin.id }, null),
      )
    ).split(';')[0] ?? ''
  const cookie = await session()
  const post = (fields: Record<string, string>, idempotencyKey = newId()) =>
    answerOf(() => action(it.posted('/workspace/keys', { ...fields, idempotencyKey }, { cookie })))
  const make = async (fields: Record<string, string> = {}, idempotencyKey = newId()) => {
    const form = { intent: 'make-api-key', name: 'A board', scopes: 'schedule', life: '30', ...fields }
    return post(form, idempotencyKey)
  }
  const keyIn = ({ body }: { body: unknown }) => (body as { key?: string }).key ?? ''
  const bearer = (key: string) =>
    findApiKey(it.parts, new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } }))
  const list = async () => (await loader(it.args('/workspace/keys', { headers: { cookie } }))).keys
  const later = (ms: number) => it.parts.clock.set(new Date(it.parts.clock.now().getTime() + ms))
  return { ...it, admin, post, make, keyIn, bearer, list, later }
}

test('a key is shown once, works for its scope, and its secret is kept nowhere', async () => {
  const it = await begin()
  const made = await it.make()
  const key = it.keyIn(made)
  expect(key).toMatch(/^fw_/)
  expect(await it.bearer(key)).toMatchObject({ name: 'A board', scopes: ['schedule'] })
  const secret = key.split('_').slice(3).join('_')
  const tables = ['apiKey', 'commandReceipt', 'activity', 'securityEvent'] as const
  for (const table of tables) {
    const rows = await it.within((trx) => trx.selectFrom(table).selectAll().execute())
    expect(JSON.stringify(rows), table).not.toContain(secret)
  }
  expect(JSON.stringify(await it.list())).not.toContain(secret)
  expect((await it.securityKinds()).filter((kind) => kind === 'key made')).toHaveLength(1)
})

test('a key is shown by the name that it is kept by', async () => {
  const it = await begin()
  const { body } = await it.make({ name: ' A \u202eboard' })
  expect(body).toMatchObject({ name: 'A board' })
  expect((await it.list()).map(({ name }) => name)).toEqual(['A board'])
})

test('the same form makes one key', async () => {
  const it = await begin()
  const key = newId()
  expect((await it.make({}, key)).status).toBe(200)
  expect((await it.make({}, key)).status).toBe(422)
  expect(await it.list()).toHaveLength(1)
})

test('it ends on its day, and at once when it is revoked', async () => {
  const it = await begin()
  const [short, lasting] = [it.keyIn(await it.make()), it.keyIn(await it.make({ life: 'never' }))]
  it.later(5 * 60_000)
  const [, keyId = ''] = /^fw_[^_]+_([^_]+)_/.exec(lasting) ?? []
  it.later(30 * day - 5 * 60_000 - 1)
  expect(await it.bearer(short)).not.toBeNull()
  it.later(1)
  expect(await it.bearer(short)).toBeNull()
  expect(await it.bearer(lasting)).not.toBeNull()
  const revoking = await begin()
  const other = revoking.keyIn(await revoking.make())
  const [, otherId = ''] = /^fw_[^_]+_([^_]+)_/.exec(other) ?? []
  expect((await revoking.post({ intent: 'revoke-api-key', keyId })).status, 'of another workspace').toBe(404)
  expect(await revoking.post({ intent: 'revoke-api-key', keyId: otherId })).toMatchObject({ status: 303 })
  expect(await revoking.bearer(other)).toBeNull()
  expect(await revoking.list()).toMatchObject([{ state: 'revoked' }])
})

test('the page says when it was last used', async () => {
  const it = await begin()
  const key = it.keyIn(await it.make())
  expect(await it.list()).toMatchObject([{ lastUsedAt: null }])
  await it.bearer(key)
  expect(await it.list()).toMatchObject([{ lastUsedAt: it.parts.clock.now().toISOString() }])
})

test('a key without the scope of schedules computes none; keys from before have it', async () => {
  const it = await begin()
  const key = await it.within((trx) =>
    issueApiKey(trx, { workspaceId: it.workspaceId, name: 'From before', memberId: it.admin.id }, it.parts.clock.now()),
  )
  const ask = async () => {
    const init = { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: '{"timeZone":"UTC","tasks":[]}' }
    return (await computeSchedule(it.args('/api/v1/schedule', init))).status
  }
  expect(await ask()).toBe(200)
  await it.within((trx) => trx.updateTable('apiKey').set({ scopes: [] }).execute())
  expect(await ask()).toBe(403)
})

test('making one asks to sign in again, and an unknown scope or none is refused', async () => {
  const it = await begin()
  expect((await it.make({ scopes: 'everything' })).status).toBe(422)
  expect((await it.make({ scopes: '' })).status).toBe(422)
  it.later(11 * 60_000)
  expect(await it.make()).toMatchObject({ status: 403, body: { wantsSignIn: true } })
})
