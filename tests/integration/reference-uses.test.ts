import { expect, test } from 'vitest'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { takeReference } from '#app/references/board/take-reference.server.ts'
import * as referenceUsePage from '#app/references/overview/reference-use.page.tsx'
import { runCommand } from '#app/runner/run-command.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed, order } from '#tests/factories/call-setting.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import type { Setting } from '#tests/factories/plan-setting.ts'
import { type MemberActor, makeMember } from '#tests/factories/workspace.ts'

const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]

/** What a member may do on the page of the reference. */
async function mayOf(it: Setting, member: MemberActor) {
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, { memberId: member.id }, null),
  )
  const { may } = await referenceUsePage.loader({
    request: new Request(new URL(`/plans/${it.planId}/reference/use`, it.parts.environment.appUrl), {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    }),
    params: { planId: it.planId },
    context: loadContext(it.parts),
  })
  return may
}

test('a reference has its owner by who they are, and none once they have left', async () => {
  const it = await agreed()
  const jo = await makeMember(it.parts.db, it.workspaceId, { name: 'Jo Marlin', roles: ['marketing'] })
  const other = await makeMember(it.parts.db, it.workspaceId, { name: 'Other Jo', roles: ['marketing'] })
  const change = (memberId: string, values: { name?: string; removedAt?: Date }) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.updateTable('member').set(values).where('id', '=', memberId).execute(),
    )
  await change(other.id, { name: 'Jo Marlin' })
  await runCommand(it.parts, takeReference, order(it, jo, {}))
  expect(await rowOf(it)).toMatchObject({ owner: 'Jo Marlin', ownerId: jo.id })
  expect(await mayOf(it, jo)).toMatchObject({ take: false })
  expect(await mayOf(it, other), 'a namesake').toMatchObject({ take: true })
  await change(jo.id, { removedAt: it.parts.clock.now() })
  expect(await rowOf(it)).toMatchObject({ owner: null, ownerId: null })
})
