import { type Selectable, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Task } from '#db/schema.ts'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { IsoDate, LinkType } from '#app/schedule/model.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { type StoredWin, type WinColumns, saidOrNull, winColumns } from './first-win.ts'
import type { HeadlineTerms } from './headline-terms.ts'
import type { PlanState, Stage } from './stages.ts'
import { type MilestoneProof, type MilestoneRow, type PlanRows, type TaskRow, byStage } from './compute-plan.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { type TaskField, type TaskFieldValues, taskFieldsOf } from './task-fields.ts'
import { taskColumns } from './task-columns.ts'
import { storedSittings } from '../sittings/sitting-schema.ts'
import { storedOwner, storedPromise, storedResult } from './stored-people.ts'
import type { ViewerSide } from './viewer-side.ts'

/** All that the plan's own row and its companies say. */
export type StoredPlan = HeadlineTerms &
  WinColumns & {
    archivedAt: Date | null
    project: string
    leadId: string
    leadName: string
    leadJobTitle: string | null
    timeZone: string
    /** Where zone and calendars were taken from; null once a participant has checked them, and where no one knows. */
    calendarFrom: CalendarFrom | null
    termsVersion: number
    /** The first version of the terms to which an agreement binds. */
    agreementsFrom: number
    workspaceLogo: string | null
    accountId: string
    accountLogo: string | null
    /** Null while the customer may not read the forecast. */
    forecastSharedAt: Date | null
  }

export type CalendarFrom = 'account' | 'workspace'

export type StoredRows = PlanRows<StoredPlan>

// The database's checks hold what these columns can say; dates come as YYYY-MM-DD.
const date = (value: string) => value as IsoDate
const dateOrNull = (value: string | null) => value as IsoDate | null

/**
 * Plans with milestones, tasks and links, in two queries however many they are; `planBatches` says how many at once. Both sides'
 * private tasks are in it: cut before anyone reads.
 */
export async function loadPlans(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
): Promise<StoredRows[]> {
  if (planIds.length === 0) return []
  const [planRows, tasks] = await Promise.all([
    plansWithRows(trx, { workspaceId, planIds }),
    loadTasks(trx, workspaceId, planIds),
  ])
  return planRows.map(({ milestones, links, ...row }) => {
    const own = (milestones ?? [])
      .map(({ stage, evidence, passedWithout, ...milestone }): MilestoneRow => ({
        ...milestone,
        stage: stage as Stage,
        proof: proofOf(evidence, passedWithout),
      }))
      .sort(byStage)
    const place = new Map(own.map(({ id }, at) => [id, at]))
    return {
      plan: storedPlan(row),
      milestones: own,
      tasks: withLinks(tasks.get(row.id) ?? [], links ?? []).sort(
        (a, b) =>
          (place.get(a.milestoneId) ?? 0) - (place.get(b.milestoneId) ?? 0) ||
          a.position - b.position ||
          (a.id < b.id ? -1 : 1),
      ),
    }
  })
}

