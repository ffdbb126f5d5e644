import { recallUntried } from '#app/outbox/outbox.server.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { findLastAnswer } from './keep-answer.server.ts'

/** Someone else is champion: what the vendor asked about the first win, and no one has answered, is asked of them. */
export async function askNextForResult(
  context: CommandContext<unknown, 'plan'>,
  { isNew }: { isNew: boolean },
): Promise<void> {
  const { trx, workspaceId, row, notify } = context
  const where = { workspaceId, planId: row.id }
  if (!isNew || row.state === 'won') return
  const last = await findLastAnswer(trx, where)
  const champion = await otherSideOf(context, 'vendor')
  if (last?.kind !== 'asked' || !champion) return
  await recallUntried(trx, { ...where, kinds: ['win-asked'] })
  await notify({
    kind: 'win-asked',
    facts: { by: last.personName, note: last.text },
    to: champion.to,
    planId: row.id,
    link: champion.link,
  })
}
