import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { RowChanges } from './row-changes.ts'

type Where = { workspaceId: string; planId: string }

/** Makes rows what they were before a change. Nothing is compared here. */
export async function putBack(trx: WorkspaceTransaction, where: Where, changes: RowChanges): Promise<void> {
  await takeAwayLinks(trx, where, changes)
  await putBackMilestonesAndPlan(trx, where, changes)
  await putBackTasks(trx, where, changes)
  await removeMilestones(trx, where, changes)
  await putBackEnding(trx, where, changes)
  await putBackTeam(trx, where, changes)
  const links = changes.link.flatMap((change) => (change.kind === 'removed' ? [{ ...where, ...change.row }] : []))
  if (links.length > 0) await trx.insertInto('taskLink').values(links).execute()
  for (const change of changes.link) {
    if (change.kind !== 'changed') continue
    const [taskId = '', dependsOnId = ''] = change.key.split(' ')
    await trx
      .updateTable('taskLink')
      .set(change.before)
      .where('workspaceId', '=', where.workspaceId)
      .where('planId', '=', where.planId)
      .where('taskId', '=', taskId)
      .where('dependsOnId', '=', dependsOnId)
      .execute()
  }
}

async function takeAwayLinks(trx: WorkspaceTransaction, where: Where, changes: RowChanges) {
  const added = changes.link.filter(({ kind }) => kind === 'added').map(({ key }) => key.split(' '))
  if (added.length === 0) return
  await trx
    .deleteFrom('taskLink')
    .where('workspaceId', '=', where.workspaceId)
    .where('planId', '=', where.planId)
    .where(({ or, and, eb }) =>
      or(added.map(([task = '', other = '']) => and([eb('taskId', '=', task), eb('dependsOnId', '=', other)]))),
    )
    .execute()
}

async function putBackMilestonesAndPlan(trx: WorkspaceTransaction, where: Where, changes: RowChanges) {
  for (const change of changes.milestone) {
    if (change.kind === 'removed')
      await trx
        .insertInto('milestone')
        .values({ ...where, ...change.row })
        .execute()
    if (change.kind === 'changed')
      await trx
        .updateTable('milestone')
        .set(change.before)
        .where('workspaceId', '=', where.workspaceId)
        .where('id', '=', change.key)
        .execute()
  }
  for (const change of changes.plan) {
    if (change.kind !== 'changed') continue
    const { vendorCalendar, customerCalendar, ...rest } = change.before
    await trx
      .updateTable('plan')
      .set({
        ...rest,
        ...(vendorCalendar === undefined ? {} : { vendorCalendar: JSON.stringify(vendorCalendar) }),
        ...(customerCalendar === undefined ? {} : { customerCalendar: JSON.stringify(customerCalendar) }),
      })
      .where('workspaceId', '=', where.workspaceId)
      .where('id', '=', where.planId)
      .execute()
  }
}

/** What is kept of a closing; changes from before that was kept do not name it. */
const notClosed = { lostAt: null, lostBy: null, lostReason: null, lostNote: null }

async function putBackEnding(trx: WorkspaceTransaction, where: Where, { ending, forecast, objection }: RowChanges) {
  for (const change of [...ending, ...forecast])
    if (change.kind === 'changed')
      await trx
        .updateTable('plan')
        .set({ ...('state' in change.before && change.before.state !== 'lost' ? notClosed : {}), ...change.before })
        .where('workspaceId', '=', where.workspaceId)
        .where('id', '=', where.planId)
        .execute()
  for (const change of objection)
    if (change.kind === 'changed')
      await trx
        .updateTable('objection')
        .set(change.before)
        .where('workspaceId', '=', where.workspaceId)
        .where('id', '=', change.key)
        .execute()
}

async function putBackTeam(trx: WorkspaceTransaction, where: Where, { team }: RowChanges) {
  const added = team.flatMap(({ kind, key }) => (kind === 'added' ? [key] : []))
  const removed = team.flatMap(({ kind, key }) => (kind === 'removed' ? [key] : []))
  if (added.length > 0)
    await trx
      .deleteFrom('planTeam')
      .where('workspaceId', '=', where.workspaceId)
      .where('planId', '=', where.planId)
      .where('memberId', 'in', added)
      .execute()
  if (removed.length > 0)
    await trx
      .insertInto('planTeam')
      .values(removed.map((memberId) => ({ ...where, memberId })))
      .execute()
}

async function putBackTasks(trx: WorkspaceTransaction, where: Where, changes: RowChanges) {
  for (const change of changes.task) {
    const tasks = { workspaceId: where.workspaceId, id: change.key }
    if (change.kind === 'added')
      await trx.deleteFrom('task').where('workspaceId', '=', tasks.workspaceId).where('id', '=', tasks.id).execute()
    if (change.kind === 'removed')
      await trx
        .insertInto('task')
        .values({ ...where, ...change.row, sittings: asJson(change.row.sittings) })
        .execute()
    if (change.kind === 'changed') {
      const { sittings, ...rest } = change.before
      await trx
        .updateTable('task')
        .set({ ...rest, ...(sittings === undefined ? {} : { sittings: asJson(sittings) }) })
        .where('workspaceId', '=', tasks.workspaceId)
        .where('id', '=', tasks.id)
        .execute()
    }
  }
}

async function removeMilestones(trx: WorkspaceTransaction, where: Where, changes: RowChanges) {
  for (const change of changes.milestone)
    if (change.kind === 'added')
      await trx
        .deleteFrom('milestone')
        .where('workspaceId', '=', where.workspaceId)
        .where('id', '=', change.key)
        .execute()
}

const asJson = (value: unknown) => (value === null ? null : JSON.stringify(value))
