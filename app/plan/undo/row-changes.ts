import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Milestone, Plan, Task, TaskLink } from '#db/schema.ts'
import { canonical } from '#app/runner/compare.ts'

const text = z.string()
const textOrNull = z.string().nullable()
const number = z.number()
const numberOrNull = z.number().nullable()
const json = z.json()

/** Where a row belongs, which no change moves. */
type Place = 'workspaceId' | 'planId'
type Columns<Table> = Record<Exclude<keyof Selectable<Table>, Place>, z.ZodType>

/** Every column of what a change of the plan can add or remove: a new column must be named here, else undoing would lose it. */
const task = {
  id: text,
  milestoneId: text,
  position: number,
  title: text,
  side: text,
  durationDays: number,
  optimisticDays: numberOrNull,
  pessimisticDays: numberOrNull,
  notBefore: textOrNull,
  notAfter: textOrNull,
  startedOn: textOrNull,
  doneOn: textOrNull,
  privateTo: textOrNull,
  sittings: json.nullable(),
  sentBackReason: textOrNull,
  sentBackBy: textOrNull,
  ownerMemberId: textOrNull,
  ownerParticipantId: textOrNull,
  ownerPlaceholder: textOrNull,
  createdAt: text,
} satisfies Columns<Task>
const link = { taskId: text, dependsOnId: text, type: text, lagDays: number } satisfies Columns<TaskLink>
const milestone = { id: text, stage: text, position: number, title: text } satisfies Columns<Milestone>
/** Of the plan's own row what people type: its dates, first win and calendars. */
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
  winBaseline: text,
  winTarget: text,
  winBy: text,
  winAnnouncedTo: text,
} satisfies Partial<Record<keyof Selectable<Plan>, z.ZodType>>

export const rowSchemas = {
  task: z.object(task),
  link: z.object(link),
  milestone: z.object(milestone),
  plan: z.object(plan),
}

const namesOf = <Columns extends object>(columns: Columns) => Object.keys(columns) as (keyof Columns)[]

/** The names of those columns, to ask the database for. */
export const columnsOf = {
  task: namesOf(task),
  link: namesOf(link),
  milestone: namesOf(milestone),
  plan: namesOf(plan),
}

/** The rows of one plan, by a key of their own. */
export type PlanSnapshot = {
  task: ReadonlyMap<string, z.infer<typeof rowSchemas.task>>
  link: ReadonlyMap<string, z.infer<typeof rowSchemas.link>>
  milestone: ReadonlyMap<string, z.infer<typeof rowSchemas.milestone>>
  plan: ReadonlyMap<string, z.infer<typeof rowSchemas.plan>>
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
})
export type RowChanges = z.infer<typeof rowChanges>

type Kind = keyof PlanSnapshot
const rowKinds = ['task', 'link', 'milestone', 'plan'] as const satisfies Kind[]

/** What differs between two snapshots of one plan. A link is one thing: its type and its lag are kept together. */
export function changesBetween(before: PlanSnapshot, after: PlanSnapshot): RowChanges {
  const whole = (kind: Kind) => kind === 'link'
  return rowChanges.parse(
    Object.fromEntries(rowKinds.map((kind) => [kind, differing(before[kind], after[kind], whole(kind))])),
  )
}

type Row = Readonly<Record<string, unknown>>

function differing(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>, whole: boolean): object[] {
  const removed = [...before].filter(([key]) => !after.has(key)).map(([key, row]) => ({ kind: 'removed', key, row }))
  const others = [...after].flatMap(([key, row]): object[] => {
    const was = before.get(key)
    if (!was) return [{ kind: 'added', key, row }]
    const columns = Object.keys(row).filter((column) => canonical(row[column]) !== canonical(was[column]))
    if (columns.length === 0) return []
    const pick = (from: Row) => (whole ? from : Object.fromEntries(columns.map((column) => [column, from[column]])))
    return [{ kind: 'changed', key, before: pick(was), after: pick(row) }]
  })
  return [...removed, ...others]
}

/** Keys of the rows that are not any more as the change left them. */
export function changedSince(changes: RowChanges, now: PlanSnapshot): { kind: Kind; key: string }[] {
  return rowKinds.flatMap((kind) => {
    const rows: ReadonlyMap<string, Row> = now[kind]
    const differs = (row: Row | undefined, wanted: Row) =>
      row === undefined || Object.keys(wanted).some((column) => canonical(row[column]) !== canonical(wanted[column]))
    return changes[kind]
      .filter((change) => {
        const row = rows.get(change.key)
        if (change.kind === 'removed') return row !== undefined
        return differs(row, change.kind === 'added' ? change.row : change.after)
      })
      .map(({ key }) => ({ kind, key }))
  })
}

export const isEmptyChange = (changes: RowChanges): boolean => rowKinds.every((kind) => changes[kind].length === 0)
