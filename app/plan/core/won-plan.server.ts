import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { IsoDate } from '#app/schedule/model.ts'

type Which = { workspaceId: string; planId: string }

/** The words of the first win have changed: anyone who read the older ones is asked to read again. */
export const raiseWinVersion = (trx: WorkspaceTransaction, { workspaceId, planId }: Which) =>
  trx
    .updateTable('plan')
    .set((column) => ({ winVersion: column('winVersion', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()

/** The day on which the customer looks at the result again. It is no part of what is agreed. The caller records the event. */
export const setMeasuringDay = (trx: WorkspaceTransaction, { workspaceId, planId, day }: Which & { day: IsoDate }) =>
  trx
    .updateTable('plan')
    .set({ winMeasureOn: day })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()

type Measuring = { baselineHow: string | null; measuredBy: string | null; measureOn: IsoDate | null }

/** How the first win is measured. It is no part of what is agreed. The caller records the event. */
export const setMeasuring = (
  trx: WorkspaceTransaction,
  { workspaceId, planId, baselineHow, measuredBy, measureOn }: Which & Measuring,
) =>
  trx
    .updateTable('plan')
    .set({ winBaselineHow: baselineHow, winMeasuredBy: measuredBy, winMeasureOn: measureOn })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()

/** Someone of services has looked at this version of the first win. The caller records the event. */
export const noteLook = (
  trx: WorkspaceTransaction,
  { workspaceId, planId, version, by, day }: Which & { version: number; by: string; day: IsoDate },
) =>
  trx
    .updateTable('plan')
    .set({ winLookedVersion: version, winLookedBy: by, winLookedOn: day })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()

/** The first win is confirmed: the plan is won on this day, whatever tasks are open. The caller records the event. */
export async function markWon(
  trx: WorkspaceTransaction,
  { workspaceId, planId, wonOn }: Which & { wonOn: IsoDate },
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ state: 'won', wonOn })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()
  await raiseWinVersion(trx, { workspaceId, planId })
}

/** The confirmation was withdrawn: the plan is what it was before. The caller records the event. */
export async function unmarkWon(
  trx: WorkspaceTransaction,
  { workspaceId, planId, state }: Which & { state: string },
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ state, wonOn: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()
  await raiseWinVersion(trx, { workspaceId, planId })
}
