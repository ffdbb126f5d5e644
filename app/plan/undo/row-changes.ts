import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Milestone, Objection, Plan, PlanTeam, Task, TaskLink } from '#db/schema.ts'
import type { CommandName } from '#app/policy/policy.ts'
import { type TaskField, definitionOf, forEachTaskField } from '../core/task-fields.ts'
import { canonicalText } from '#app/runner/compare.ts'

const text = z.string()
const textOrNull = z.string().nullable()
const number = z.number()
const numberOrNull = z.number().nullable()
const json = z.json()

/** Where a row belongs, which no change moves. */
type Place = 'workspaceId' | 'planId'
type Columns<Table> = Record<Exclude<keyof Selectable<Table>, Place>, z.ZodType>

type TaskColumns = { [Field in TaskField]: z.ZodType<Selectable<Task>[Field]> }

/** The column of a field of a task, by what the field holds. */
const taskColumn = (field: TaskField) =>
  z.custom<Selectable<Task>[TaskField]>((value) => {
    const { kind, optional } = definitionOf(field)
    return value === null ? optional === true : typeof value === (kind === 'number' ? 'number' : 'string')
  })

// Each is checked by what its field holds, which the compiler cannot follow.
const taskColumns = forEachTaskField<Record<TaskField, z.ZodType>>(taskColumn) as TaskColumns

/** Every column of what a change of the plan can add or remove: a new column must be named here, else undoing would lose it. */
const task = {
  id: text,
  milestoneId: text,
  position: number,
  ...taskColumns,
  optimisticDays: numberOrNull,
  pessimisticDays: numberOrNull,
  // Tasks that were removed before there were descriptions have none.
  description: textOrNull.optional(),
  startedOn: textOrNull,
  doneOn: textOrNull,
  privateTo: textOrNull,
  sittings: json.nullable(),
  sentBackReason: textOrNull,
  sentBackBy: textOrNull,
  ownerMemberId: textOrNull,
  ownerParticipantId: textOrNull,
  ownerPlaceholder: textOrNull,
  // Tasks that were removed before results could be asked for have none of these.
  resultAsks: textOrNull.optional(),
  resultGiven: textOrNull.optional(),
  approverMemberId: textOrNull.optional(),
  approverParticipantId: textOrNull.optional(),
  approvalAsked: z.boolean().optional(),
  // Tasks that were removed before dates could be promised have none of these.
  promisedOn: textOrNull.optional(),
  promisedBy: textOrNull.optional(),
  createdAt: text,
} satisfies Columns<Task>
const link = { taskId: text, dependsOnId: text, type: text, lagDays: number } satisfies Columns<TaskLink>
const milestone = {
  id: text,
  stage: text,
  position: number,
  title: text,
  // Milestones that were removed before these could be said have none of them.
  exitEvidence: textOrNull.optional(),
  evidence: textOrNull.optional(),
  passedWithout: textOrNull.optional(),
  gate: z.boolean().optional(),
} satisfies Columns<Milestone>
/** Of the plan's own row what people type: its dates, first win and how it is measured, and calendars. */
const plan = {
  project: text,
  criticalDate: text,
  criticalReason: text,
  ifMissed: textOrNull,
  timeZone: text,
  vendorCalendar: json,
  customerCalendar: json,
  winStatement: text,
  winMeasure: text,
  winUnit: text,
  winBaseline: textOrNull,
  winTarget: textOrNull,
  winBy: text,
  winAnnouncedTo: text,
  winBaselineHow: textOrNull,
  winMeasuredBy: textOrNull,
  winMeasureOn: textOrNull,
} satisfies Partial<Record<keyof Selectable<Plan>, z.ZodType>>
/** Whether the plan continues, with what a closing settles, who works on it, and what the vendor shares: its lead decides these. */
const ending = {
  state: text,
  agreementsFrom: number,
  lostAt: textOrNull,
  lostBy: textOrNull,
  lostReason: textOrNull,
  lostNote: textOrNull,
  archivedAt: textOrNull,
  archivedBy: textOrNull,
} satisfies Partial<Record<keyof Selectable<Plan>, z.ZodType>>
const objection = { id: text, closedAt: textOrNull } satisfies Partial<Record<keyof Selectable<Objection>, z.ZodType>>
const team = { memberId: text } satisfies Columns<PlanTeam>
const forecast = { forecastSharedAt: textOrNull } satisfies Partial<Record<keyof Selectable<Plan>, z.ZodType>>

export const rowSchemas = {
  task: z.object(task),
  link: z.object(link),
  milestone: z.object(milestone),
  plan: z.object(plan),
  ending: z.object(ending),
  objection: z.object(objection),
  team: z.object(team),
  forecast: z.object(forecast),
}

const namesOf = <Columns extends object>(columns: Columns) => Object.keys(columns) as (keyof Columns)[]

/** The names of those columns, to ask the database for. */
export const columnsOf = {
  task: namesOf(task),
  link: namesOf(link),
  milestone: namesOf(milestone),
  plan: namesOf(plan),
  ending: namesOf(ending),
  objection: namesOf(objection),
  team: namesOf(team),
  forecast: namesOf(forecast),
}

