import type { WorkspaceReading } from '#db/reading.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { promiseCapabilityInput } from '../model.ts'
import { capabilityLabels, capabilityRefusals } from './capability-words.ts'
import { changeCapability } from './change-capability.server.ts'
import { takeCapability } from './take-capability.server.ts'

/** Says who promised a capability, whether it is in the contract, which tasks deliver it, and what only the vendor reads about it. */
export const promiseCapability = defineCommand({
  name: 'promise-capability',
  scope: 'plan',
  input: promiseCapabilityInput,
  async current(context) {
    const { id, promisedBy, inContract, quantity, edition, taskIds, internalNote } = await takeCapability(context)
    const tasks = await listReadableTasks(context, taskIds)
    return {
      subjectId: id,
      fields: {
        promisedBy: {
          label: capabilityLabels.promisedBy,
          value: promisedBy ?? '',
          noted: { subjectId: id, field: 'promiser' },
        },
        inContract: { label: capabilityLabels.inContract, value: inContract },
        quantity: { label: capabilityLabels.quantity, value: quantity },
        edition: { label: capabilityLabels.edition, value: edition },
        tasks: {
          label: capabilityLabels.deliveredBy,
          value: tasks.map((task) => task.id),
          noted: { subjectId: id, field: 'deliveredBy' },
        },
        internalNote: { label: capabilityLabels.internalNote, value: internalNote },
      },
    }
  },
  async run(context, touched) {
    const { input, record } = context
    const stored = await takeCapability(context)
    if (touched.size === 0) return { capabilityId: stored.id }
    const taken = <Field extends string, Value>(field: Field, wanted: Value, kept: Value): Value =>
      touched.has(field) ? wanted : kept
    const columns = {
      promisedBy: taken('promisedBy', input.promisedBy || null, stored.promisedBy),
      inContract: taken('inContract', input.inContract, stored.inContract),
      quantity: taken('quantity', input.quantity, stored.quantity),
      edition: taken('edition', input.edition, stored.edition),
      internalNote: taken('internalNote', input.internalNote, stored.internalNote),
    }
    const before = await listReadableTasks(context, stored.taskIds)
    const after = touched.has('tasks') ? await listReadableTasks(context, input.tasks) : before
    if (after.length < new Set(touched.has('tasks') ? input.tasks : []).size)
      throw fieldRefusal('tasks', capabilityRefusals.taskNotOnPlan)
    // Tasks that were deleted come back when that is undone, and then deliver it as before.
    const unseen = stored.taskIds.filter((id) => !before.some((task) => task.id === id))
    // What is in the contract now was not left out.
    const settled = columns.inContract ? { leftOutReason: null, leftOutBy: null } : {}
    const [nameBefore, nameAfter] = await namesOf(context, stored.promisedBy, columns.promisedBy)
    const taskIds = [...after.map(({ id }) => id), ...unseen]
    await changeCapability(context, stored.id, { ...columns, ...settled, taskIds })

    const about = { subjectId: stored.id, subject: stored.need }
    const told = (['promisedBy', 'inContract', 'quantity', 'edition'] as const)
      .filter((field) => touched.has(field))
      .map((field) => (field === 'promisedBy' ? 'promiser' : field))
    if (told.length > 0)
      await record({
        event: 'capability promised',
        ...about,
        changes: changedFields(told, { ...stored, promiser: nameBefore }, { ...columns, promiser: nameAfter }),
      })
    if (touched.has('tasks')) {
      const isPrivate = [...before, ...after].some(({ privateTo }) => privateTo !== null)
      const deliveredBy = { before: before.map(({ title }) => title), after: after.map(({ title }) => title) }
      await record({
        event: 'capability planned',
        ...about,
        visibleTo: isPrivate ? 'vendor' : null,
        changes: { deliveredBy },
      })
    }
    if (touched.has('internalNote'))
      await record({
        event: 'capability noted',
        ...about,
        visibleTo: 'vendor',
        changes: changedFields(['internalNote'], stored, columns),
      })
    return { capabilityId: stored.id }
  },
})

type Asked = { trx: WorkspaceReading; workspaceId: string; row: { id: string } }

/** The names of who had promised it and who has now. @throws Refusal 422 for someone new who is no member */
async function namesOf({ trx, workspaceId }: Asked, before: string | null, after: string | null) {
  const ids = [before, after].flatMap((id) => id ?? [])
  const members =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('member')
          .select(['id', 'name', 'removedAt'])
          .where('workspaceId', '=', workspaceId)
          .where('id', 'in', ids)
          .execute()
  const named = (id: string | null) => members.find((member) => member.id === id)
  const promiser = named(after)
  if (after !== null && (!promiser || (promiser.removedAt !== null && after !== before)))
    throw fieldRefusal('promisedBy', capabilityRefusals.promiserGone)
  return [named(before)?.name ?? null, promiser?.name ?? null] as const
}

/** Those of some tasks that are on the plan and not the customer's alone. */
const listReadableTasks = async ({ trx, workspaceId, row }: Asked, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : trx
        .selectFrom('task')
        .select(['id', 'title', 'privateTo'])
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', row.id)
        .where('id', 'in', [...ids])
        .where(({ or, eb }) => or([eb('privateTo', 'is', null), eb('privateTo', '=', 'vendor')]))
        .orderBy('id')
        .execute()
