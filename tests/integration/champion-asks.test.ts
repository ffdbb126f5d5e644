import { expect, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import * as planPage from '#app/plan/page/plan.page.tsx'
import { answerPiece } from '#app/references/pieces/answer-piece.server.ts'
import { sendPiece } from '#app/references/pieces/send-piece.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { correctFirstWin } from '#app/value/win/correct-first-win.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, order } from '#tests/factories/call-setting.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import type { Setting } from '#tests/factories/plan-setting.ts'
import type { MemberActor, ParticipantActor } from '#tests/factories/workspace.ts'

/** What stands under *Next for you* besides tasks and questions. */
async function asksOf(it: Setting, person: ParticipantActor | MemberActor) {
  const who = person.kind === 'member' ? { memberId: person.id } : { participantId: person.id }
  const cookie = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    beginSession(it.parts, trx, it.workspaceId, who, null),
  )
  const { asks, win } = await planPage.loader({
    request: new Request(new URL(`/plans/${it.planId}`, it.parts.environment.appUrl), {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    }),
    params: { planId: it.planId },
    context: loadContext(it.parts),
  })
  expect(win, 'not sent twice').not.toHaveProperty('referenceAsks')
  return asks.map(({ text, path }) => [text, path.replace(it.planId, 'id')])
}

test('what a reference asks of its champion stands on the won plan until it is answered, for the champion alone', async () => {
  const it = await agreed()
  expect(await asksOf(it, it.champion)).toEqual([])
  const requestId = await ask(it)
  await runCommand(it.parts, sendPiece, order(it, it.lead, { kind: 'quote', text: 'Closed in a day.' }))
  const call = ['Sam Ortiz asks for a reference call with Adria Logistics', '/plans/id/calls']
  const quote = ['Approve the quote', '/plans/id/reference/pieces/quote']
  expect(await asksOf(it, it.champion)).toEqual([call, quote])
  for (const other of [it.contributor, it.lead]) expect(await asksOf(it, other)).toEqual([])
  await accept(it, requestId)
  expect(await asksOf(it, it.champion)).toEqual([quote])
  const approved = { kind: 'quote', version: 1, answer: 'approve' }
  await runCommand(it.parts, answerPiece, order(it, it.champion, approved))
  expect(await asksOf(it, it.champion)).toEqual([])
})

test('while the consent is on hold the plan asks for it to be given again, and for nothing that rests on it', async () => {
  const it = await agreed()
  await ask(it)
  await runCommand(it.parts, correctFirstWin, order(it, it.champion, { measuredValue: '2', wordsHold: 'yes' }))
  expect(await asksOf(it, it.champion)).toEqual([])
})