/** The rows of one plan, by a key of their own. */
export type PlanSnapshot = {
  task: ReadonlyMap<string, z.infer<typeof rowSchemas.task>>
  link: ReadonlyMap<string, z.infer<typeof rowSchemas.link>>
  milestone: ReadonlyMap<string, z.infer<typeof rowSchemas.milestone>>
  plan: ReadonlyMap<string, z.infer<typeof rowSchemas.plan>>
  ending: ReadonlyMap<string, z.infer<typeof rowSchemas.ending>>
  objection: ReadonlyMap<string, z.infer<typeof rowSchemas.objection>>
  team: ReadonlyMap<string, z.infer<typeof rowSchemas.team>>
  forecast: ReadonlyMap<string, z.infer<typeof rowSchemas.forecast>>
}

const changeOf = <Row extends z.ZodObject>(row: Row) =>
  z.array(
    z.union([
      z.object({ kind: z.literal('added'), key: text, row }),
      z.object({ kind: z.literal('removed'), key: text, row }),
      z.object({ kind: z.literal('changed'), key: text, before: row.partial(), after: row.partial() }),
    ]),
  )

/** What a change made of rows: those added, those removed, and of those changed the columns that differ. */
export const rowChanges = z.object({
  task: changeOf(rowSchemas.task),
  link: changeOf(rowSchemas.link),
  milestone: changeOf(rowSchemas.milestone),
  plan: changeOf(rowSchemas.plan),
  // Changes that were kept before these could be undone have none of them.
  ending: changeOf(rowSchemas.ending).default([]),
  objection: changeOf(rowSchemas.objection).default([]),
  team: changeOf(rowSchemas.team).default([]),
  forecast: changeOf(rowSchemas.forecast).default([]),
})
export type RowChanges = z.infer<typeof rowChanges>

export type RowKind = keyof PlanSnapshot
/** What people plan: what most commands change. */
export const plannedKinds = ['task', 'link', 'milestone', 'plan'] as const satisfies RowKind[]
export const rowKinds = [
  ...plannedKinds,
  ...(['ending', 'objection', 'team', 'forecast'] as const),
] as const satisfies RowKind[]

/** What differs between two snapshots of one plan. A link is one thing: its type and its lag are kept together. */
export function changesBetween(before: PlanSnapshot, after: PlanSnapshot, kinds: readonly RowKind[]): RowChanges {
  const whole = (kind: RowKind) => kind === 'link'
  const changesOf = (kind: RowKind) => (kinds.includes(kind) ? differing(before[kind], after[kind], whole(kind)) : [])
  return rowChanges.parse(Object.fromEntries(rowKinds.map((kind) => [kind, changesOf(kind)])))
}

/** The command that the person who undoes the change must be allowed to give; null where changing the plan is enough. */
export function rightFor({ ending, team, forecast }: RowChanges): CommandName | null {
  if (ending.length > 0) return 'reopen-plan'
  if (team.length > 0) return 'set-team'
  return forecast.length > 0 ? 'share-forecast' : null
}

const ownerColumnNames = ['ownerMemberId', 'ownerParticipantId', 'ownerPlaceholder'] as const

/** The sides whose owners got another promise, or none any longer, by a change that left them their tasks. */
export const sidesOfPromises = ({ task }: RowChanges, after: PlanSnapshot): string[] =>
  task.flatMap((change) => {
    const isPromise = change.kind === 'changed' && 'promisedOn' in change.after
    const row = after.task.get(change.key)
    if (!isPromise || !row || ownerColumnNames.some((column) => column in change.after)) return []
    const side = row.ownerMemberId ? 'vendor' : row.ownerParticipantId ? 'customer' : row.side
    return side === 'both' ? [] : [side]
  })

type Row = Readonly<Record<string, unknown>>

function differing(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>, whole: boolean): object[] {
  const removed = [...before].filter(([key]) => !after.has(key)).map(([key, row]) => ({ kind: 'removed', key, row }))
  const others = [...after].flatMap(([key, row]): object[] => {
    const was = before.get(key)
    if (!was) return [{ kind: 'added', key, row }]
    const columns = Object.keys(row).filter((column) => canonicalText(row[column]) !== canonicalText(was[column]))
    if (columns.length === 0) return []
    const pick = (from: Row) => (whole ? from : Object.fromEntries(columns.map((column) => [column, from[column]])))
    return [{ kind: 'changed', key, before: pick(was), after: pick(row) }]
  })
  return [...removed, ...others]
}

/** Keys of the rows that are not any longer as the change left them. */
export function changedSince(changes: RowChanges, now: PlanSnapshot): { kind: RowKind; key: string }[] {
  return rowKinds.flatMap((kind) => {
    const rows: ReadonlyMap<string, Row> = now[kind]
    const differs = (row: Row | undefined, wanted: Row) =>
      row === undefined ||
      Object.keys(wanted).some((column) => canonicalText(row[column]) !== canonicalText(wanted[column]))
    return changes[kind]
      .filter((change) => {
        const row = rows.get(change.key)
        if (change.kind === 'removed') return row !== undefined
        return differs(row, change.kind === 'added' ? change.row : change.after)
      })
      .map(({ key }) => ({ kind, key }))
  })
}

const placeColumns = new Set(['milestoneId', 'position'])

/** The tasks that a change is about: not those that only got another place, which tells nothing of them. */
export const tasksChanged = ({ task }: RowChanges): string[] =>
  task
    .filter(
      (change) => change.kind !== 'changed' || Object.keys(change.after).some((column) => !placeColumns.has(column)),
    )
    .map(({ key }) => key)

export const isEmptyChange = (changes: RowChanges): boolean => rowKinds.every((kind) => changes[kind].length === 0)
