import { expect, test } from 'vitest'
import { commandRegistry } from '#app/commands/command-registry.server.ts'
import { getLibraryEntry } from '#app/references/library/request-queries.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getCardPage } from '#app/value/announce/card-queries.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { accept, agreed, ask, callNotices, order } from '#tests/factories/call-setting.ts'
import { eventsOf, planOf } from '#tests/factories/plan-setting.ts'

const { 'archive-plan': archive, 'restore-plan': restore, 'undo-change': undo } = commandRegistry

test('undoing that a plan was restored ends what archiving ends: calls, shared links and the way in', async () => {
  const it = await agreed()
  const { parts, workspaceId, planId } = it
  await runCommand(parts, archive, order(it, it.lead, {}))
  await runCommand(parts, restore, order(it, it.lead, {}))
  const number = (await eventsOf(it)).at(-1)?.number
  await accept(it, await ask(it))
  await runCommand(parts, shareCard, order(it, it.champion, {}))
  await runCommand(parts, undo, order(it, it.lead, { number: String(number) }))
  expect((await planOf(it)).archivedAt).not.toBeNull()
  expect((await getLibraryEntry(parts, it.lead, planId)).requests).toMatchObject([{ standing: 'ended' }])
  const told = (await callNotices(it)).filter(({ facts }) => facts['event'] === 'archived')
  expect(told.map(({ facts, state }) => [facts['name'], state])).toEqual([
    ['Priya Raman', 'waiting'],
    ['Sam Ortiz', 'waiting'],
  ])
  const closed = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('securityEvent').select('kind').where('kind', '=', 'plan closed to participants').execute(),
  )
  expect(closed).toHaveLength(2)
  await runCommand(parts, restore, order(it, it.lead, {}))
  expect((await getCardPage(parts, it.champion, planId, true)).token, 'restoring brings no link back').toBeNull()
})
