import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import type { Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { getCardPage } from '#app/value/announce/card-queries.server.ts'
import { shareCard } from '#app/value/announce/share-card.server.ts'
import { stopSharingCard } from '#app/value/announce/stop-sharing-card.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { setUp } from '#tests/factories/plan-setting.ts'

test('the plan has the address of a shared card for those who may share it, while its link is on', async () => {
  const it = await setUp()
  const { parts, champion, planId } = it
  const order = (input: object) => ({ actor: champion, scopeId: planId, input, idempotencyKey: newId() })
  await runCommand(parts, confirmFirstWin, order({ winVersion: 1, measuredValue: '1' }))
  const onPlan = async (actor: typeof it.champion | typeof it.lead, ...standings: Standing[]) =>
    (await getWinForPlan(parts, { actor, standings: new Set(standings) }, planId)).cardLink
  expect(await onPlan(champion, 'champion')).toBeUndefined()
  await runCommand(parts, shareCard, order({}))
  const { token } = await getCardPage(parts, champion, planId, true)
  expect(await onPlan(champion, 'champion')).toBe(`${parts.environment.appUrl}/shared/${token}`)
  expect(await onPlan(it.contributor, 'contributor')).toBeUndefined()
  expect(await onPlan(it.lead, 'member', 'lead')).toBeUndefined()
  await runCommand(parts, stopSharingCard, order({}))
  expect(await onPlan(champion, 'champion')).toBeUndefined()
})