const plansWithRows = keptQuery(
  (db, { workspaceId, planIds }: { workspaceId: string; planIds: readonly string[] }) =>
    db
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .innerJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
      )
      .selectAll('plan')
      .select([
        'account.name as accountName',
        'account.logo as accountLogo',
        'workspace.name as workspaceName',
        'workspace.logo as workspaceLogo',
        'member.name as leadName',
        'member.jobTitle as leadJobTitle',
        (plan) =>
          plan
            .selectFrom('milestone')
            .select((row) =>
              rowsAsJson(
                jsonBuildObject({
                  id: row.ref('milestone.id'),
                  stage: row.ref('milestone.stage'),
                  position: row.ref('milestone.position'),
                  title: row.ref('milestone.title'),
                  exitEvidence: row.ref('milestone.exitEvidence'),
                  evidence: row.ref('milestone.evidence'),
                  passedWithout: row.ref('milestone.passedWithout'),
                  isGate: row.ref('milestone.gate'),
                }),
              ).as('all'),
            )
            .where('milestone.workspaceId', '=', workspaceId)
            .whereRef('milestone.planId', '=', 'plan.id')
            .as('milestones'),
        (plan) =>
          plan
            .selectFrom('taskLink')
            .select((row) =>
              rowsAsJson(
                jsonBuildObject({
                  taskId: row.ref('taskLink.taskId'),
                  dependsOnId: row.ref('taskLink.dependsOnId'),
                  lagDays: row.ref('taskLink.lagDays'),
                  type: row.ref('taskLink.type'),
                }),
              ).as('all'),
            )
            .where('taskLink.workspaceId', '=', workspaceId)
            .whereRef('taskLink.planId', '=', 'plan.id')
            .as('links'),
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where(inPlans('plan.id', planIds))
      .orderBy('plan.createdAt')
      .orderBy('plan.id'),
  { workspaceId: 'a workspace', planIds: ['a plan'] },
)

/** One parameter however many plans, so that the query is the same. */
const inPlans = (column: 'plan.id' | 'task.planId', planIds: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(${planIds}::uuid[])`

/** A check of the table holds that there is one of them at most. */
function proofOf(evidence: string | null, passedWithout: string | null): MilestoneProof | null {
  if (evidence !== null) return { kind: 'evidence', text: evidence }
  return passedWithout === null ? null : { kind: 'reason', text: passedWithout }
}

type Link = { taskId: string; dependsOnId: string; lagDays: number; type: string }

function withLinks(tasks: readonly Omit<TaskRow, 'dependsOn'>[], links: readonly Link[]): TaskRow[] {
  const inOrder = [...links].sort((a, b) => (a.dependsOnId < b.dependsOnId ? -1 : 1))
  const linksOf = Map.groupBy(inOrder, ({ taskId }) => taskId)
  return tasks.map((task) => ({
    ...task,
    dependsOn: (linksOf.get(task.id) ?? []).map(({ dependsOnId, lagDays, type }) => ({
      task: dependsOnId,
      lagDays,
      type: type as LinkType,
    })),
  }))
}

/** One plan; undefined when there is none. */
export const loadPlan = async (trx: WorkspaceReading, workspaceId: string, planId: string) =>
  (await loadPlans(trx, workspaceId, [planId]))[0]

type PlanColumns = {
  calendarFrom: string | null
  calendarCheckedAt: Date | null
  id: string
  state: string
  startOn: string
  criticalDate: string
  wonOn: string | null
  vendorCalendar: unknown
  customerCalendar: unknown
  accountName: string
  workspaceName: string
  criticalReason: string
} & StoredWin &
  Pick<
    StoredPlan,
    | 'criticalReason'
    | 'ifMissed'
    | 'archivedAt'
    | 'project'
    | 'leadId'
    | 'leadName'
    | 'leadJobTitle'
    | 'timeZone'
    | 'termsVersion'
    | 'agreementsFrom'
    | 'workspaceLogo'
    | 'accountId'
    | 'accountLogo'
    | 'forecastSharedAt'
  >

const storedPlan = (row: PlanColumns): StoredPlan => ({
  ...row,
  ...winColumns(row),
  criticalReason: saidOrNull(row.criticalReason),
  calendarFrom: row.calendarCheckedAt ? null : (row.calendarFrom as CalendarFrom | null),
  state: row.state as PlanState,
  startOn: date(row.startOn),
  criticalDate: date(row.criticalDate),
  wonOn: dateOrNull(row.wonOn),
  vendorCalendar: storedCalendar.parse(row.vendorCalendar),
  customerCalendar: storedCalendar.parse(row.customerCalendar),
  account: row.accountName,
  workspace: row.workspaceName,
})

// The database's checks hold what these columns can say.
const storedFields = (row: Pick<Selectable<Task>, TaskField>) => taskFieldsOf(row) as TaskFieldValues

const tasksOf = keptQuery(
  (db, { workspaceId, planIds }: { workspaceId: string; planIds: readonly string[] }) =>
    db
      .selectFrom('task')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'task.workspaceId').onRef('member.id', '=', 'task.ownerMemberId'),
      )
      .leftJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'task.workspaceId')
          .onRef('planParticipant.planId', '=', 'task.planId')
          .onRef('planParticipant.participantId', '=', 'task.ownerParticipantId'),
      )
      .leftJoin('member as approver', (join) =>
        join.onRef('approver.workspaceId', '=', 'task.workspaceId').onRef('approver.id', '=', 'task.approverMemberId'),
      )
      .leftJoin('planParticipant as approverSeat', (join) =>
        join
          .onRef('approverSeat.workspaceId', '=', 'task.workspaceId')
          .onRef('approverSeat.planId', '=', 'task.planId')
          .onRef('approverSeat.participantId', '=', 'task.approverParticipantId'),
      )
      .select(taskColumns)
      .select(['member.name as memberName', 'planParticipant.name as participantName'])
      .select(['approver.name as approverMember', 'approverSeat.name as approverParticipant'])
      .select((task) =>
        task
          .selectFrom('attachment')
          .select('attachment.name')
          .where('attachment.workspaceId', '=', workspaceId)
          .whereRef('attachment.planId', '=', 'task.planId')
          .whereRef('attachment.subjectId', '=', 'task.id')
          .where('task.resultAsks', '=', 'file')
          .where('attachment.contentType', 'is not', null)
          .where('attachment.addedAt', 'is not', null)
          .where('attachment.removedAt', 'is', null)
          // What was added while the task was private stays with its side, also once the task is shared.
          .where((it) =>
            it.or([it('attachment.visibleTo', 'is', null), it('attachment.visibleTo', '=', it.ref('task.privateTo'))]),
          )
          .orderBy('attachment.addedAt', 'desc')
          .limit(1)
          .as('resultFile'),
      )
      .where('task.workspaceId', '=', workspaceId)
      .where(inPlans('task.planId', planIds)),
  { workspaceId: 'a workspace', planIds: ['a plan'] },
)

async function loadTasks(trx: WorkspaceReading, workspaceId: string, planIds: readonly string[]) {
  const rows = await tasksOf(trx, { workspaceId, planIds })
  const taskOf = (row: (typeof rows)[number]): Omit<TaskRow, 'dependsOn'> => ({
    id: row.id,
    milestoneId: row.milestoneId,
    position: row.position,
    ...storedFields(row),
    startedOn: dateOrNull(row.startedOn),
    doneOn: dateOrNull(row.doneOn),
    privateTo: row.privateTo as ViewerSide | null,
    owner: storedOwner(row),
    sentBack: row.sentBackReason !== null ? { reason: row.sentBackReason, by: row.sentBackBy ?? '' } : null,
    result: storedResult(row),
    promisedOn: storedPromise(row),
    sittings: storedSittings(row.sittings),
  })
  const byPlan = Map.groupBy(rows, ({ planId }) => planId)
  return new Map([...byPlan].map(([planId, own]) => [planId, own.map(taskOf)]))
}
