import { expect, test } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getCardPage, getSharedCard } from '#app/value/announce/card-queries.server.ts'
import { getNotePage, getSharedNote } from '#app/value/announce/note-queries.server.ts'
import { saveNote } from '#app/value/announce/save-note.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { shareNote } from '#app/value/announce/share-note.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
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
