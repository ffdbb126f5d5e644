import { expect, test } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getCardPage, getSharedCard } from '#app/value/announce/card-queries.server.ts'
import { getNotePage, getSharedNote } from '#app/value/announce/note-queries.server.ts'
import { saveNote } from '#app/value/announce/save-note.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { shareNote } from '#app/value/announce/share-note.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { acceptRequest } from '#app/references/library/accept-request.server.ts'
import { requestCall } from '#app/references/library/request-call.server.ts'
import { deal } from '#tests/factories/call-setting.ts'
import { erasing } from '#tests/factories/erasing.ts'

test('the note of an erased champion is gone, and no link of theirs is left that no one could switch off', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const { champion } = plan
  await runCommand(parts, saveNote, { ...order(champion), input: { why: 'Kestrel reasons' } })
  await runCommand(parts, shareNote, { ...order(champion), input: {} })
  await runCommand(parts, confirmFirstWin, { ...order(champion), input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(parts, shareCard, { ...order(champion), input: {} })
  const [note, card] = await Promise.all([
    getNotePage(parts, { workspaceId: it.workspaceId, planId: plan.planId }),
    getCardPage(parts, champion, plan.planId, true),
  ])
  expect(await getSharedNote(parts, note.token ?? '')).toMatchObject({ texts: { why: 'Kestrel reasons' } })
  expect(await getSharedCard(parts, card.token ?? '')).toBeDefined()
  await it.erase(champion.id, champion.name)
  expect(await getSharedNote(parts, note.token ?? '')).toBeUndefined()
  expect(await getSharedCard(parts, card.token ?? '')).toBeUndefined()
  expect(await it.holds(['kestrel'])).toEqual([])
})

test('a call that an erased person promised ends, also where someone else has agreed since, and the member who asked is told', async () => {
  const it = await erasing()
  const { parts, plan, order } = it
  const { champion, planId } = plan
  await runCommand(parts, confirmFirstWin, { ...order(champion), input: { winVersion: 1, measuredValue: '1' } })
  await runCommand(parts, giveConsent, { ...order(champion), input: { winVersion: 2, kinds: ['call'] } })
  const { result } = await runCommand(parts, requestCall, { ...order(plan.lead), input: deal })
  await runCommand(parts, acceptRequest, { ...order(champion), input: { ...result, chosen: '1' } })
  await it.within((trx) =>
    trx.updateTable('reference').set({ participantId: plan.contributor.id }).where('planId', '=', planId).execute(),
  )
  await it.erase(champion.id, champion.name)
  const states = await it.within((trx) => trx.selectFrom('referenceRequest').select('state').execute())
  expect(states).toEqual([{ state: 'ended' }])
  const told = await it.within((trx) =>
    trx.selectFrom('notice').select(['memberId', 'facts']).where('kind', '=', 'reference-call').execute(),
  )
  expect(told).toContainEqual({
    memberId: plan.lead.id,
    facts: expect.objectContaining({ event: 'person left' }) as unknown,
  })
})
