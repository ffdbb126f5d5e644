import { expect, test } from 'vitest'
import * as invitePage from '#app/access/participants/invite.page.tsx'
import { beginSession } from '#app/access/core/session.server.ts'
import * as calendarPage from '#app/plan/calendar/calendar.page.tsx'
import * as editTaskPage from '#app/plan/task/edit-task.page.tsx'
import * as teamPage from '#app/plan/team/team.page.tsx'
import * as termsPage from '#app/plan/terms/terms.page.tsx'
import { getSituation, getSituations } from '#app/value/situation/situation-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { testNow } from '#tests/factories/now.ts'
import { type Setting, setUp } from '#tests/factories/plan-setting.ts'

const end = ({ parts, workspaceId, planId }: Setting, as: { state?: string; archivedAt?: Date; wonOn?: string }) =>
  inWorkspace(parts.db, workspaceId, (trx) => trx.updateTable('plan').set(as).where('id', '=', planId).execute())

async function askAs({ parts, workspaceId, planId, taskIds, lead }: Setting) {
  const cookie = await inWorkspace(parts.db, workspaceId, (trx) =>
    beginSession(parts, trx, workspaceId, { memberId: lead.id }, null),
  )
  return {
    request: new Request(`http://localhost:3000/plans/${planId}`, { headers: { cookie: cookie.split(';')[0] ?? '' } }),
    params: { planId, taskId: taskIds['legal'] },
    context: loadContext(parts),
  }
}

const forms = { task: editTaskPage.loader, team: teamPage.loader, terms: termsPage.loader }
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test.each([
  ['closed', { state: 'lost' }, 'This plan is closed. Reopen it to change it.'],
  ['archived', { archivedAt: new Date(testNow) }, 'This plan is archived and can’t be changed.'],
] as const)('a plan that is %s offers nothing that would be refused', async (_name, how, words) => {
  const it = await setUp()
  const open = await askAs(it)
  expect((await invitePage.loader(open)).may.invite).toBe(true)
  expect((await calendarPage.loader(open)).mayEdit).toBe(true)
  for (const [name, loader] of Object.entries(forms)) expect(await thrown(loader(open)), name).toBeNull()

  await end(it, how)
  const asked = await askAs(it)
  expect(Object.values((await invitePage.loader(asked)).may)).not.toContain(true)
  expect(await calendarPage.loader(asked)).toMatchObject({ mayEdit: false, mayCheck: false })
  for (const [name, loader] of Object.entries(forms))
    expect(await thrown(loader(asked)), name).toMatchObject({ data: { message: words }, init: { status: 403 } })

  const standings = new Set(['member', 'lead'] as const)
  const viewer = { actor: it.lead, standings }
  expect(await getSituations(it.parts, viewer, it.planId)).toMatchObject({ mayEdit: false, closed: true })
  expect(await thrown(getSituation(it.parts, viewer, it.planId, 'new'))).toMatchObject({ status: 404 })
})

test('a won plan can still be corrected', async () => {
  const it = await setUp()
  await end(it, { state: 'won', wonOn: '2026-10-01' })
  expect((await calendarPage.loader(await askAs(it))).mayEdit).toBe(true)
})
