import { expect, test } from 'vitest'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { getReferencesPage } from '#app/references/board/board-queries.server.ts'
import { takeReference } from '#app/references/board/take-reference.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { noCallsWords } from '#app/references/library/request-words.ts'
import { getLibraryEntry } from '#app/references/library/request-queries.server.ts'
import { noteOutcome } from '#app/references/library/note-outcome.server.ts'
import { getReferenceUse } from '#app/references/overview/reference-use-queries.server.ts'
import * as referenceUsePage from '#app/references/overview/reference-use.page.tsx'
import { noteReferenceUse } from '#app/references/use/note-reference-use.server.ts'
import { removeUse } from '#app/references/use/remove-use.server.ts'
import { useRefusals } from '#app/references/use/use-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, consent, order, use } from '#tests/factories/call-setting.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { type Setting, refusalOf, statusOf } from '#tests/factories/plan-setting.ts'
import { type MemberActor, makeMember } from '#tests/factories/workspace.ts'

const rowOf = async (it: Setting) => (await getReferencesPage(it.parts, it.lead)).list.rows[0]
const usesOf = async (it: Setting) => (await getReferenceUse(it.parts, it.lead, it.planId, { mayWrite: false })).uses

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

test('once who approves each use has left the plan, no use is noted until the champion names another', async () => {
  const it = await agreed()
  const approvedBy = (approverId: string) =>
    runCommand(it.parts, giveConsent, order(it, it.champion, { ...consent, approverId }))
  const note = () => runCommand(it.parts, noteReferenceUse, order(it, it.lead, { ...use, isApproved: 'yes' }))
  await approvedBy(it.contributor.id)
  expect(await rowOf(it)).toMatchObject({ limits: { approver: 'Jonas Berg', approverLeft: false } })
  await note()
  await runCommand(it.parts, removeParticipant, order(it, it.champion, { participantId: it.contributor.id }))
  expect(await rowOf(it)).toMatchObject({ limits: { approver: 'Jonas Berg', approverLeft: true } })
  expect(await refusalOf(note())).toMatchObject({ status: 409, message: useRefusals.approverLeft })
  const whyNot = noCallsWords['approver left']
  expect(await refusalOf(ask(it, { isApproved: 'yes' }))).toMatchObject({ status: 409, message: whyNot })
  const entry = { approverLeft: true, calls: null, whyNoCalls: 'approver left' }
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).entry).toMatchObject(entry)
  await approvedBy(it.champion.id)
  expect(await rowOf(it)).toMatchObject({ limits: { approver: 'Priya Raman', approverLeft: false } })
  await note()
  expect(await usesOf(it)).toHaveLength(2)
})

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

test('a use that came of a request is removed by its outcome alone', async () => {
  const it = await agreed()
  const requestId = await ask(it)
  await accept(it, requestId)
  it.parts.clock.set('2026-06-25T06:00:00Z')
  const note = (tookPlace: string) =>
    runCommand(it.parts, noteOutcome, order(it, it.lead, { requestId, tookPlace, outcome: 'open' }))
  await note('yes')
  const [use] = await usesOf(it)
  expect(use).toMatchObject({ what: 'Adria Logistics', isOwn: true, isOfRequest: true })
  const remove = (actor: MemberActor) => runCommand(it.parts, removeUse, order(it, actor, { useId: use?.id }))
  expect(await refusalOf(remove(it.lead))).toMatchObject({ status: 409, message: useRefusals.ofRequest })
  expect(await statusOf(remove(it.outsider)), 'nor by marketing').toBe(409)
  expect((await getLibraryEntry(it.parts, it.lead, it.planId)).requests).toMatchObject([{ standing: 'took place' }])
  expect(await usesOf(it)).toHaveLength(1)
  await note('')
  expect(await usesOf(it)).toEqual([])
})
