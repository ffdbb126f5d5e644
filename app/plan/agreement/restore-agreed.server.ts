import type { z } from 'zod'
import { sightOf } from '#app/policy/policy.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import {
  type AgreedChange,
  type PlanPart,
  type TaskPart,
  changesSince,
  isOfWin,
  isPlanPart,
  readAgreedLink,
  taskParts,
} from '../agreed-terms/agreed-changes.ts'
import { agreedColumns } from './agreed-columns.server.ts'
import { restoredPlanChanges, restoredTaskChanges } from './restored-changes.ts'
import { latestBaseline } from '../view/find-agreed-changes.server.ts'
import { extendCalendars } from '../core/extend-calendars.server.ts'
import { firstWinFaults } from '../core/first-win-faults.ts'
import { restoreAgreedInput } from '../model.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { isWinMeasured } from '../core/is-win-measured.server.ts'
import { unitStaysWords } from '../core/unit-stays-words.ts'
import { taskPageFieldsOf } from '../task/task-page-fields.server.ts'
import { spreadAround, spreadColumns } from '../core/spreads.server.ts'
import { replaceLinks } from '../task/task-links.server.ts'
import { tellServices } from '../core/tell-services.server.ts'
import { raiseWinVersion } from '../core/won-plan.server.ts'
import { type AgreedTerms, termsOf } from '../agreed-terms/agreed-terms.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { restoreRefusals } from './agreement-words.ts'

type Restoring = CommandContext<z.infer<typeof restoreAgreedInput>, 'plan'>

/**
 * Restores one agreed value. A value that is already as agreed stays; if the current value is not the one that the sender saw,
 * the answer is 409. Added or removed tasks are restored by undoing that change instead.
 */
export const restoreAgreed = defineCommand({
  name: 'restore-agreed',
  scope: 'plan',
  input: restoreAgreedInput,
  run: makeUndoable(async (context: Restoring) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const today = todayIn(row.timeZone)
    const before = await takePlan(context)
    const { plan } = before
    const baseline = await latestBaseline(trx, { workspaceId, planId: row.id })
    if (!baseline) throw fieldRefusal('part', restoreRefusals.neverAgreed)
    const told = { companies: { vendor: plan.workspace, customer: plan.account } }
    const terms = { now: termsOf(before), agreed: baseline.terms }
    const change = changesSince(terms.agreed, terms.now, told).find(({ part }) => part === input.part)
    if (!change) return null
    if (change.now !== input.now) throw new Refusal(409, restoreRefusals.changedAgain(change.title))
    if (change.kind !== 'changed') throw fieldRefusal('part', restoreRefusals.undoInstead)
    const changes = isPlanPart(change.part)
      ? await restoreTerm(context, before, change.part, terms)
      : await restoreTask(context, before, change, terms)
    await raiseTerms(context)
    await record({
      event: 'agreed value restored',
      subjectId: change.task?.id ?? row.id,
      subject: change.task?.title ?? row.project,
      changes,
    })
    await checkSchedule(context, { before, today, ...(change.task ? { about: change.task.id } : {}) })
    return null
  }),
})

type Terms = { now: AgreedTerms; agreed: AgreedTerms }

async function restoreTerm(context: Restoring, { plan }: StoredRows, part: PlanPart, terms: Terms) {
  const { trx, workspaceId, row } = context
  if (part === 'unit' && plan.winUnit !== null && (await isWinMeasured(trx, { workspaceId, planId: row.id })))
    throw new Refusal(409, unitStaysWords(plan.winUnit))
  const columns = agreedColumns(part, terms.agreed, plan)
  const [wrong] = firstWinFaults({
    criticalDate: columns.criticalDate ?? plan.criticalDate,
    winBy: columns.winBy ?? plan.winBy,
    baseline: Number(columns.winBaseline ?? plan.winBaseline),
    target: Number(columns.winTarget ?? plan.winTarget),
  })
  if (wrong) throw fieldRefusal('part', restoreRefusals[wrong.field])
  await trx.updateTable('plan').set(columns).where('workspaceId', '=', workspaceId).where('id', '=', row.id).execute()
  await extendCalendars(context, row.id)
  if (isOfWin(part)) {
    await raiseWinVersion(trx, { workspaceId, planId: row.id })
    const statement = columns.winStatement ?? plan.winStatement
    if (statement !== null) await tellServices(context, statement)
  }
  return restoredPlanChanges(part, terms)
}

async function restoreTask(context: Restoring, rows: StoredRows, { part, task }: AgreedChange, terms: Terms) {
  const { trx, workspaceId, row, standings } = context
  const id = task?.id ?? ''
  const field = taskParts.find((it) => part === `${it}.${id}`)
  const agreed = terms.agreed.tasks.find((it) => it.id === id)
  const stored = rows.tasks.find((it) => it.id === id)
  if (!field || !agreed || !stored) throw fieldRefusal('part', fieldWords.notValid)
  const changes = restoredTaskChanges(field, id, terms)
  if (field === 'dependsOn') {
    const links = agreed.dependsOn.map(readAgreedLink)
    const shared = rows.tasks.filter(({ privateTo }) => privateTo === null)
    if (links.some((link) => !shared.some((it) => it.id === link.task)))
      throw new Refusal(409, restoreRefusals.missingTask)
    // Links to what one side keeps to itself are no part of what was agreed, and stay.
    const kept = stored.dependsOn.filter((link) => !shared.some((it) => it.id === link.task))
    const visible = kept.filter((link) =>
      rows.tasks.some((it) => it.id === link.task && it.privateTo === sightOf(standings)),
    )
    const where = { workspaceId, planId: row.id, taskId: id }
    await replaceLinks(trx, where, { tasks: rows.tasks, sight: sightOf(standings), links: [...links, ...visible] })
    return changes
  }
  await trx
    .updateTable('task')
    .set({
      ...columnOf(field, agreed, stored.sittings?.name ?? null),
      ...(field === 'durationDays'
        ? spreadColumns(
            spreadAround(agreed.durationDays, await taskPageFieldsOf(trx, { workspaceId, taskId: id }), false),
          )
        : {}),
    })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  return changes
}

function columnOf(
  field: Exclude<TaskPart, 'dependsOn'>,
  agreed: AgreedTerms['tasks'][number],
  sittingName: string | null,
) {
  // What happens on those days is no term, and stays.
  if (field === 'sittings')
    return { sittings: agreed.sittings && JSON.stringify({ ...agreed.sittings, name: sittingName }) }
  return { [field]: agreed[field] }
}
