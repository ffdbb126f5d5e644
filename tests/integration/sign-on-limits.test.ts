import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { action } from '#app/access/sign-on/sign-on-settings.page.tsx'
import type { RateLimits } from '#app/kit/rate-limits.ts'
import { answerOf } from '#tests/factories/plan-with-sign-in.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makeMember, makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('an admin may test so many providers an hour, and what was typed stays', async () => {
  const { db, appUrl } = await testDatabase()
  const counted: Parameters<RateLimits['count']>[] = []
  const limits: RateLimits = {
    count: (...it) => {
      counted.push(it)
      return Promise.resolve(counted.length > 2 ? 60 : 0)
    },
  }
  const parts = await testParts(db, appUrl, { limits })
  const { workspaceId } = await makePlan(db)
  const admin = await makeMember(db, workspaceId, { name: 'Ana Lind', roles: ['admin'] })
  const cookie = await inWorkspace(db, workspaceId, (trx) =>
    beginSession(parts, trx, workspaceId, { memberId: admin.id }, null),
  )
  const tested = () =>
    answerOf(() =>
      action({
        request: new Request('http://localhost:3000/workspace/sign-on', {
          method: 'POST',
          headers: { cookie: cookie.split(';')[0] ?? '' },
          body: new URLSearchParams({ intent: 'test-identity-provider', issuer: 'https://id.invalid' }),
        }),
        params: {},
        context: loadContext(parts),
      }),
    )
  expect((await tested()).status).toBe(422)
  expect((await tested()).status).toBe(422)
  expect(counted).toEqual(counted.map(() => ['provider test by a person', admin.id]))
  expect(await tested()).toMatchObject({ status: 429, body: { values: { issuer: 'https://id.invalid' } } })
})
