import { type Sight, sideOf, sightOf } from '#app/policy/policy.ts'
import { type PlainValue, defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { canonicalText } from '#app/runner/compare.ts'
import { fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { editTaskInput } from '../model.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { ownerValue } from '../core/owner-value.ts'
import { ownerChanges } from './owner-changes.ts'
import { refuseStrangeApprover, refuseStranger, refuseUnaccepted, resolveOwner } from './owners.server.ts'
import { checkSchedule, raiseTerms, refuseSpent, takeTask } from '../core/take-task.server.ts'
import { taskContradictions } from './task-contradictions.ts'
import {
  type TaskField,
  type TaskFieldValues,
  forEachTaskField,
  taskFieldLabels,
  taskFieldNames,
} from '../core/task-fields.ts'
import { spreadAround, spreadColumns } from '../core/spreads.server.ts'
import { taskPageFieldsOf } from './task-page-fields.server.ts'
import { replaceLinks } from './task-links.server.ts'
import { assignOthers } from './assign-others.server.ts'
import { tellNewOwner } from './tell-new-owner.server.ts'
import { tellOfRemoval } from './tell-of-removal.server.ts'
import { editTaskEvents } from './edit-task-events.ts'
import type { LinkType } from '#app/schedule/model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { taskLabels } from '../core/task-words.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** Whatever both sides agree to of a task; its owner and dates are none of it. */
const terms = ['title', 'side', 'durationDays', 'dependsOn', 'private', 'sittings'] as const

type Link = { task: string; lagDays: number; type: LinkType }
type SentLink = Omit<Link, 'type'> & { type?: LinkType | undefined }

/** The links that the sender knows of; the others are neither shown nor compared nor changed. */
const linksFor = (task: TaskRow, tasks: readonly TaskRow[], sight: Sight) =>
  task.dependsOn
    .filter((link) => tasks.some((it) => it.id === link.task && !isHiddenFrom(it, sight)))
    .map(({ task: id, lagDays, type }) => ({ task: id, lagDays, type }))

/** A link whose sender names no type is compared, and kept, without. */
const untyped = <Kept extends Link>(links: readonly Kept[], sent: readonly SentLink[] = []) =>
  links.map(({ type, ...link }) => (sent.some((it) => it.task === link.task && !it.type) ? link : { ...link, type }))

/** Changes what a task is. Fields that no one touched keep what is stored, so that two people on different fields both win. */
export const editTask = defineCommand({
  name: 'edit-task',
  scope: 'plan',
  input: editTaskInput,
  contradictions: taskContradictions,
  async current(context) {
    const { task, rows } = await takeTask(context, context.input.taskId)
    const details = await taskPageFieldsOf(context.trx, { workspaceId: context.workspaceId, taskId: task.id })
    return {
      subjectId: task.id,
      fields: {
        ...forEachTaskField<Record<TaskField, { label: string; value: PlainValue }>>((field) => ({
          label: taskFieldLabels[field],
          value: task[field],
        })),
        owner: { label: taskLabels.owner, value: ownerValue(task.owner) },
        description: { label: taskLabels.description, value: details.description },
        atBest: { label: taskLabels.atBest, value: details.atBest },
        atWorst: { label: taskLabels.atWorst, value: details.atWorst },
        private: { label: taskLabels.private, value: task.privateTo !== null },
        dependsOn: {
          label: taskLabels.dependsOn,
          value: untyped(linksFor(task, rows.tasks, sightOf(context.standings)), context.input.dependsOn),
        },
        sittings: { label: taskLabels.sittings, value: task.sittings },
      },
    }
  },
  run: makeUndoable(async (context, touched) => {
    const { trx, workspaceId, row, input, actor, standings, record, todayIn } = context
    const { task, rows } = await takeTask(context, input.taskId)
    if (touched.size === 0) return { taskId: task.id }
    const own = sideOf(actor)
    const sight = sightOf(standings)
    const pick = <Value>(field: string, wanted: Value | undefined, stored: Value): Value =>
      touched.has(field) && wanted !== undefined ? wanted : stored
    const sent: { [Field in TaskField]?: TaskFieldValues[Field] | undefined } = input
    const kept: TaskFieldValues = task
    const next = forEachTaskField<TaskFieldValues>(<Field extends TaskField>(field: Field) =>
      pick<TaskFieldValues[Field]>(field, sent[field], kept[field]),
    )
    const isPrivate = pick('private', input.private, task.privateTo !== null)
    if (isPrivate && next.side !== own) throw fieldRefusal('private', taskRefusals.privateToOwner)
    if (isPrivate && task.privateTo === null && task.side !== own)
      throw fieldRefusal('private', taskRefusals.staysShared)
    if (isPrivate) refuseUnaccepted(standings)
    const wrong = taskContradictions({ ...input, ...next })
    if (wrong.length > 0) throw wrongFields(wrong)
    const stored = await taskPageFieldsOf(trx, { workspaceId, taskId: task.id })
    const spread = spreadAround(
      next.durationDays,
      { atBest: pick('atBest', input.atBest, stored.atBest), atWorst: pick('atWorst', input.atWorst, stored.atWorst) },
      touched.has('atBest') || touched.has('atWorst'),
    )
    const resolved =
      touched.has('owner') && input.owner !== undefined
        ? await resolveOwner(context, input.owner, input.ownerName ?? null)
        : null
    const privateTo = isPrivate ? own : null
    const sittings = pick('sittings', input.sittings, task.sittings)
    const description = pick('description', input.description, stored.description)
    const owner = resolved ? resolved.owner : task.owner
    await refuseStranger(context, owner, privateTo)
    if (task.privateTo === null)
      await refuseStrangeApprover(context, task.result?.approver ?? null, { privateTo, field: 'private' })
    await trx
      .updateTable('task')
      .set({
        ...next,
        ...spreadColumns(spread),
        description,
        privateTo,
        sittings: sittings && JSON.stringify(sittings),
        ...(resolved?.columns ?? {}),
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    if (resolved) await tellNewOwner(context, resolved.owner, [{ id: task.id, title: next.title, privateTo }])
    if (resolved) await assignOthers(context, { task, tasks: rows.tasks, ids: input.alsoFor ?? [] }, resolved)
    const before = linksFor(task, rows.tasks, sight)
    const links = pick<readonly SentLink[]>('dependsOn', input.dependsOn, before).map((link) => ({
      ...link,
      type: link.type ?? before.find((it) => it.task === link.task)?.type ?? 'FS',
    }))
    if (touched.has('dependsOn'))
      await replaceLinks(trx, { workspaceId, planId: row.id, taskId: task.id }, { tasks: rows.tasks, sight, links })

    const isShared = task.privateTo === null || privateTo === null
    const isTerm = (field: string) =>
      touched.has(field) && (field !== 'dependsOn' || changesShared(before, links, rows.tasks))
    if (isShared && terms.some(isTerm)) await raiseTerms(context)
    const was = { ...task, ...stored }
    const is = { ...next, ...spread, description, sittings }
    const news = <Value>(after: Value) => ({ before: null, after })
    const events = editTaskEvents({
      own,
      task,
      next: { ...next, privateTo },
      changes: {
        ...changedFields(
          toldFields.filter((field) => touched.has(field) || isWidened(field, was, is)),
          was,
          is,
        ),
        ...(resolved && ownerChanges(task, resolved.owner)),
      },
      links: touched.has('dependsOn') ? { before, after: links } : null,
      introduces: {
        owner: news(owner?.name ?? null),
        side: news(next.side),
        durationDays: news(next.durationDays),
        ...(sittings ? { sittings: news(sittings) } : {}),
      },
      tasks: rows.tasks,
    })
    for (const event of events) await record(event)
    if (task.privateTo === null && privateTo) await tellOfRemoval(context, rows, task.title)
    const { schedule } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone), about: task.id })
    if (touched.has('sittings')) refuseSpent(schedule, task.id)
    return { taskId: task.id }
  }),
})

/** The fields in an event of a task besides links and privacy. */
const toldFields = [...taskFieldNames, 'description', 'atBest', 'atWorst', 'sittings'] as const

type Spread = { atBest: number | null; atWorst: number | null }

/** A best and worst case that followed the working days is recorded too, although no one typed it. */
const isWidened = (field: string, was: Spread, is: Spread) =>
  (field === 'atBest' || field === 'atWorst') && was[field] !== is[field]

/** Whether links between shared tasks differ; those to a task of one side's own are no part of what is agreed. */
function changesShared(before: readonly Link[], after: readonly Link[], tasks: readonly TaskRow[]): boolean {
  const shared = (links: readonly Link[]) =>
    canonicalText(links.filter((link) => tasks.some((it) => it.id === link.task && it.privateTo === null)))
  return shared(before) !== shared(after)
}
